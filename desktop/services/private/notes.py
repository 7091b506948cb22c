"""What a manager does with private notes about a person (product B3)."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import NoteId, PersonId
from desktop.domain.private.notes import Note, Passage, proper_tags
from desktop.domain.private.words import PrivateText
from desktop.storage.shelves import PrivateShelf

FOUND_AT_MOST: Final = 50

_ASKED: Final = re.compile(r'"([^"]*)"?|(\S+)')
_WITHOUT_SPACES: Final = re.compile(
    r"[\u0e00-\u0fff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
"""Thai, Lao, Tibetan, Khmer, Japanese and Chinese: words that nothing parts."""


def of_person(shelf: PrivateShelf, who: PersonId, most: int) -> tuple[Note, ...]:
    """Return the notes about somebody: pinned ones first, then the latest."""
    return shelf.notes.of_person(who, most)


def note(shelf: PrivateShelf, which: NoteId) -> Note | None:
    """Return one note; None when it has gone."""
    return shelf.notes.get(which)


def count(shelf: PrivateShelf, who: PersonId) -> int:
    """Return how many notes there are about somebody."""
    return shelf.notes.count_of(who)


def write(shelf: PrivateShelf, who: PersonId, words: PrivateText) -> Done[NoteId]:
    """Write a note about somebody, dated today; Refusal without words."""
    if not words:
        raise Refusal("words", "There is nothing to keep yet.")
    return _put(shelf, Note(NoteId(ids.fresh()), who, shelf.today(), words))


def reword(shelf: PrivateShelf, which: NoteId, words: PrivateText) -> Done[NoteId]:
    """Give a note other words."""
    return _put(shelf, replace(_get(shelf, which), words=words))


def tag(shelf: PrivateShelf, which: NoteId, typed: PrivateText) -> Done[NoteId]:
    """Give a note the tags in a line, between commas."""
    return _put(shelf, replace(_get(shelf, which), tags=proper_tags(typed)))


def date_it(shelf: PrivateShelf, which: NoteId, on: date) -> Done[NoteId]:
    """Say which day a note is about."""
    return _put(shelf, replace(_get(shelf, which), on=on))


def pin(shelf: PrivateShelf, which: NoteId, *, pinned: bool) -> Done[NoteId]:
    """Keep a note at the top, or let it go back to its day."""
    return _put(shelf, replace(_get(shelf, which), pinned=pinned))


def find(
    shelf: PrivateShelf, typed: PrivateText, who: PersonId | None = None
) -> tuple[Passage, ...]:
    """Return where these words stand in notes about somebody, or about anybody.

    Every word must be there, as the beginning of one; words in quotes stand in this order. Case
    and accents do not matter. The latest note comes first, fifty at most.
    """
    asked = typed.reveal().strip()
    if _WITHOUT_SPACES.search(asked):
        return shelf.notes.containing(PrivateText(asked.strip('"')), who, FOUND_AT_MOST)
    terms = [term for asked_for in _ASKED.findall(asked) if (term := _term(*asked_for))]
    if not terms:
        return ()
    return shelf.notes.holding(PrivateText(" AND ".join(terms)), who, FOUND_AT_MOST)


def _term(phrase: str, word: str) -> str:
    """Return a word or phrase as FTS5 asks for it: in quotes nothing has a meaning of its own."""
    # What the index cuts a word at, it cuts here too: a sign alone finds nothing.
    if not any(letter.isalnum() for letter in phrase or word):
        return ""
    if phrase:
        return f'"{phrase}"'
    bare = word.strip('"').replace('"', " ")
    return f'"{bare}" *'


def _get(shelf: PrivateShelf, which: NoteId) -> Note:
    found = shelf.notes.get(which)
    if found is None:
        raise KeyError(which)
    return found


def _put(shelf: PrivateShelf, note: Note) -> Done[NoteId]:
    with shelf.transaction():
        shelf.notes.put(note)
    return Done(note.id, Touched.NOTES)
