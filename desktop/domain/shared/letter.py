"""The letter: everything on the page that goes out, and nothing else."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.goals import GoalWording
from desktop.domain.shared.passages import Passage
from desktop.domain.shared.since import Change

ENGLISH = "en-GB"
LANGUAGES = (ENGLISH, "de", "fr", "es")
"""BCP 47 tags of the languages that the words around people's own can be printed in."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The summary and contract of one conversation, ready to be set as a page.

    ``paragraphs`` are in reading order; ``language`` is a BCP 47 tag for dates and headings;
    ``since`` is what became of the version before, ``goals`` those that are new
    or have changed since.
    """

    person_name: str
    manager_name: str
    on: date
    paragraphs: tuple[str, ...]
    contract: Contract
    language: str = ENGLISH
    since: tuple[Change, ...] = ()
    goals: tuple[GoalWording, ...] = ()
    to_look_over: bool = False
    """Whether it leaves as a draft: then every sheet says that nothing is agreed."""
    theirs: frozenset[CommitmentId] = frozenset()
    """The commitments that stand there in the person's own words."""
    their_paragraphs: frozenset[int] = frozenset()
    """The places of the paragraphs that do, counted from 0."""
    their_passages: frozenset[Passage] = frozenset()
    """What else does: the review, the open question."""
