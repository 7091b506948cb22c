"""Private notes about a person: dated, free, tagged, pinned (product B3)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import NoteId, PersonId
from desktop.domain.private.words import PrivateText


@dataclass(frozen=True, slots=True)
class Note:
    """One note; ``on`` is the day it is about, ``tags`` are words of the manager's own."""

    id: NoteId
    person: PersonId
    on: date
    words: PrivateText
    tags: tuple[PrivateText, ...] = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words were found; every second part of ``parts`` is what was looked for."""

    note: Note
    parts: tuple[PrivateText, ...]


def proper_tags(typed: PrivateText) -> tuple[PrivateText, ...]:
    """Return the tags in a line, between commas and without signs of their own, each once."""
    words = (" ".join(tag.strip(" #\t\n").split()) for tag in typed.reveal().split(","))
    once = {word.casefold(): word for word in words if word}
    return tuple(PrivateText(word) for word in once.values())


def title(note: Note) -> PrivateText:
    """Return the first line of a note without the signs of its markup."""
    lines = (line.strip(" \t#>*-_`") for line in note.words.reveal().splitlines())
    return PrivateText(next((line for line in lines if line), ""))
