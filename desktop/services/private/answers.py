"""What a manager does with private notes to questions."""

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.answers import Answer, EarlierAnswer
from desktop.domain.private.words import PrivateText
from desktop.storage.shelves import PrivateShelf


def write(shelf: PrivateShelf, answer: Answer) -> Done[None]:
    """Keep both layers of a note and the place of the cursor; a note takes back a "not now"."""
    with shelf.transaction():
        shelf.answers.put(answer)
        if answer.is_noted:
            shelf.conversations.put_off(answer.conversation, answer.question, off=False)
    return Done(None, Touched.ANSWERS)


def note_to(shelf: PrivateShelf, which: ConversationId, question: QuestionId) -> Answer:
    """Return the note to a question; an empty one if nothing was noted."""
    return shelf.answers.get(which, question)


def notes_of(shelf: PrivateShelf, which: ConversationId) -> tuple[Answer, ...]:
    """Return every note of a conversation with words in it, in the order of its path."""
    return shelf.answers.of(which)


def noted(shelf: PrivateShelf, which: ConversationId) -> frozenset[QuestionId]:
    """Return the questions of a conversation that have a note."""
    return shelf.answers.noted(which)


def last_time(
    shelf: PrivateShelf, which: ConversationId, question: QuestionId
) -> EarlierAnswer | None:
    """Return what was noted to the same question in an earlier conversation (product D7)."""
    who = shelf.conversations.get(which).person
    return shelf.answers.latest_to(who, question, before=which)


def latest_to(shelf: PrivateShelf, who: PersonId, question: QuestionId) -> EarlierAnswer | None:
    """Return the newest note of a person to a question."""
    return shelf.answers.latest_to(who, question)


def all_about(shelf: PrivateShelf, who: PersonId) -> tuple[PrivateText, ...]:
    """Return all that is private about a person, to be looked for in a page (product F1).

    Notes, pads, kept lines, debriefs, preparation: everything is there.
    """
    return shelf.everything.about(who)


def all_about_everybody(shelf: PrivateShelf) -> tuple[PrivateText, ...]:
    """Return all that is private about anybody, to be looked for in a page about nobody."""
    return shelf.everything.about_everybody()
