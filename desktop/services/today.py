"""What today asks of the manager: their own commitments first (product G1)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from desktop.domain.cadence import A_QUARTER, GOALS_EVERY, REVIEW_EVERY, Cadence
from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.planned import Planned
from desktop.domain.ids import PersonId
from desktop.domain.people import Person
from desktop.domain.shared.commitments import CommitmentState, Owner, Promise
from desktop.domain.shared.messages import MessageKind
from desktop.services import cadences, plans
from desktop.storage.shelves import SharedShelf

QUARTERLY = frozenset({Kind.FULL})
"""The kinds of conversation that a person is owed each quarter."""

GAP_SHOWS_AHEAD = timedelta(days=14)
"""How long before a quarter is over a conversation that nobody booked is named (guard V1)."""

PROMPT_AHEAD = timedelta(days=3)
"""How long before a conversation its reflection prompt should be out (playbook C5)."""


B = TypeVar("B", Conversation, Planned, Promise)


class Standing(StrEnum):
    """How things stand with a person, seen from what the manager owes."""

    NEVER_TALKED = "never talked"
    ON_TRACK = "on track"
    SOON = "soon"
    LATE = "late"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with the person it is with."""

    conversation: Conversation
    person: Person


@dataclass(frozen=True, slots=True)
class LookedOver:
    """A talk whose draft left to be looked over, last when; nothing of it is agreed yet."""

    talk: Talk
    left: datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """A planned conversation with the person it is with; whether its prompt should be out.

    ``went_by`` says that its day is over and nobody began it: put off is what it is now (V1);
    ``months`` is the rhythm of full conversations with them.
    """

    planned: Planned
    person: Person
    prompt_due: bool
    went_by: bool = False
    months: int = A_QUARTER


@dataclass(frozen=True, slots=True)
class Gap:
    """A person with whom nothing is booked; ``due`` is None before a first conversation.

    ``was_cancelled`` says that something was booked since the last talk and called off; ``months``
    is the rhythm, of full conversations or of the short form that ``kind`` names.
    """

    person: Person
    due: date | None
    was_cancelled: bool
    kind: Kind = Kind.FULL
    months: int = A_QUARTER


@dataclass(frozen=True, slots=True)
class Today:
    """Everything that waits: mine, the summaries owed within 48 hours, talks under way, theirs.

    ``planned`` are the conversations that are booked, ``gaps`` those that are not (guard V1):
    first the full ones, then contract reviews and goals that nobody looked at for a year.
    ``looked_over`` are the drafts that wait for somebody's word; they are not counted.
    """

    mine: tuple[Promise, ...]
    owed: tuple[Talk, ...]
    under_way: tuple[Talk, ...]
    theirs: tuple[Promise, ...]
    planned: tuple[Appointment, ...] = ()
    gaps: tuple[Gap, ...] = ()
    looked_over: tuple[LookedOver, ...] = ()

    @property
    def count(self) -> int:
        """How many things wait for the manager alone."""
        booked = sum(each.prompt_due or each.went_by for each in self.planned)
        return len(self.mine) + len(self.owed) + len(self.under_way) + len(self.gaps) + booked


def today(shelf: SharedShelf) -> Today:
    """Return what waits today, each list in the order in which it should be done."""
    people = {person.id: person for person in shelf.people.all()}
    held = tuple(t for t in shelf.conversations.that_count_now() if t.person in people)
    booked = tuple(plan for plan in shelf.plans.that_count_now() if plan.person in people)
    talks = [Talk(talk, people[talk.person]) for talk in held]
    waiting = plans.still_waiting(booked, held)
    shared = shelf.shares.conversations([talk.id for talk in held])
    agreed = shelf.contracts.promises(state=CommitmentState.OPEN)
    promises = tuple(promise for promise in agreed if promise.person in people)
    return Today(
        mine=tuple(p for p in promises if p.owner is Owner.MANAGER),
        owed=tuple(
            reversed(
                [
                    t
                    for t in talks
                    if t.conversation.summary_owed_by and t.conversation.id not in shared
                ]
            )
        ),
        under_way=tuple(t for t in talks if t.conversation.is_open),
        theirs=tuple(p for p in promises if p.owner is Owner.PERSON),
        planned=tuple(_appointments(shelf, waiting, people)),
        gaps=tuple(_gaps(shelf, people.values(), held, booked, promises)),
        looked_over=tuple(_looked_over(shelf, talks)),
    )


