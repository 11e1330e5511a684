"""What every benchmark is given: the data folder, how much to do, a place for scratch, and the product itself."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml

from hearten import Hearten
from hearten.nlp import Encoder, EncoderTagger

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "training/corpus"
THREADS = 2
T = TypeVar("T")


class Missing(Exception):  # noqa: N818 -- says what happened
    """Something a measurement needs is not on this machine; the measurement is skipped, with this word."""


@dataclass(frozen=True)
class Given:
    """The inputs of a run.

    Args:
        data: the folder of public labelled data, if there is one.
        quick: measure small samples only, to see that everything works.
        scratch: a folder that is removed after the run.
        peers_venv: a folder for the peers' own environment; in `scratch` when not given.
        seed: of every sample.
    """

    data: Path | None
    quick: bool
    scratch: Path
    peers_venv: Path | None = None
    seed: int = 1

    def file(self, name: str) -> Path:
        """Find `name` in the data folder.

        Raises:
            Missing: there is no data folder, or it holds no such file.
        """
        if self.data is None or not (self.data / name).is_file():
            raise Missing(f"{name} is not in the data folder")
        return self.data / name

    def some(self, rows: Sequence[T], quick: int = 150, full: int | None = None) -> list[T]:
        """Sample `rows`: `quick` of them in a quick run, else `full` (all when None). The order is kept."""
        size = quick if self.quick else full
        if size is None or size >= len(rows):
            return list(rows)
        rng = random.Random(self.seed)  # noqa: S311 -- a sample, not a secret
        return [rows[i] for i in sorted(rng.sample(range(len(rows)), size))]

    @cached_property
    def encoder(self) -> Encoder:
        """The shipped encoder, with the settings' default of two cores."""
        return Hearten({"threads": THREADS}).encoder

    def tagger(self) -> EncoderTagger:
        """Make a tagger that remembers nothing yet."""
        return EncoderTagger(self.encoder)

    def hearten(self) -> Hearten:
        """Make a product whose readings are not cached yet; the loaded encoder is shared."""
        return Hearten({"threads": THREADS}, tagger=self.tagger())


def lines(path: Path) -> list[dict[str, Any]]:
    """Read a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def inputs(name: str) -> Any:
    """Load a YAML file of `benchmarks/inputs`."""
    return yaml.safe_load((Path(__file__).parent / "inputs" / name).read_text(encoding="utf-8"))
