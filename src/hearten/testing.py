"""Public fakes for tests: yours and ours. The contract tests run them beside the real thing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

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


def _found(table: dict[str, str], text: str) -> tuple[Label, ...]:
    low = text.lower()
    return tuple(Label(label, 0.9) for label in dict.fromkeys(label for word, label in table.items() if word in low))
