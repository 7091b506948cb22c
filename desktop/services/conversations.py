"""What a manager does with a conversation: begin, go along its path, pause, close."""

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.path import Path, full_conversation
from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.services.question_bank import bank
from desktop.storage.shelves import SharedShelf

CLOSING = ""
"""Where a conversation stands once every question lies behind."""


def conversation(shelf: SharedShelf, which: ConversationId) -> Conversation:
    """Return one conversation; KeyError if there is none."""
    return shelf.conversations.get(which)


def of_person(shelf: SharedShelf, who: PersonId) -> tuple[Conversation, ...]:
    """Return a person's conversations, the latest first."""
    return shelf.conversations.of(who)


def begin(shelf: SharedShelf, who: PersonId) -> Done[ConversationId]:
    """Begin a full conversation now, standing at its first question."""
    is_first = not shelf.conversations.of(who)
    new = Conversation(ConversationId(ids.fresh()), who, Kind.FULL, begun=shelf.now())
    with shelf.transaction():
        shelf.conversations.add(new, full_conversation(bank(), is_first=is_first))
    return Done(new.id, Touched.CONVERSATIONS)


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


def close(shelf: SharedShelf, which: ConversationId) -> Done[None]:
    """End the talk and stand at its summary and contract; the 48 hours of R1 begin, once."""
    with shelf.transaction():
        shelf.conversations.stand_at(which, CLOSING)
        if shelf.conversations.get(which).is_open:
            shelf.conversations.end(which, shelf.now())
    return Done(None, Touched.CONVERSATIONS)
