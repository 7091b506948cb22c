"""What today asks of the manager: their own commitments first (product G1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.planned import Planned
from desktop.domain.ids import PersonId
from desktop.domain.people import Person
from desktop.domain.shared.commitments import CommitmentState, Owner, Promise
from desktop.domain.shared.messages import MessageKind
from desktop.services import plans
from desktop.storage.shelves import SharedShelf

QUARTERLY = frozenset({Kind.FULL})
"""The kinds of conversation that a person is owed each quarter."""

A_QUARTER = timedelta(days=92)
"""The longest time between two full conversations (playbook section 2)."""

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


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with the person it is with."""

    conversation: Conversation
    person: Person


@dataclass(frozen=True, slots=True)
class Appointment:
    """A planned conversation with the person it is with; whether its prompt should be out."""

    planned: Planned
    person: Person
    prompt_due: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A person with whom nothing is booked; ``due`` is None before a first conversation.

    ``was_cancelled`` says that something was booked since the last talk and called off.
    """

    person: Person
    due: date | None
    was_cancelled: bool


@dataclass(frozen=True, slots=True)
class Today:
    """Everything that waits: mine, the summaries owed within 48 hours, talks under way, theirs.

    ``planned`` are the conversations that are booked, ``gaps`` those that are not (guard V1).
    """

    mine: tuple[Promise, ...]
    owed: tuple[Talk, ...]
    under_way: tuple[Talk, ...]
    theirs: tuple[Promise, ...]
    planned: tuple[Appointment, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def count(self) -> int:
        """How many things wait for the manager alone."""
        prompts = sum(appointment.prompt_due for appointment in self.planned)
        return len(self.mine) + len(self.owed) + len(self.under_way) + len(self.gaps) + prompts


def today(shelf: SharedShelf) -> Today:
    """Return what waits today, each list in the order in which it should be done."""
    people = {person.id: person for person in shelf.people.all()}
    held = tuple(talk for talk in shelf.conversations.all() if talk.person in people)
    booked = tuple(plan for plan in shelf.plans.all() if plan.person in people)
    talks = [Talk(talk, people[talk.person]) for talk in held]
    waiting = plans.still_waiting(booked, held)
    shared = shelf.shares.conversations()
    promises = [p for p in shelf.contracts.promises() if p.state is CommitmentState.OPEN]
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
        planned=tuple(_appointment(shelf, p, people[p.person]) for p in waiting),
        gaps=tuple(_gaps(shelf, people.values(), held, booked)),
    )


def _gaps(
    shelf: SharedShelf,
    people: Iterable[Person],
    held: Iterable[Conversation],
    booked: Iterable[Planned],
) -> list[Gap]:
    """Return everybody whose quarter is nearly over with nothing booked, the latest first."""
    talks, plans_of = _by_person(held), _by_person(booked)
    found = (_gap(shelf, p, talks.get(p.id, []), plans_of.get(p.id, [])) for p in people)
    return sorted((gap for gap in found if gap is not None), key=lambda gap: gap.due or date.max)


def _by_person(things: Iterable[B]) -> dict[PersonId, list[B]]:
    found: dict[PersonId, list[B]] = {}
    for thing in things:
        found.setdefault(thing.person, []).append(thing)
    return found


def gap_with(shelf: SharedShelf, person: Person) -> Gap | None:
    """Return the gap with one person: due soon, nothing booked and nothing under way (V1)."""
    return _gap(shelf, person, shelf.conversations.of(person.id), shelf.plans.of(person.id))


def _gap(
    shelf: SharedShelf, person: Person, held: Iterable[Conversation], booked: Sequence[Planned]
) -> Gap | None:
    talks = [talk for talk in held if talk.kind in QUARTERLY]
    if any(t.is_open for t in talks) or any(p.waits(talks) for p in booked):
        return None
    last = talks[0].begun if talks else None
    due = (last + A_QUARTER).date() if last else None
    if due is not None and due > shelf.today() + GAP_SHOWS_AHEAD:
        return None
    called_off = [p.cancelled for p in booked if p.cancelled is not None]
    return Gap(person, due, was_cancelled=any(last is None or at > last for at in called_off))


def _appointment(shelf: SharedShelf, planned: Planned, person: Person) -> Appointment:
    away = planned.at.date() - shelf.today()
    is_near = timedelta(0) <= away <= PROMPT_AHEAD and planned.at > shelf.now()
    may_be_due = planned.kind in QUARTERLY and is_near
    is_due = may_be_due and not shelf.plans.message(planned.id, MessageKind.REFLECTION).sent
    return Appointment(planned, person, is_due)


def standings(shelf: SharedShelf, waiting: Today | None = None) -> dict[PersonId, Standing]:
    """Return how things stand with everybody: my own lateness counts, never theirs.

    ``waiting`` is today's list, for whoever has just read it.

    Late is a promise of mine past its date, a summary past its 48 hours or a quarter without a
    talk; soon is one of these today; waiting for them to bring it up never looks like on track.
    """
    now, waiting = shelf.now(), waiting or today(shelf)
    in_depth = _by_person(talk for talk in shelf.conversations.all() if talk.kind.is_in_depth)
    mine, owed = _by_person(waiting.mine), _by_person(t.conversation for t in waiting.owed)
    return {
        person.id: _standing(
            next(iter(in_depth.get(person.id, ())), None),
            [promise.due for promise in mine.get(person.id, ())],
            owed.get(person.id, []),
            now,
        )
        for person in shelf.people.all()
    }


def _standing(
    last: Conversation | None, due: list[date], owed: list[Conversation], now: datetime
) -> Standing:
    deadlines = [talk.summary_owed_by for talk in owed if talk.summary_owed_by]
    if any(day < now.date() for day in due) or any(moment < now for moment in deadlines):
        return Standing.LATE
    if last is None:
        return Standing.NEVER_TALKED
    if now - last.begun > A_QUARTER:
        return Standing.LATE
    return Standing.SOON if now.date() in due or deadlines else Standing.ON_TRACK