def _looked_over(shelf: SharedShelf, talks: Iterable[Talk]) -> Iterator[LookedOver]:
    """Yield the drafts that left and were not agreed since, the oldest first."""
    known = {talk.conversation.id: talk for talk in talks}
    for which, left in shelf.drafts_that_left.not_agreed():
        if which in known:
            yield LookedOver(known[which], left)


def _gaps(
    shelf: SharedShelf,
    people: Iterable[Person],
    held: Iterable[Conversation],
    booked: Iterable[Planned],
    promises: Iterable[Promise],
) -> list[Gap]:
    """Return everybody whose quarter is nearly over with nothing booked, the latest first.

    Below them, with whom a short form is due (playbook section 2).
    """
    talks, plans_of, chosen = _by_person(held), _by_person(booked), shelf.cadences.all()
    for_all, worded = cadences.for_all(shelf), shelf.goals.last_worded()
    promised = set(_by_person(promises))
    full, short = [], []
    for person in people:
        cadence, with_them = chosen.get(person.id, Cadence()), talks.get(person.id, [])
        ahead = plans_of.get(person.id, [])
        gap = _gap(shelf, person, with_them, ahead, (cadence, for_all))
        if gap is not None:
            full.append(gap)
        elif not _is_taken_up(shelf, cadence, with_them, ahead):
            revised = worded.get(person.id)
            found = _short_form(shelf.today(), person, with_them, cadence, revised)
            short += [g for g in found if g.kind is Kind.GOALS or person.id in promised]
    return sorted(full, key=lambda gap: gap.due or date.max) + short


def _is_taken_up(
    shelf: SharedShelf, cadence: Cadence, talks: Sequence[Conversation], booked: Sequence[Planned]
) -> bool:
    """Whether a talk is under way or booked, or none is wanted now."""
    under_way = any(talk.is_open for talk in talks) or any(p.waits(talks) for p in booked)
    return under_way or cadence.is_paused(shelf.today())


def _short_form(
    today: date,
    person: Person,
    talks: Sequence[Conversation],
    cadence: Cadence,
    revised: datetime | None,
) -> Iterator[Gap]:
    """Yield what is due beside the full conversations: the contract monthly, the goals yearly."""
    reviewed = [t.begun for t in talks if t.kind is not Kind.CHECK_IN]
    looked_at = [t.begun for t in talks if t.kind is Kind.GOALS]
    looked_at += [revised] if revised else []
    for kind, moments, months in (
        (Kind.GOALS, looked_at, GOALS_EVERY),
        (Kind.CONTRACT_REVIEW, reviewed, REVIEW_EVERY),
    ):
        due = cadence.due(max(moments).date(), months) if moments else None
        if due is not None and due <= today:
            yield Gap(person, due, was_cancelled=False, kind=kind, months=months)
            return


def _by_person(things: Iterable[B]) -> dict[PersonId, list[B]]:
    found: dict[PersonId, list[B]] = {}
    for thing in things:
        found.setdefault(thing.person, []).append(thing)
    return found


def gap_with(shelf: SharedShelf, person: Person) -> Gap | None:
    """Return the gap with one person: due soon, nothing booked and nothing under way (V1)."""
    rhythm = cadences.of_person(shelf, person.id), cadences.for_all(shelf)
    held, booked = shelf.conversations.of(person.id), shelf.plans.of(person.id)
    return _gap(shelf, person, held, booked, rhythm)


