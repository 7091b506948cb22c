"""The free pad of a conversation: lines jotted down in the room and sorted afterwards."""

from dataclasses import dataclass, replace

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.answers import UNDERNEATH, Answer
from desktop.domain.private.words import PrivateText


@dataclass(frozen=True, slots=True)
class PadLine:
    """One line, and the question that was on the screen when it was begun."""

    question: QuestionId
    words: PrivateText


@dataclass(frozen=True, slots=True)
class Pad:
    """All lines of one conversation in their order; blank ones are lines too."""

    conversation: ConversationId
    lines: tuple[PadLine, ...] = ()

    @property
    def count(self) -> int:
        """How many lines hold words."""
        return sum(bool(line.words) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Sorting:
    """What stood where before lines went to their questions, so that all of it can come back."""

    pad: Pad
    notes: tuple[Answer, ...]
    put_off: frozenset[QuestionId]
    moved: int


def sorted_into(note: Answer, line: PrivateText) -> Answer:
    """Return a note with one more line at the end of the layer that the line is meant for.

    A line that begins with ``UNDERNEATH`` goes to the second layer, without the mark.
    """
    words = line.reveal()
    if words.lstrip().startswith(UNDERNEATH):
        second = words.lstrip().removeprefix(UNDERNEATH).lstrip()
        return replace(note, underneath=_with_line_below(note.underneath, second))
    return replace(note, words=_with_line_below(note.words, words))


def _with_line_below(note: PrivateText, line: str) -> PrivateText:
    before = note.reveal()
    between = "\n" if before and not before.endswith("\n") else ""
    return PrivateText(before + between + line)
