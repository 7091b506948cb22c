"""The manager's own reading of a leaving signal (playbook K8): private for ever, never a score."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import ConversationId


class Ease(StrEnum):
    """How easily the answer came."""

    AT_ONCE = "at once"
    AFTER_THOUGHT = "after thought"
    HARDLY = "hardly"


class Form(StrEnum):
    """How the answer sounded."""

    SEVERAL = "several"
    A_CHANCE = "a chance"
    """If another job offered it, or if they got the chance."""
    A_CHANGE = "a change"
    """If this changed, or if they could no longer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a manager read in one conversation, on its day; either part may be left open."""

    conversation: ConversationId
    on: date
    ease: Ease | None = None
    form: Form | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read."""
        return self.ease is None and self.form is None
