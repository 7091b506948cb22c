"""Looking back over the years with one person (product H1)."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TypeVar

from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.moments import MomentKind
from desktop.domain.private.arc import Arc, ArcKind, ArcMark, Passage, Told
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import Goal, GoalVersion, Status
from desktop.storage.shelves import PrivateShelf

T = TypeVar("T")

_PROUDEST = QuestionId("N7")
_KINDS = {
    KeptAs.ENERGY: Told.GIVES,
    KeptAs.DRAIN: Told.DRAINS,
    KeptAs.ACHIEVEMENT: Told.ACHIEVEMENT,
}
_GOALS = {
    Status.ALIVE: Told.CHANGED_GOAL,
    Status.CHANGED: Told.CHANGED_GOAL,
    Status.REACHED: Told.REACHED_GOAL,
    Status.SET_ASIDE: Told.GOAL_SET_ASIDE,
}


def arc(shelf: PrivateShelf, who: PersonId) -> Arc:
    """Return everything that has happened with a person, in the order of its days."""
    marks = (
        *_talks(shelf, who),
        *_achievements(shelf, who),
        *_goals(shelf, who),
        *_contracts(shelf, who),
    )
    return Arc(tuple(sorted(marks, key=lambda mark: (mark.on, list(ArcKind).index(mark.kind)))))


def achievements(shelf: PrivateShelf, who: PersonId) -> tuple[tuple[date, Passage], ...]:
    """Return what somebody is proud of, the earliest first.

    Where nothing was kept as an achievement, what was noted to the question for them counts (N7).
    """
    kept = [
        (on, Passage(Told.ACHIEVEMENT, line.words, line.conversation, line.question))
        for line, on in shelf.kept.of_person(who, (KeptAs.ACHIEVEMENT,))
    ]
    has_kept = {passage.conversation for _, passage in kept}
    noted = [
        (heard.on, Passage(Told.ACHIEVEMENT, heard.whole, talk, _PROUDEST))
        for talk, heard in shelf.answers.all_to(who, _PROUDEST)
        if talk not in has_kept
    ]
    return tuple(sorted((*kept, *noted), key=lambda told: told[0]))


def _talks(shelf: PrivateShelf, who: PersonId) -> Iterator[ArcMark]:
    talks = shelf.conversations.of(who)
    energies = [
        (on, Passage(_KINDS[line.keeping.kind], line.words, line.conversation, line.question))
        for line, on in shelf.kept.of_person(who, (KeptAs.ENERGY, KeptAs.DRAIN))
    ]
    told = _by_day(energies)
    held = _by_day((_day(talk.begun), talk.id) for talk in talks)
    for day in sorted(held):
        yield ArcMark(ArcKind.TALK, day, tuple(told.get(day, ())), tuple(held[day]))


def _achievements(shelf: PrivateShelf, who: PersonId) -> Iterator[ArcMark]:
    """Give what somebody told of, and what the manager saw in between."""
    seen = (
        (_day(moment.noted), Passage(Told.SEEN, moment.words))
        for moment in reversed(shelf.moments.of(who))
        if moment.kind is MomentKind.ACHIEVEMENT and moment.words
    )
    for day, passages in _by_day((*achievements(shelf, who), *seen)).items():
        yield ArcMark(ArcKind.ACHIEVEMENT, day, tuple(passages))


def _goals(shelf: PrivateShelf, who: PersonId) -> Iterator[ArcMark]:
    versions = [
        (_day(version.at), _goal_told(goal, version))
        for goal in shelf.goals.of_person(who)
        for version in goal.versions
    ]
    for day, passages in _by_day(versions).items():
        yield ArcMark(ArcKind.GOAL, day, tuple(passages))


def _goal_told(goal: Goal, version: GoalVersion) -> Passage:
    wording = version.wording
    is_new = version is goal.versions[0] and wording.status is Status.ALIVE
    told = Told.NEW_GOAL if is_new else _GOALS[wording.status]
    because = PrivateText(wording.reason) if wording.reason else None
    return Passage(told, PrivateText(wording.words), because=because)


def _contracts(shelf: PrivateShelf, who: PersonId) -> Iterator[ArcMark]:
    for day, agreed in _by_day(
        (_day(at), (version, talk)) for talk, version, at in shelf.contracts.agreements(who)
    ).items():
        passages = tuple(Passage(Told.CONTRACT, PrivateText(""), talk) for _, talk in agreed)
        talks = tuple(talk for _, talk in agreed)
        yield ArcMark(ArcKind.CONTRACT, day, passages, talks, max(v for v, _ in agreed))


def _day(moment: datetime) -> date:
    """Return the day as it was at its own place: a journey moves no conversation to another day."""
    return moment.date()


def _by_day(told: Iterable[tuple[date, T]]) -> dict[date, list[T]]:
    days: dict[date, list[T]] = {}
    for day, one in told:
        days.setdefault(day, []).append(one)
    return days
