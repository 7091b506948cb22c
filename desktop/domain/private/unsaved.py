"""Private words that the disk refused, other than notes: where they belong."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.private.words import PrivateText


class PrivatePlace(StrEnum):
    """Where a manager writes for themselves alone.

    Each is found by identities: which plan and subject; whose person, which ambition and which of
    its steps (none for the ambition itself); which opportunity and which part of it;
    which form and what it is about; which signal; which moment; which experiment and which part;
    about whom and which note (none for a new one).
    """

    THOUGHT = "thought"
    LIMITS = "limits"
    OPPORTUNITY = "opportunity"
    SIGNAL = "signal"
    MOMENT = "moment"
    EXPERIMENT = "experiment"
    NOTE = "note about"
    FORM = "form"


class PrivateForm(StrEnum):
    """A private line that keeps what is typed before it is written.

    What it is about: a person, a kept line, a theme, nothing.
    """

    NEED = "need"
    NEW_OPPORTUNITY = "new opportunity"
    NEW_THEME = "new theme"
    NOTICED = "noticed"
    THEME_WORDING = "theme wording"
    RECALL = "recall"


@dataclass(frozen=True, slots=True)
class UnsavedNote:
    """Words of one place, found by ``which``."""

    place: PrivatePlace
    which: tuple[str, ...]
    words: PrivateText
