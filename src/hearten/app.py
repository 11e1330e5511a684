"""The one object that wires everything; every face uses it."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hearten import settings as _settings

if TYPE_CHECKING:
    from hearten.domain import Check, Read
    from hearten.drafts.bulk import Role, Tagged
    from hearten.nlp import Encoder, Tagger


class Hearten:
    """Everything a leader can do, for Python, the command line and the pages alike.

    Nothing is loaded until it is needed; one object may be shared between threads.

    Args:
        settings: values that go before environment and settings.toml, by name.
        tagger: what reads sentences; the shipped model when not given.

    Raises:
        SettingError: a setting has a value that cannot be used.
    """

    def __init__(self, settings: Mapping[str, Any] | None = None, tagger: "Tagger | None" = None) -> None:
        """Gather the settings; load nothing."""
        self.settings = _settings.load(settings)
        self._tagger = tagger

    @cached_property
    def encoder(self) -> "Encoder":
        """The shipped encoder, loaded when first asked to read."""
        from hearten.nlp import Encoder  # noqa: PLC0415 -- slow import

        return Encoder(self.settings["model"], self.settings["threads"])

    @cached_property
    def tagger(self) -> "Tagger":
        """What reads sentences."""
        from hearten.nlp import EncoderTagger  # noqa: PLC0415 -- slow import

        return self._tagger or EncoderTagger(self.encoder)

    def check(self, draft: str | bytes, reply_to: str | bytes | None = None, kind: str = "auto", suggestions: Sequence[str] = ()) -> "Check":
        """Check a draft sentence by sentence, and whether its reader will feel heard.

        Args:
            draft: what you would send, as text or as the bytes of a file.
            reply_to: the message it answers, if any.
            kind: auto, reply, feedback, layoff, refusal, announcement or condolence.
            suggestions: texts taken over from suggestions, for the share of own words.

        Raises:
            InputError: the draft is empty, one word, too long, only quotes, or not text; the kind is unknown.
            ModelError: the model is missing or broken.
        """
        from hearten.drafts import check  # noqa: PLC0415 -- slow import
        from hearten.nlp import to_text  # noqa: PLC0415

        longest = self.settings["longest_draft"]
        answered = to_text(reply_to, longest) if reply_to and reply_to.strip() else None
        return check(
            to_text(draft, longest), self.tagger, reply_to=answered, kind=kind, suggestions=tuple(suggestions), **self._help,
        )  # fmt: skip

    def read(self, message: str | bytes) -> "Read":
        """Read what an employee's message expresses, what it's about and what it seeks.

        Raises:
            InputError: the message is empty, too long, only quotes, or not text.
            ModelError: the model is missing or broken.
        """
        from hearten.drafts import read  # noqa: PLC0415 -- slow import
        from hearten.nlp import to_text  # noqa: PLC0415

        return read(to_text(message, self.settings["longest_draft"]), self.tagger, **self._help)

    def tag(self, source: Path, target: Path, role: "Role", progress: Callable[[int], None] = lambda _: None) -> "Tagged":
        """Tag a JSONL file of texts into another; see `hearten.drafts.bulk.tag_file`."""
        from hearten.drafts.bulk import tag_file  # noqa: PLC0415 -- slow import

        return tag_file(source, target, role, self.tagger, progress)

    @property
    def _help(self) -> dict[str, str]:
        return {"country": self.settings["country"], "contact": self.settings["help_contact"]}
