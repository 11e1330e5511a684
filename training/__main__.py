"""Rebuild the reading model: `python -m training --data FOLDER`. FOLDER holds goemotions/."""

import argparse
import json
import pathlib

import torch

from hearten.nlp import Encoder
from training import calibrate, data, embedding, export, rules, train
from training.network import Network

ROOT = pathlib.Path(__file__).parents[1]


def main() -> None:
    """Train both stages, export, calibrate and report. A finished stage is not done again unless --fresh is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "training/work")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "src/hearten/nlp/model")
    parser.add_argument("--version", default="1")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=int, default=10, help="of the second stage")
    parser.add_argument("--fresh", action="store_true", help="train the first stage again too")
    parser.add_argument("--no-training", action="store_true", help="export what --work holds")
    parser.add_argument("--only-calibrate", action="store_true")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    if not given.only_calibrate:
        if not given.no_training:
            if given.fresh or not (given.work / "first.pt").exists():
                train.first(given.data, given.work, seed=given.seed)
            train.second(given.data, given.work, epochs=given.epochs, seed=given.seed)
        network = Network()
        network.load_state_dict(torch.load(given.work / "second.pt"), strict=False)
        own = data.corpus("leader", dev=False) + data.corpus("employee", dev=False)
        embedding.refit(network, own + data.goemotions(given.data, "train")[: len(own)])
        export.ship(network, given.out, given.work, given.version)
    report = calibrate.calibrate(given.out, given.data)
    both = {"heads": report, "rules": rules.report(), "embedding": embedding.report(Encoder(given.out))}
    (ROOT / "training/report.json").write_text(json.dumps(both, indent=1) + "\n", encoding="utf-8")
    for head, row in report.items():
        print(f"{head:12} macro-F1 {row['macro_f1']:.3f}  crossfit {row.get('crossfit', float('nan')):.3f}  rows {row['rows']}")


if __name__ == "__main__":
    main()
