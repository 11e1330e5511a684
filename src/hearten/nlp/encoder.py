"""Runs the encoder: text in, the scores of every head and an embedding out."""

import json
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hearten.errors import ModelError

if TYPE_CHECKING:
    import numpy as np

Pair = tuple[str, str]


class Encoder:
    """The shipped model under onnxruntime. Loaded once, when first used; safe to share between threads.

    Args:
        folder: holds `model.onnx`, `tokenizer.json` and `model.json` (labels, thresholds, version).
        threads: processor cores one reading may use.
    """

    def __init__(self, folder: Path, threads: int = 2) -> None:
        """Remember where the model is; nothing is loaded yet."""
        self._folder, self._threads = folder, threads
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any, ThreadPoolExecutor] | None = None
        self._card: dict[str, Any] | None = None

    @property
    def card(self) -> dict[str, Any]:
        """What the model says of itself: name, version, heads with labels, thresholds.

        Raises:
            ModelError: the folder holds no model.
        """
        if self._card is None:
            path = self._folder / "model.json"
            try:
                self._card = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                raise ModelError(f"The reading model cannot be loaded from {self._folder}: {error}. Install Hearten again.") from error
        return self._card

    @property
    def version(self) -> str:
        """Name and version of the model, as every result carries it."""
        return f"{self.card['name']}-{self.card['version']}"

    def _parts(self) -> tuple[Any, Any, ThreadPoolExecutor]:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def _load(self) -> tuple[Any, Any, ThreadPoolExecutor]:
        import onnxruntime
        from tokenizers import Tokenizer

        # onnxruntime counts its uses on some systems; nothing here may.
        onnxruntime.disable_telemetry_events()
        longest = int(self.card["longest"])
        try:
            tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
            options = onnxruntime.SessionOptions()
            # One core a text, several texts at a time: see `run`.
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            session = onnxruntime.InferenceSession(str(self._folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        except Exception as error:
            raise ModelError(f"The reading model in {self._folder} is broken: {error}. Install Hearten again.") from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(longest, strategy="longest_first")
        # Kept for good: threads made anew at every key stroke would cost more than a sentence.
        return tokenizer, session, ThreadPoolExecutor(self._threads, "hearten-encoder")

    def run(self, pairs: Sequence[Pair], outputs: Sequence[str]) -> dict[str, "np.ndarray"]:
        """Read `pairs` of (text, context) and return each output as an array (pairs, labels).

        Heads give logits; `embedding` gives unit vectors (pairs, 384). Each text is run by itself: the int8 model
        scales its numbers by the largest in a batch, so in company a text would read differently than alone.

        Raises:
            ModelError: the model is missing or broken.
        """
        import numpy as np

        tokenizer, session, pool = self._parts()
        encodings = tokenizer.encode_batch([(text, context) if context else text for text, context in pairs])

        def one(encoding: Any) -> list[np.ndarray]:
            ids = np.array([encoding.ids], dtype=np.int64)
            feed = {"ids": ids, "mask": np.ones_like(ids), "types": np.array([encoding.type_ids], dtype=np.int64)}
            rows: list[np.ndarray] = session.run(list(outputs), feed)
            return rows

        rows = list(pool.map(one, encodings)) if len(encodings) > 1 and self._threads > 1 else [one(e) for e in encodings]
        if not rows:
            return {name: np.empty((0, 0), dtype=np.float32) for name in outputs}
        return {name: np.concatenate([row[k] for row in rows]) for k, name in enumerate(outputs)}
