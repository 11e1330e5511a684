"""Talk moves, flags and what a message expresses, from the encoder's scores."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from hearten.domain import Label
from hearten.nlp.encoder import Encoder, Pair
from hearten.nlp.names import neutral

if TYPE_CHECKING:
    import numpy as np

KEPT = 4096
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LeaderTags:
    """A leader's sentence: talk moves and flags over their threshold, strongest first, and every move's p."""

    moves: tuple[Label, ...]
    flags: tuple[Label, ...]
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class EmployeeTags:
    """An employee's message or a part of it; `scores` holds every emotion's and concern's p, and masked."""

    emotions: tuple[Label, ...]
    stress: Label
    concerns: tuple[Label, ...]
    stance: Label
    seeks: Label
    masked: Label
    scores: dict[str, float]


class Tagger(Protocol):
    """Reads sentences. The shipped one runs the encoder; `hearten.testing.FakeTagger` reads a word list."""

    @property
    def version(self) -> str:
        """Name and version, as every result carries it."""

    def leader(self, pairs: Sequence[Pair]) -> list[LeaderTags]:
        """Tag leaders' sentences, each with the message it answers ("" when none)."""

    def employee(self, pairs: Sequence[Pair]) -> list[EmployeeTags]:
        """Tag employees' messages, each with the message before ("" when none)."""

    def embed(self, texts: Sequence[str]) -> "np.ndarray":
        """Embed `texts` as unit vectors, (texts, 384)."""

    @property
    def masked_from(self) -> float:
        """The p of `masked` from which distress counts as masked."""

    def __hash__(self) -> int:
        """Be told apart from other taggers: a reading is remembered with the tagger that made it."""


class EncoderTagger:
    """The tagger that ships. Readings of recent sentences are kept, so that typing reads only what changed."""

    _LEADER = ("moves", "flags")
    _EMPLOYEE = ("emotions", "stress", "concerns", "stance", "seeks", "masked")

    def __init__(self, encoder: Encoder) -> None:
        """Read with `encoder`."""
        self._encoder = encoder
        self._leader: _Recent[LeaderTags] = _Recent()
        self._employee: _Recent[EmployeeTags] = _Recent()

    @property
    def version(self) -> str:
        """Name and version of the model."""
        return self._encoder.version

    def leader(self, pairs: Sequence[Pair]) -> list[LeaderTags]:
        """Tag leaders' sentences; only those not read lately go through the encoder."""
        return self._leader.filled(_neutral(pairs), self._read_leader)

    def employee(self, pairs: Sequence[Pair]) -> list[EmployeeTags]:
        """Tag employees' messages; only those not read lately go through the encoder."""
        return self._employee.filled(_neutral(pairs), self._read_employee)

    def _read_leader(self, pairs: Sequence[Pair]) -> list[LeaderTags]:
        scores = self._scores(pairs, self._LEADER)
        return [
            LeaderTags(self._over("moves", moves), self._over("flags", flags), self._named("moves", moves) | self._named("flags", flags))
            for moves, flags in zip(scores["moves"], scores["flags"], strict=True)
        ]

    def _read_employee(self, pairs: Sequence[Pair]) -> list[EmployeeTags]:
        scores = self._scores(pairs, self._EMPLOYEE)
        found = []
        for i in range(len(pairs)):
            row = {head: scores[head][i] for head in self._EMPLOYEE}
            masked = round(float(row["masked"][0]), 3)
            found.append(
                EmployeeTags(
                    self._over("emotions", row["emotions"]) or (self._best("emotions", row["emotions"]),),
                    self._best("stress", row["stress"]),
                    self._over("concerns", row["concerns"]),
                    self._best("stance", row["stance"]),
                    self._best("seeks", row["seeks"]),
                    Label("masked", masked),
                    self._named("emotions", row["emotions"]) | self._named("concerns", row["concerns"]) | {"masked": masked},
                ),
            )
        return found

    @property
    def masked_from(self) -> float:
        """The p of `masked` from which distress counts as masked."""
        return float(self._encoder.card["heads"]["masked"]["thresholds"][0])

    def embed(self, texts: Sequence[str]) -> "np.ndarray":
        """Embed `texts` as unit vectors, (texts, 384)."""
        return self._encoder.run([(t, "") for t in texts], ("embedding",))["embedding"]

    def _scores(self, pairs: Sequence[Pair], heads: Sequence[str]) -> dict[str, "np.ndarray"]:
        """Run the encoder and turn logits into probabilities."""
        import numpy as np

        raw = self._encoder.run(pairs, heads)
        found = {}
        for head, logits in raw.items():
            if self._encoder.card["heads"][head]["kind"] == "multi":
                found[head] = 1 / (1 + np.exp(-logits))
            else:
                powers = np.exp(logits - logits.max(axis=1, keepdims=True)) if logits.size else logits
                found[head] = powers / powers.sum(axis=1, keepdims=True) if logits.size else logits
        return found

    def _labels(self, head: str) -> list[str]:
        labels: list[str] = self._encoder.card["heads"][head]["labels"]
        return labels

    def _over(self, head: str, row: "np.ndarray") -> tuple[Label, ...]:
        thresholds = self._encoder.card["heads"][head]["thresholds"]
        over = [Label(n, round(float(p), 3)) for n, p, t in zip(self._labels(head), row, thresholds, strict=True) if p >= t]
        return tuple(sorted(over, key=lambda label: -label.p))

    def _best(self, head: str, row: "np.ndarray") -> Label:
        i = int(row.argmax())
        return Label(self._labels(head)[i], round(float(row[i]), 3))

    def _named(self, head: str, row: "np.ndarray") -> dict[str, float]:
        return {n: float(p) for n, p in zip(self._labels(head), row, strict=True)}


def _neutral(pairs: Sequence[Pair]) -> list[Pair]:
    """Fold spaces and names: whoever is named, the same words are read alike (see names.py)."""
    return [(neutral(" ".join(text.split())), neutral(" ".join(context.split()))) for text, context in pairs]


class _Recent(Generic[T]):
    """A bounded memory of readings, least recently used out first."""

    def __init__(self) -> None:
        self._rows: OrderedDict[Pair, T] = OrderedDict()
        self._lock = Lock()

    def filled(self, pairs: Sequence[Pair], read: Callable[[Sequence[Pair]], list[T]]) -> list[T]:
        """Give the rows of `pairs`, reading those that aren't remembered."""
        with self._lock:
            known = {p: self._rows[p] for p in pairs if p in self._rows}
            for pair in known:
                self._rows.move_to_end(pair)
        fresh = list(dict.fromkeys(p for p in pairs if p not in known))
        if fresh:
            known.update(zip(fresh, read(fresh), strict=True))
            with self._lock:
                self._rows.update((p, known[p]) for p in fresh[-KEPT:])
                while len(self._rows) > KEPT:
                    self._rows.popitem(last=False)
        return [known[p] for p in pairs]
