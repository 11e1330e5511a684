"""Agreement of two annotators on the double-labelled sample: Cohen's kappa a label, with how often each gave it.

`python -m training.agreement` writes training/corpus/agreement.json.
"""

import json
from typing import Any

from training.data import CORPUS, lines, second_labels
from training.labels import HEADS, names

FIELDS = {"leader": ("moves", "flags"), "employee": ("emotions", "concerns", "stance", "seeks", "stress", "masked")}
OPTIONAL = {
    "moves": "optional",
    "flags": "optional_flags",
    "emotions": "optional",
    "concerns": "optional",
    "stance": "alt_stance",
    "seeks": "alt_seeks",
}


def kappa(a: list[Any], b: list[Any]) -> float | None:
    """Cohen's kappa of two lists of values; None when neither varies."""
    n = len(a)
    observed = sum(x == y for x, y in zip(a, b, strict=True)) / n
    chance = sum((a.count(v) / n) * (b.count(v) / n) for v in {*a, *b})
    return None if chance == 1 else round((observed - chance) / (1 - chance), 3)


def report(kind: str) -> dict[str, Any]:
    """Compare the authors' labels with the blind ones. A label either calls optional on a row is left out of that row."""
    first = {row["id"]: row for path in sorted((CORPUS / kind).glob("*.jsonl")) for row in lines(path)}
    pairs = [(first[i], other) for i, other in second_labels(kind).items() if i in first]
    found: dict[str, Any] = {"rows": len(pairs), "share": round(len(pairs) / len(first), 3)}
    for field in FIELDS[kind]:
        if HEADS[field]["kind"] == "multi" and field != "masked":
            each = {label: _label(pairs, field, label) for label in names(field)}
            scores = [row["kappa"] for row in each.values() if row["kappa"] is not None and row["first"] + row["second"] >= 6]
            strict = [row["strict_kappa"] for row in each.values() if row["kappa"] is not None and row["first"] + row["second"] >= 6]
            found[field] = {"mean_kappa": _mean(scores), "mean_strict_kappa": _mean(strict), "labels": each}
        else:
            also = OPTIONAL.get(field, "")
            a = [x[field] for x, _ in pairs]
            b = [x[field] if x[field] in y.get(also, []) or y[field] in x.get(also, []) else y[field] for x, y in pairs]
            found[field] = {"kappa": kappa(a, b), "strict_kappa": kappa(a, [y[field] for _, y in pairs])}
    return found


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 3)


def _label(pairs: list[tuple[dict[str, Any], dict[str, Any]]], field: str, label: str) -> dict[str, Any]:
    optional = OPTIONAL[field]
    counted = [(x, y) for x, y in pairs if label not in x.get(optional, []) and label not in y.get(optional, [])]
    a, b = [label in x[field] for x, _ in counted], [label in y[field] for _, y in counted]
    strict = kappa([label in x[field] for x, _ in pairs], [label in y[field] for _, y in pairs])
    return {"kappa": kappa(a, b), "strict_kappa": strict, "first": sum(a), "second": sum(b)}


def main() -> None:
    """Write the report and print the means."""
    both = {kind: report(kind) for kind in FIELDS}
    (CORPUS / "agreement.json").write_text(json.dumps(both, indent=1) + "\n", encoding="utf-8")
    for kind, found in both.items():
        print(kind, found["rows"], {f: v.get("mean_kappa", v.get("kappa")) for f, v in found.items() if isinstance(v, dict)})


if __name__ == "__main__":
    main()
