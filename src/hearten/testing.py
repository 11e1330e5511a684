"""Public fakes for tests: yours and ours. The contract tests run them beside the real thing."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hearten.data import load_yaml
from hearten.domain import Label
from hearten.nlp import EmployeeTags, LeaderTags, Pair

if TYPE_CHECKING:
    import numpy as np

_MOVES = {
    "sounds": "reflect", "makes sense": "validate", "thank you for telling": "ack", "what ": "explore_open", "how ": "explore_open",
    "should": "advice_unsol", "at least": "minimise", "lazy": "judge", "decided": "info", "noticed": "affirm", "would it help": "advice_perm",
    "i care": "care", "did you": "explore_closed", "so the": "restate", "when i was": "self_disc",
}  # fmt: skip
_FLAGS = {"right place for you": "pressure", "never": "absolute", "your fault": "blame", "quick chat": "vague_bad_news"}
_EMOTIONS = {"tired": "exhaustion", "angry": "anger", "afraid": "fear", "sad": "sadness", "thanks": "gratitude", "proud": "pride", "glad": "joy"}

MOVES: tuple[str, ...] = tuple(load_yaml("hearten.nlp", "labels.yaml")["moves"]["labels"])
FLAGS: tuple[str, ...] = tuple(load_yaml("hearten.nlp", "labels.yaml")["flags"]["labels"])


class FakeTagger:
    """A tagger that knows a few words and needs no model. For tests only."""

    version = "fake-1"
    masked_from = 0.5

    def leader(self, pairs: Sequence[Pair]) -> list[LeaderTags]:
        """Tag by the words it knows."""
        return [LeaderTags(_found(_MOVES, text), _found(_FLAGS, text), {}) for text, _ in pairs]

    def employee(self, pairs: Sequence[Pair]) -> list[EmployeeTags]:
        """Tag by the words it knows."""
        rows = []
        for text, _ in pairs:
            emotions = _found(_EMOTIONS, text) or (Label("neutral", 0.9),)
            low = emotions[0].label in ("neutral", "gratitude", "pride", "joy")
            asks = text.rstrip().endswith("?")
            rows.append(
                EmployeeTags(
                    emotions,
                    Label("0" if low else "1", 0.9),
                    _found({"hours": "workload", "pay": "pay"}, text),
                    Label("question" if asks else "concern", 0.9),
                    Label("advice" if asks else "heard" if not low else "nothing", 0.9),
                    Label("masked", 0.9 if "no worries" in text.lower() else 0.1),
                    {},
                ),
            )
        return rows

    def embed(self, texts: Sequence[str]) -> "np.ndarray":
        """Embed by counting letters."""
        import numpy as np

        rows = np.array([[text.lower().count(chr(97 + i % 26)) + 1e-3 for i in range(384)] for text in texts], dtype=np.float32)
        unit: np.ndarray = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


class ScriptedTagger(FakeTagger):
    """A tagger that reads just what a test tells it to, for tests of what follows from a reading.

    Args:
        leader: by sentence, the labels it carries; talk moves and flags in one list. Other sentences carry none.
        employee: by message, emotions, concerns, stance, seeks, stress or masked; what isn't said is calm and neutral.
        p: how sure every reading is.
    """

    version = "scripted-1"

    def __init__(
        self, leader: Mapping[str, Sequence[str]] | None = None, employee: Mapping[str, Mapping[str, Any]] | None = None, p: float = 0.8
    ) -> None:
        """Remember what to say."""
        self._leader, self._employee, self._p = leader or {}, employee or {}, p

    def leader(self, pairs: Sequence[Pair]) -> list[LeaderTags]:
        """Give the labels scripted for each sentence."""
        rows = []
        for text, _ in pairs:
            labels = [Label(name, self._p) for name in self._leader.get(text, ())]
            rows.append(
                LeaderTags(tuple(x for x in labels if x.label not in FLAGS), tuple(x for x in labels if x.label in FLAGS), dict.fromkeys(MOVES, 0.0))
            )
        return rows

    def employee(self, pairs: Sequence[Pair]) -> list[EmployeeTags]:
        """Give what is scripted for each message."""
        rows = []
        for text, _ in pairs:
            said = self._employee.get(text, {})
            rows.append(
                EmployeeTags(
                    tuple(Label(e, self._p) for e in said.get("emotions", ("neutral",))),
                    Label(str(said.get("stress", 0)), self._p),
                    tuple(Label(c, self._p) for c in said.get("concerns", ())),
                    Label(said.get("stance", "other"), self._p),
                    Label(said.get("seeks", "nothing"), self._p),
                    Label("masked", self._p if said.get("masked") else 0.0),
                    {},
                ),
            )
        return rows


def _found(table: dict[str, str], text: str) -> tuple[Label, ...]:
    low = text.lower()
    return tuple(Label(label, 0.9) for label in dict.fromkeys(label for word, label in table.items() if word in low))
