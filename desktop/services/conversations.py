"""What a manager does with a conversation: begin, go along its path, pause, close."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.packs import chosen_steps, joined, steps_of
from desktop.domain.conversations.path import Path, Step
from desktop.domain.conversations.planned import already_held
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.questions import PROMISES_FIRST, Stage
from desktop.services.packs import pack
from desktop.services.question_bank import bank
from desktop.storage.shelves import PrivateShelf, SharedShelf

CLOSING = ""
"""Where a conversation stands once every question lies behind."""


def conversation(shelf: SharedShelf, which: ConversationId) -> Conversation:
    """Return one conversation; KeyError if there is none."""
    return shelf.conversations.get(which)


def of_person(shelf: SharedShelf | PrivateShelf, who: PersonId) -> tuple[Conversation, ...]:
    """Return a person's conversations, the latest first."""
    return shelf.conversations.of(who)


def last_begun(shelf: SharedShelf) -> dict[PersonId, datetime]:
    """Return when the latest conversation with each person was begun; nobody without one."""
    return shelf.conversations.last_begun()


def begin(
    shelf: SharedShelf,
    who: PersonId,
    kind: Kind = Kind.FULL,
    questions: Collection[QuestionId] | None = None,
) -> Done[ConversationId]:
    """Begin a conversation now, standing at its first question.

    ``questions`` is a set chosen for this conversation alone; without one it is what the kind
    asks. Refusal if there is nothing to ask.
    """
    steps = planned(shelf, who, kind, questions)
    if all(step.question == PROMISES_FIRST for step in steps):
        raise Refusal("questions", "Choose at least one question to ask.")
    new = Conversation(ConversationId(ids.fresh()), who, kind, begun=shelf.now())
    with shelf.transaction():
        shelf.conversations.add(new, steps)
    return Done(new.id, Touched.CONVERSATIONS)


def type_in(
    shelf: SharedShelf, who: PersonId, kind: Kind, day: date | None, time: str
) -> Done[ConversationId]:
    """Begin to type in a talk that was held on paper, dated then (product D2).

    It is over already, after the least its kind takes: the 48 hours of R1 count from that day and
    not from the typing. Refusal for a day or a time that is none, or still to come.
    """
    begun = already_held(day, time, shelf.now())
    ended = min(begun + timedelta(minutes=pack(kind).minutes[0]), shelf.now())
    new = Conversation(ConversationId(ids.fresh()), who, kind, begun, ended)
    with shelf.transaction():
        shelf.conversations.add(new, planned(shelf, who, kind, at=begun))
    return Done(new.id, Touched.CONVERSATIONS)


def planned(
    shelf: SharedShelf,
    who: PersonId,
    kind: Kind = Kind.FULL,
    questions: Collection[QuestionId] | None = None,
    *,
    at: datetime | None = None,
) -> tuple[Step, ...]:
    """Return the steps that a conversation begun now would have (see ``begin``).

    Only one that was held before ``at`` makes it a second one, to be asked what has changed (O3).
    """
    known, contract = bank(shelf), shelf.contracts.agreed(who)
    has_promises = contract is not None and bool(contract.commitments)
    if questions is not None:
        return chosen_steps(pack(kind), known, questions, has_promises=has_promises)
    is_first = not any(at is None or talk.begun < at for talk in shelf.conversations.of(who))
    return steps_of(pack(kind), known, is_first=is_first, has_promises=has_promises)


def joined_by(
    shelf: SharedShelf, which: ConversationId, questions: Collection[QuestionId]
) -> tuple[Step, ...]:
    """Return the path of a conversation under way with these questions among its own."""
    return joined(shelf.conversations.steps(which), bank(shelf), questions)


def ask_only(
    shelf: SharedShelf,
    which: ConversationId,
    questions: Collection[QuestionId],
    stage: Stage | None = None,
) -> Done[None]:
    """Ask these in the next sitting: what is new joins the path, what is not meant is put off.

    With a ``stage``, the other stages stay as they are. Nothing that was noted is lost.
    """
    with shelf.transaction():
        steps = joined_by(shelf, which, questions)
        shelf.conversations.lead_along(which, steps)
        for step in steps:
            if step.question != PROMISES_FIRST and stage in (None, step.stage):
                off = step.question not in questions
                shelf.conversations.put_off(which, step.question, off=off)
    return Done(None, Touched.CONVERSATIONS)


def path(shelf: SharedShelf, which: ConversationId) -> Path:
    """Return the path and where the manager stands on it (product D5: the same question again)."""
    whole = Path(shelf.conversations.steps(which))
    standing = shelf.conversations.standing_at(which)
    return whole.to_closing() if standing == CLOSING else whole.to(QuestionId(standing))


def stand_at(shelf: SharedShelf, which: ConversationId, question: QuestionId) -> Done[None]:
    """Remember the question the manager is looking at."""
    with shelf.transaction():
        shelf.conversations.stand_at(which, question)
    return Done(None, Touched.NOTHING)


def put_off(
    shelf: SharedShelf, which: ConversationId, question: QuestionId, *, off: bool = True
) -> Done[None]:
    """Mark a question "not now", or take the mark away again."""
    with shelf.transaction():
        shelf.conversations.put_off(which, question, off=off)
    return Done(None, Touched.CONVERSATIONS)


def trust(shelf: SharedShelf, which: ConversationId, question: QuestionId) -> Done[None]:
    """Note that there is enough trust to ask a deep question, and that it is asked after all."""
    with shelf.transaction():
        shelf.conversations.trust(which, question)
        shelf.conversations.put_off(which, question, off=False)
    return Done(None, Touched.CONVERSATIONS)


def close(shelf: SharedShelf, which: ConversationId) -> Done[None]:
    """End the talk, so that the 48 hours of R1 begin, once; the questions stay where they were."""
    with shelf.transaction():
        if shelf.conversations.get(which).is_open:
            shelf.conversations.end(which, shelf.now())
    return Done(None, Touched.CONVERSATIONS)
