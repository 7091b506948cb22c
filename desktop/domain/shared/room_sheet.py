"""The sheet of paper for the room: the questions of one talk, and nothing that anybody said."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.questions import Stage


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as it is asked, in the stage in which it is asked."""

    stage: Stage
    ask: str
    language: str = ""
    """The BCP 47 tag of its words; nothing where the manager wrote them."""


@dataclass(frozen=True, slots=True)
class RoomSheet:
    """What is printed for a talk (product D10). It names nobody: paper is left on tables."""

    on: date
    questions: tuple[AskedQuestion, ...]
    language: str = "en-GB"
    """The BCP 47 tag of the words around the questions."""
