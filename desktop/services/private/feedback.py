"""What to have in mind about a person before giving them feedback (product G5)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.moments import MomentKind
from desktop.domain.motivations import Motivation
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import Goal
from desktop.services.private import known, moments, motivations
from desktop.storage.shelves import PrivateShelf

_MOST = 3
"""Lines of a kind: the card is read standing in a doorway."""

_LEARNING, _DRAINS = (QuestionId("N9"),), (QuestionId("N3"),)
_WANTS = tuple(QuestionId(asked) for asked in ("D1", "D4", "D3"))
"""Three years, two years, six months: where the person's page says that they are heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """What was said or seen, and on which day."""

    words: PrivateText
    on: date


@dataclass(frozen=True, slots=True)
class Card:
    """Goals, motivations, learning and drains of one person; each may be empty."""

    goals: tuple[Goal, ...]
    wants: tuple[Line, ...]
    """Where none is agreed yet: the goals captured in private, or else what they answered."""
    motivations: tuple[Motivation, ...]
    learning: tuple[Line, ...]
    drains: tuple[Line, ...]
    said_before: tuple[Line, ...]
    """The feedback that was noted last."""


def card(shelf: PrivateShelf, who: PersonId) -> Card:
    """Return what the vault knows that feedback should start from, the newest first."""
    goals = moments.goals_alive(shelf, who)
    given = (m for m in shelf.moments.of(who) if m.kind is MomentKind.FEEDBACK and m.words)
    return Card(
        goals=goals,
        wants=() if goals else _kept(shelf, who, KeptAs.GOAL) or _noted(shelf, who, _WANTS),
        motivations=tuple(w.motivation for w in motivations.of_person(shelf, who)),
        learning=_kept(shelf, who, KeptAs.LEARNING) or _noted(shelf, who, _LEARNING),
        drains=_kept(shelf, who, KeptAs.DRAIN) or _noted(shelf, who, _DRAINS),
        said_before=tuple(Line(m.words, m.noted.date()) for m in given)[:_MOST],
    )


def _kept(shelf: PrivateShelf, who: PersonId, kind: KeptAs) -> tuple[Line, ...]:
    """Return what was kept as one kind, each sentence once though it was kept twice."""
    found: list[Line] = []
    for kept, on in shelf.kept.of_person(who, (kind,)):
        if not any(line.words.says_the_same_as(kept.words) for line in found):
            found.append(Line(kept.words, on))
    return tuple(found[:_MOST])


def _noted(
    shelf: PrivateShelf, who: PersonId, questions: tuple[QuestionId, ...]
) -> tuple[Line, ...]:
    heard = known.heard(shelf, who, questions)
    return tuple(Line(each.noted.whole, each.noted.on) for each in heard)
