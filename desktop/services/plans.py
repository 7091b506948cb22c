"""What a manager does with a conversation before it begins: book it, move it, call it off."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.path import Path, Step
from desktop.domain.conversations.planned import (
    Planned,
    proper_day,
    proper_minutes,
    proper_time,
    still_to_come,
)
from desktop.domain.ids import ConversationId, PersonId, PlannedId
from desktop.domain.questions import Stage
from desktop.services import conversations
from desktop.storage.shelves import PrivateShelf, SharedShelf


@dataclass(frozen=True, slots=True)
class Booking:
    """What is asked for, time and minutes as they were typed."""

    day: date | None
    time: str
    minutes: str
    stage: Stage | None = None
    kind: Kind = Kind.FULL


def planned(shelf: SharedShelf | PrivateShelf, which: PlannedId) -> Planned:
    """Return one booking; KeyError if there is none."""
    return shelf.plans.get(which)


def waiting(shelf: SharedShelf) -> tuple[Planned, ...]:
    """Return every booking that is still to be held, the earliest first."""
    talks = shelf.conversations.all()
    return tuple(plan for plan in shelf.plans.all() if plan.waits(talks))


def next_with(shelf: SharedShelf, who: PersonId) -> Planned | None:
    """Return the earliest booking with a person that is still to be held."""
    talks = shelf.conversations.of(who)
    return next((plan for plan in shelf.plans.of(who) if plan.waits(talks)), None)


def book(shelf: SharedShelf, who: PersonId, wanted: Booking) -> Done[PlannedId]:
    """Book a conversation; Refusal for a time that has passed or a session too short (V2)."""
    at, minutes = _checked(shelf, wanted, wanted.kind)
    new = Planned(PlannedId(ids.fresh()), who, wanted.kind, at, minutes, wanted.stage)
    return _put(shelf, new)


def move(shelf: SharedShelf, which: PlannedId, wanted: Booking) -> Done[PlannedId]:
    """Give a booking another time, length or stage; the same refusals as for a new one."""
    before = shelf.plans.get(which)
    at, minutes = _checked(shelf, wanted, before.kind)
    return _put(shelf, replace(before, at=at, minutes=minutes, stage=wanted.stage))


def cancel(shelf: SharedShelf, which: PlannedId) -> Done[PlannedId]:
    """Call a booking off; what was thought for it is kept for the next."""
    return _put(shelf, replace(shelf.plans.get(which), cancelled=shelf.now()))


def put_back(shelf: SharedShelf, which: PlannedId) -> Done[PlannedId]:
    """Let a booking that was called off stand again."""
    return _put(shelf, replace(shelf.plans.get(which), cancelled=None))


def begin(shelf: SharedShelf, which: PlannedId) -> Done[ConversationId]:
    """Begin the conversation of a booking, or go on with the one that is under way.

    Stages may be held on different days: a booking for one of them leads to its first question.
    """
    plan = shelf.plans.get(which)
    if plan.conversation is not None:
        return Done(plan.conversation, Touched.NOTHING)
    with shelf.transaction():
        talk = _under_way(shelf, plan) or conversations.begin(shelf, plan.person, plan.kind).value
        shelf.plans.put(replace(plan, conversation=talk))
        if plan.stage is not None:
            _stand_in(shelf, talk, plan.stage)
    return Done(talk, Touched.CONVERSATIONS | Touched.PLANS)


def path_ahead(shelf: SharedShelf, which: PlannedId) -> tuple[Step, ...]:
    """Return the questions that this booking would lead along, in order."""
    plan = shelf.plans.get(which)
    talk = _under_way(shelf, plan)
    if talk is not None:
        path = conversations.path(shelf, talk)
        steps = path.steps if plan.stage else path.steps[path.at :]
    else:
        steps = conversations.planned(shelf, plan.person, plan.kind)
    return Path(steps).of(plan.stage) if plan.stage else steps


def _checked(shelf: SharedShelf, wanted: Booking, kind: Kind) -> tuple[datetime, int]:
    day = proper_day(wanted.day, shelf.today())
    # The offset of that very day: clocks may be set forward or back until then.
    at = datetime.combine(day, proper_time(wanted.time)).astimezone()
    minutes = proper_minutes(kind, wanted.minutes)
    return still_to_come(at, shelf.now()), minutes


def _put(shelf: SharedShelf, plan: Planned) -> Done[PlannedId]:
    with shelf.transaction():
        shelf.plans.put(plan)
    return Done(plan.id, Touched.PLANS)


def _under_way(shelf: SharedShelf, plan: Planned) -> ConversationId | None:
    talks = shelf.conversations.of(plan.person)
    return next((t.id for t in talks if t.is_open and t.kind is plan.kind), None)


def _stand_in(shelf: SharedShelf, talk: ConversationId, stage: Stage) -> None:
    path = conversations.path(shelf, talk)
    steps = path.of(stage)
    if steps and (path.here is None or path.here.stage is not stage):
        conversations.stand_at(shelf, talk, steps[0].question)
