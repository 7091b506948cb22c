"""What a manager does with a conversation before it begins: book it, move it, call it off."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.path import Path, Step
from desktop.domain.conversations.planned import (
    Planned,
    proper_day,
    proper_minutes,
    proper_time,
    still_to_come,
)
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId, PlannedId, QuestionId
from desktop.domain.questions import PROMISES_FIRST, Stage
from desktop.services import conversations
from desktop.services.question_bank import bank
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
    return still_waiting(shelf.plans.all(), shelf.conversations.all())


def still_waiting(booked: Iterable[Planned], held: Iterable[Conversation]) -> tuple[Planned, ...]:
    """Return those bookings that none of these talks has kept, in their order."""
    talks: dict[PersonId, list[Conversation]] = {}
    for talk in held:
        talks.setdefault(talk.person, []).append(talk)
    return tuple(plan for plan in booked if plan.waits(talks.get(plan.person, ())))


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
    """Give a booking another time, length, stage or kind; refused as a new one would be."""
    before = shelf.plans.get(which)
    at, minutes = _checked(shelf, wanted, wanted.kind)
    return _put(
        shelf, replace(before, kind=wanted.kind, at=at, minutes=minutes, stage=wanted.stage)
    )


def cancel(shelf: SharedShelf, which: PlannedId) -> Done[PlannedId]:
    """Call a booking off; what was thought for it is kept for the next."""
    return _put(shelf, replace(shelf.plans.get(which), cancelled=shelf.now()))


def put_back(shelf: SharedShelf, which: PlannedId) -> Done[PlannedId]:
    """Let a booking that was called off stand again."""
    return _put(shelf, replace(shelf.plans.get(which), cancelled=None))


def begin(shelf: SharedShelf, which: PlannedId) -> Done[ConversationId]:
    """Begin the conversation of a booking, or go on with the one that is under way.

    Stages may be held on different days: a booking for one of them leads to its first question.
    The questions picked for it come along. Begun more than a few days early, it is a talk before
    the one that is booked: the booking stays.
    """
    plan = shelf.plans.get(which)
    if plan.conversation is not None:
        return Done(plan.conversation, Touched.NOTHING)
    talk, asked = _under_way(shelf, plan), _still_asked(shelf, plan)
    with shelf.transaction():
        if talk is None:
            questions = _for_a_new_talk(shelf, plan, asked)
            talk = conversations.begin(shelf, plan.person, plan.kind, questions).value
        elif asked:
            conversations.ask_only(shelf, talk, asked, plan.stage)
        if plan.is_near(shelf.today()):
            shelf.plans.put(replace(plan, conversation=talk))
        if plan.stage is not None:
            _stand_in(shelf, talk, plan.stage)
    return Done(talk, Touched.CONVERSATIONS | Touched.PLANS)


def begin_kind(
    shelf: SharedShelf,
    who: PersonId,
    kind: Kind = Kind.FULL,
    questions: Collection[QuestionId] | None = None,
) -> Done[ConversationId]:
    """Begin a conversation of this kind now; one booked for these days is the one that begins.

    ``questions`` is a set chosen for it. Every other booking stays. Refusal if there is nothing
    to ask.
    """
    plan = _booked_for_these_days(shelf, who, kind)
    if plan is None:
        return conversations.begin(shelf, who, kind, questions)
    if questions is None:
        return begin(shelf, plan.id)
    with shelf.transaction():
        talk = conversations.begin(shelf, who, kind, questions).value
        shelf.plans.put(replace(plan, conversation=talk))
    return Done(talk, Touched.CONVERSATIONS | Touched.PLANS)


def path_ahead(
    shelf: SharedShelf, which: PlannedId, *, by_itself: bool = False
) -> tuple[Step, ...]:
    """Return the questions that this booking would lead along, in order.

    ``by_itself`` are those without any that were picked for it.
    """
    plan = shelf.plans.get(which)
    talk = _under_way(shelf, plan)
    asked = frozenset() if by_itself else _still_asked(shelf, plan)
    if talk is None:
        questions = _for_a_new_talk(shelf, plan, asked)
        steps = conversations.planned(shelf, plan.person, plan.kind, questions)
    elif asked:
        steps = conversations.joined_by(shelf, talk, asked)
        steps = tuple(step for step in steps if step.question in asked)
    else:
        path = conversations.path(shelf, talk)
        steps = path.steps if plan.stage else path.steps[path.at :]
    return Path(steps).of(plan.stage) if plan.stage else steps


def pick(
    shelf: SharedShelf, which: PlannedId, questions: Collection[QuestionId]
) -> Done[PlannedId]:
    """Pick the questions of one planned conversation (product D8); Refusal for none at all."""
    if not set(questions) - {PROMISES_FIRST}:
        raise Refusal("questions", "Choose at least one question to ask.")
    return _picked(shelf, which, questions)


def pick_none(shelf: SharedShelf, which: PlannedId) -> Done[PlannedId]:
    """Let a planned conversation ask what its kind asks again."""
    return _picked(shelf, which, ())


def picked(shelf: SharedShelf, which: PlannedId) -> frozenset[QuestionId]:
    """Return the questions picked for a planned conversation; none means what its kind asks."""
    return shelf.plans.questions(which)


def _checked(shelf: SharedShelf, wanted: Booking, kind: Kind) -> tuple[datetime, int]:
    day = proper_day(wanted.day, shelf.today())
    # The offset of that very day: clocks may be set forward or back until then.
    at = datetime.combine(day, proper_time(wanted.time)).astimezone()
    minutes = proper_minutes(kind, wanted.minutes)
    return still_to_come(at, shelf.now()), minutes


def _picked(
    shelf: SharedShelf, which: PlannedId, questions: Collection[QuestionId]
) -> Done[PlannedId]:
    with shelf.transaction():
        shelf.plans.put_questions(which, questions)
    return Done(which, Touched.PLANS)


def _put(shelf: SharedShelf, plan: Planned) -> Done[PlannedId]:
    with shelf.transaction():
        shelf.plans.put(plan)
    return Done(plan.id, Touched.PLANS)


def _booked_for_these_days(shelf: SharedShelf, who: PersonId, kind: Kind) -> Planned | None:
    talks, today = shelf.conversations.of(who), shelf.today()
    booked = (p for p in shelf.plans.of(who) if p.kind is kind and p.waits(talks))
    return next((plan for plan in booked if plan.is_near(today)), None)


def _under_way(shelf: SharedShelf, plan: Planned) -> ConversationId | None:
    talks = shelf.conversations.of(plan.person)
    return next((t.id for t in talks if t.is_open and t.kind is plan.kind), None)


def _still_asked(shelf: SharedShelf, plan: Planned) -> frozenset[QuestionId]:
    """Return what is left of the questions picked, without what was retired since.

    None of them is left when the booking is for a stage now in which nothing was picked.
    """
    known = bank(shelf)
    left = {q for q in shelf.plans.questions(plan.id) if q in known and q not in known.retired}
    steps = conversations.planned(shelf, plan.person, plan.kind, left)
    in_sitting = Path(steps).of(plan.stage) if plan.stage else steps
    return frozenset(step.question for step in in_sitting if step.question in left)


def _for_a_new_talk(
    shelf: SharedShelf, plan: Planned, picked: frozenset[QuestionId]
) -> frozenset[QuestionId] | None:
    """Return what a talk begun now asks: stages that another sitting is for keep their own."""
    if not picked or plan.stage is None:
        return picked or None
    by_kind = conversations.planned(shelf, plan.person, plan.kind)
    return picked | {step.question for step in by_kind if step.stage is not plan.stage}


def _stand_in(shelf: SharedShelf, talk: ConversationId, stage: Stage) -> None:
    path = conversations.path(shelf, talk)
    steps = path.of(stage)
    if steps and (path.here is None or path.here.stage is not stage):
        conversations.stand_at(shelf, talk, steps[0].question)
