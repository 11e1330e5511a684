"""The figures that benchmarks publish, against cases worked out by hand."""

import json
import math
import subprocess
import sys

import numpy as np
import pytest

from benchmarks import page, pairs, stats
from benchmarks.accuracy import figures, many
from benchmarks.peers import wins
from benchmarks.peers.pairs import verdict
from benchmarks.tables import BUDGETS, table

pytestmark = pytest.mark.unit


def test_percentiles_interpolate_between_the_values_around():
    assert stats.median([3, 1, 2]) == 2
    assert stats.percentile([0, 10], 0.95) == pytest.approx(9.5)


@pytest.mark.parametrize(
    ("scores", "positive", "expected"),
    [
        ([0.1, 0.2, 0.8, 0.9], [False, False, True, True], 1.0),
        ([0.9, 0.8, 0.2, 0.1], [False, False, True, True], 0.0),
        ([1, 1, 1, 1], [False, True, False, True], 0.5),
        # Of the pairs (positive, negative), 3>1, 3>2, 2>1 count one and 2=2 a half: 3.5 of 4.
        ([3, 2, 2, 1], [True, True, False, False], 3.5 / 4),
    ],
)
def test_auc_is_the_share_of_pairs_in_order_with_ties_as_half(scores, positive, expected):
    assert stats.auc(scores, positive) == pytest.approx(expected)


def test_auc_of_one_class_alone_is_unknown():
    assert math.isnan(stats.auc([1, 2], [True, True]))


@pytest.mark.parametrize(
    ("successes", "n", "expected"),
    [
        # 0 of 10: the upper end solves (1-p)^10 = .025.
        (0, 10, (0.0, 1 - 0.025**0.1)),
        (10, 10, (0.025**0.1, 1.0)),
        # 1 of 1: the lower end solves p = .025.
        (1, 1, (0.025, 1.0)),
        # From the printed tables of Clopper and Pearson.
        (5, 10, (0.1871, 0.8129)),
        (81, 90, (0.8186, 0.9532)),
    ],
)
def test_binomial_interval_is_exact(successes, n, expected):
    assert stats.binomial_interval(successes, n) == pytest.approx(expected, abs=2e-4)


def test_binomial_interval_meets_the_sum_of_the_binomial():
    low, high = stats.binomial_interval(7, 20)
    tail = lambda p, ks: sum(math.comb(20, k) * p**k * (1 - p) ** (20 - k) for k in ks)  # noqa: E731 -- said twice, once each way
    assert tail(low, range(7, 21)) == pytest.approx(0.025)
    assert tail(high, range(8)) == pytest.approx(0.025)


def test_binomial_interval_takes_halves_and_nothing():
    low, high = stats.binomial_interval(7.5, 20)
    assert stats.binomial_interval(7, 20)[0] < low < 7.5 / 20 < high < stats.binomial_interval(8, 20)[1]
    assert stats.binomial_interval(0, 0) == (0.0, 1.0)


def test_macro_f1_averages_the_labels_that_occur():
    truth = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 0]], dtype=bool)
    said = np.array([[1, 1, 0], [1, 0, 1], [0, 1, 0]], dtype=bool)
    # First label: 2 of 2 hit, F1 1. Second: 1 hit, 1 wrong, 1 missed, F1 1/2. The third never occurs.
    assert stats.macro_f1(said, truth) == pytest.approx(0.75)
    counted = np.ones_like(truth)
    counted[0, 1] = counted[1, 1] = False
    assert stats.macro_f1(said, truth, counted) == 1.0
    assert stats.f1(said[:, 1], truth[:, 1]) == 0.5
    assert stats.f1(~truth[:, 0], truth[:, 0]) == 0.0


def test_one_hot_puts_each_value_in_its_column():
    assert stats.one_hot(["b", "c", "x"], ["a", "b", "c"]).tolist() == [[False, True, False], [False, False, True], [False] * 3]


def test_bootstrap_of_a_mean_comes_near_the_normal_interval():
    values = np.arange(100) / 100
    low, high = stats.bootstrap(100, lambda rows: float(values[rows].mean()))
    spread = 1.96 * values.std() / 10
    assert (low, high) == pytest.approx((values.mean() - spread, values.mean() + spread), abs=0.01)


def test_bootstrap_is_repeatable_and_leaves_out_what_cannot_be_computed():
    statistic = lambda rows: float(rows.mean()) if rows.min() == 0 else math.nan  # noqa: E731 -- used twice
    assert stats.bootstrap(5, statistic) == stats.bootstrap(5, statistic)
    assert all(math.isnan(x) for x in stats.bootstrap(5, lambda _: math.nan))


