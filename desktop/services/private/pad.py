"""What a manager does with the free pad: write on it, and sort it into questions afterwards."""

from collections.abc import Mapping

from desktop.domain.changes import Done, Touched
from desktop.domain.conversations.path import Step, StepState
from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.pad import Pad, Sorting, sorted_into
from desktop.services.private import answers
from desktop.storage.shelves import PrivateShelf


def write(shelf: PrivateShelf, pad: Pad) -> Done[None]:
    """Keep a pad as it stands now."""
    with shelf.transaction():
        shelf.pads.put(pad)
    return Done(None, Touched.ANSWERS)


def lines_of(shelf: PrivateShelf, which: ConversationId) -> Pad:
    """Return the pad of a conversation, with its lines in order."""
    return shelf.pads.of(which)


def questions_of(shelf: PrivateShelf, which: ConversationId) -> tuple[Step, ...]:
    """Return the questions that a line may go to: those of its conversation, in order."""
    return shelf.conversations.steps(which)


def sort(
    shelf: PrivateShelf, which: ConversationId, places: Mapping[int, QuestionId]
) -> Done[Sorting]:
    """Move lines, by their place on the pad, to the end of the notes to their questions.

    A line marked as underneath goes to the second layer. What is noted already stays as it is.
    Lines without a place in ``places`` stay on the pad, blank ones are dropped. All or nothing;
    ``take_back`` undoes it with what this gives.
    """
    pad = shelf.pads.of(which)
    moving = [(places[n], line) for n, line in enumerate(pad.lines) if n in places and line.words]
    questions = tuple(dict.fromkeys(question for question, _ in moving))
    steps = shelf.conversations.steps(which)
    before = Sorting(
        pad=pad,
        notes=tuple(shelf.answers.get(which, question) for question in questions),
        put_off=frozenset(s.question for s in steps if s.state is StepState.NOT_NOW),
        moved=len(moving),
    )
    with shelf.transaction():
        for question, line in moving:
            note = shelf.answers.get(which, question)
            answers.write(shelf, sorted_into(note, line.words))
        left = (line for n, line in enumerate(pad.lines) if n not in places and line.words)
        shelf.pads.put(Pad(which, tuple(left)))
    return Done(before, Touched.ANSWERS | Touched.CONVERSATIONS)


def take_back(shelf: PrivateShelf, sorting: Sorting) -> Done[None]:
    """Put pad, notes and "not now" back as they stood before the lines were sorted."""
    with shelf.transaction():
        for note in sorting.notes:
            answers.write(shelf, note)
            put_off = note.question in sorting.put_off
            shelf.conversations.put_off(note.conversation, note.question, off=put_off)
        shelf.pads.put(sorting.pad)
    return Done(None, Touched.ANSWERS | Touched.CONVERSATIONS)
