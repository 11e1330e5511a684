"""What an employee's message expresses and seeks."""

from dataclasses import dataclass

from hearten.domain.finding import Label


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A topic that needs a human route before any coaching: what it is, the words that show it, what to do.

    `stop` is true where everything else must wait (self-harm, violence, abuse).
    """

    route: str
    start: int
    end: int
    text: str
    why: str
    next: str
    stop: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A reading of one message. Labels are those over their threshold, strongest first; never empty emotions."""

    emotions: tuple[Label, ...]
    stress: Label
    concerns: tuple[Label, ...]
    stance: str
    seeks: str
    masked: bool
    sensitive: tuple[Sensitive, ...]
    language: str
    notes: tuple[str, ...]
    model: str

    @property
    def stops(self) -> bool:
        """Tell whether something in the message must reach a person before anything else."""
        return any(s.stop for s in self.sensitive)