def _gap(
    shelf: SharedShelf,
    person: Person,
    held: Iterable[Conversation],
    booked: Sequence[Planned],
    rhythm: tuple[Cadence, int],
) -> Gap | None:
    """Return the gap; ``rhythm`` is the person's own, and that for everybody in months."""
    cadence, for_all = rhythm
    talks = [talk for talk in held if talk.kind in QUARTERLY]
    if any(t.is_open for t in talks) or any(p.waits(talks) for p in booked):
        return None
    last, months = talks[0].begun if talks else None, cadence.months(for_all, shelf.today())
    due = cadence.due(last.date(), months) if last else None
    shows = shelf.today() + GAP_SHOWS_AHEAD
    if cadence.is_paused(shelf.today()) or (due is not None and due > shows):
        return None
    called_off = [p.cancelled for p in booked if p.cancelled is not None]
    was_cancelled = any(last is None or at > last for at in called_off)
    return Gap(person, due, was_cancelled, months=months)


def _appointments(
    shelf: SharedShelf, waiting: Iterable[Planned], people: Mapping[PersonId, Person]
) -> Iterator[Appointment]:
    chosen, for_all, day = shelf.cadences.all(), cadences.for_all(shelf), shelf.today()
    for plan in waiting:
        months = chosen.get(plan.person, Cadence()).months(for_all, day)
        went_by = plan.at.date() < day
        yield Appointment(
            plan, people[plan.person], _is_prompt_due(shelf, plan), went_by, months=months
        )


def _is_prompt_due(shelf: SharedShelf, planned: Planned) -> bool:
    away = planned.at.date() - shelf.today()
    is_near = timedelta(0) <= away <= PROMPT_AHEAD and planned.at > shelf.now()
    may_be_due = planned.kind in QUARTERLY and is_near
    return may_be_due and not shelf.plans.message(planned.id, MessageKind.REFLECTION).sent


def standings(shelf: SharedShelf, waiting: Today | None = None) -> dict[PersonId, Standing]:
    """Return how things stand with everybody: my own lateness counts, never theirs.

    ``waiting`` is today's list, for whoever has just read it.

    Late is a promise of mine past its date, a summary past its 48 hours or a quarter without a
    talk; soon is one of these today; waiting for them to bring it up never looks like on track.
    """
    now, waiting = shelf.now(), waiting or today(shelf)
    held = shelf.conversations.that_count_now()
    in_depth = _by_person(talk for talk in held if talk.kind.is_in_depth)
    mine, owed = _by_person(waiting.mine), _by_person(t.conversation for t in waiting.owed)
    chosen, for_all = shelf.cadences.all(), cadences.for_all(shelf)
    return {
        person.id: _standing(
            next(iter(in_depth.get(person.id, ())), None),
            [promise.due for promise in mine.get(person.id, ())],
            owed.get(person.id, []),
            now,
            (chosen.get(person.id, Cadence()), for_all),
        )
        for person in shelf.people.all()
    }


def _standing(
    last: Conversation | None,
    due: list[date],
    owed: list[Conversation],
    now: datetime,
    rhythm: tuple[Cadence, int],
) -> Standing:
    (cadence, for_all), today = rhythm, now.date()
    is_paused = cadence.is_paused(today)
    deadlines = [talk.summary_owed_by for talk in owed if talk.summary_owed_by]
    if any(day < today for day in due) or any(moment < now for moment in deadlines):
        return Standing.LATE
    next_due = cadence.due(last.begun.date(), cadence.months(for_all, today)) if last else None
    # Before what is due today: a summary still in time is no quarter that was kept.
    if next_due is not None and next_due < today and not is_paused:
        return Standing.LATE
    if today in due or deadlines:
        return Standing.SOON if last is not None else Standing.NEVER_TALKED
    if is_paused:
        return Standing.PAUSED
    return Standing.NEVER_TALKED if last is None else Standing.ON_TRACK