def test_bootstrap_draws_whole_groups():
    # Two groups of like rows: a draw holds one group twice or both, so the mean can only be 0, 1/2 or 1.
    values = np.array([0.0] * 4 + [1.0] * 4)
    seen = set()

    def statistic(rows):
        seen.add(float(values[rows].mean()))
        return 0.0

    stats.bootstrap(8, statistic, groups=["a"] * 4 + ["b"] * 4)
    assert seen == {0.0, 0.5, 1.0}


def test_crossfit_never_uses_a_rows_own_threshold():
    p = np.array([[0.2], [0.9]] * 40)
    truth = p > 0.5
    said = many.crossfit(p, truth, np.ones_like(truth))
    assert (said == truth).all()


def test_wins_count_ties_and_silence_as_half():
    found = pairs.wins([(60, 40), (40, 60), (50, 50), (None, 40)])
    assert found == [1.0, 0.0, 0.5, 0.5]
    row = pairs.share(found)
    assert (row["n"], row["better above"], row["ties"], row["share"]) == (4, 1, 2, 0.5)


def test_classes_row_gives_f1_accuracy_and_chance():
    row = figures.classes_row("t", "2 classes", ["a", "a", "b", "b"], ["a", "b", "b", "b"], ["a", "b"])
    # a: hit 1, wrong 1, F1 2/3. b: hit 2, missed 1, F1 4/5.
    assert row["value"] == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert (row["accuracy"], row["chance"]) == (0.75, 0.5)
    assert [r["recall"] for r in figures.each_class(["a", "a"], ["a", "b"], ["a", "b"])] == [1.0, 0.0]


@pytest.mark.parametrize(
    ("key", "value", "word"), [("help", 0.3, "met"), ("help", 0.31, "missed"), ("tagging", 700, "met"), ("tagging", 699, "missed")]
)
def test_budgets_are_met_or_missed(key, value, word):
    assert BUDGETS[key].row("x", value, 9)["verdict"] == word


@pytest.mark.parametrize(("interval", "word"), [((0.1, 0.2), "Hearten"), ((-0.2, -0.1), "PEER"), ((-0.1, 0.1), "no clear difference")])
def test_the_verdict_follows_the_interval(interval, word):
    assert verdict(*interval) == word


def test_a_peer_that_does_better_is_named():
    rows = [{"tool": "Hearten", "AUC": 0.6}, {"tool": "VADER", "AUC": 0.7, "verdict": "PEER"}, {"tool": "AFINN", "AUC": 0.5, "verdict": "Hearten"}]
    assert [row["peer"] for row in wins([table("Stress", "", rows)])] == ["VADER"]
    assert wins([table("Stress", "", rows[::2])]) == [{"on": "nothing measured here"}]


def test_the_page_shows_budgets_tables_and_what_was_left_out():
    result = {
        "benchmark": "speed", "command": "python -m benchmarks --only speed", "date": "2026-01-01", "seconds": 60.0, "quick": False, "model": "m-1",
        "machine": {"cores": 2, "processor": "P", "system": "S", "load": 0.1}, "versions": {"python": "3"}, "skipped": ["a word"],
        "tables": [table("Times", "About.", [BUDGETS["help"].row("help | start", 0.25, 9)])],
    }  # fmt: skip
    shown = page.render([result])
    assert "| help \\| start | 0.250 | s | at most 0.3 | met | 9 |" in shown.split("## Speed")[0]
    assert shown.endswith("Left out:\n\n- a word\n")
    assert [page.cell(v) for v in (None, True, 0.1234, 1.5, 12.34, 1234.5, [0.1, 0.2], 7)] == [
        "", "yes", "0.123", "1.50", "12.3", "1,234", "0.100 to 0.200", "7",
    ]  # fmt: skip


def test_an_unknown_benchmark_is_refused():
    done = subprocess.run([sys.executable, "-m", "benchmarks", "--only", "nothing"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "speed" in done.stderr


def test_published_results_hold_no_paths_or_hosts():
    for path in page.Path(page.__file__).parent.joinpath("results").glob("*"):
        text = path.read_text(encoding="utf-8")
        assert not any(mark in text for mark in ("/home/", "/tmp/", "://", "\\\\"))  # noqa: S108 -- looked for, not used
        if path.suffix == ".json":
            assert json.loads(text)["quick"] is False
