"""The shelf of private notes, and the index in which their words are found."""

from datetime import date
from typing import Any

from desktop.domain.ids import NoteId, PersonId
from desktop.domain.private.notes import Note, Passage
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database

_COLUMNS = "n.id, n.person, n.day, n.words, n.tags, n.pinned"
_NEWEST_FIRST = "ORDER BY n.seq DESC LIMIT ?"
_BETWEEN_TAGS = "\n"
_BEGIN, _END = "\x02", "\x03"
"""Around what was looked for; a keyboard does not type them, and ``put`` takes them out."""

_WORDS_AROUND = 24


class NotesShelf:
    """Gives and takes private notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, which: NoteId) -> Note | None:
        """Return one note, or None."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM private_note AS n WHERE id = ?", which)
        return _note(row) if row else None

    def of_person(self, who: PersonId, most: int) -> tuple[Note, ...]:
        """Return the notes about somebody: pinned ones first, then the latest."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM private_note AS n WHERE person = ?"
            " ORDER BY pinned DESC, day DESC, seq DESC LIMIT ?",
            who,
            most,
        )
        return tuple(_note(row) for row in rows)

    def count_of(self, who: PersonId) -> int:
        """Return how many notes there are about somebody."""
        row = self._database.row("SELECT count(*) FROM private_note WHERE person = ?", who)
        return int(row[0]) if row else 0

    def put(self, note: Note) -> None:
        """Add a note, or put its new state in the place of the old."""
        self._database.write(
            "INSERT INTO private_note (id, person, day, words, tags, pinned)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET day = excluded.day,"
            " words = excluded.words, tags = excluded.tags, pinned = excluded.pinned",
            note.id,
            note.person,
            note.on.isoformat(),
            _clean(note.words),
            _BETWEEN_TAGS.join(_clean(tag) for tag in note.tags),
            note.pinned,
        )

    def holding(self, asked: PrivateText, who: PersonId | None, most: int) -> tuple[Passage, ...]:
        """Return where an FTS5 expression matches, the latest note first."""
        of_whom = f' AND person : "{who}"' if who else ""
        rows = self._database.rows(
            f"SELECT {_COLUMNS}, snippet(private_note_index, 0, ?, ?, '…', ?)"
            " FROM private_note_index AS i JOIN private_note AS n ON n.seq = i.rowid"
            " WHERE private_note_index MATCH ?"
            # The index gives rowids in order, so that it can stop after the first ones.
            " ORDER BY i.rowid DESC LIMIT ?",
            _BEGIN,
            _END,
            _WORDS_AROUND,
            f"{{words tags}} : ({asked.reveal()}){of_whom}",
            most,
        )
        return tuple(_passage(row) for row in rows)

    def containing(self, text: PrivateText, who: PersonId | None, most: int) -> tuple[Passage, ...]:
        """Return the notes with these very letters, for scripts without spaces between words."""
        of_whom = "AND n.person = ?" if who else ""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM private_note AS n"
            f" WHERE instr(words || char(10) || tags, ?) {of_whom} {_NEWEST_FIRST}",
            text.reveal(),
            *((who,) if who else ()),
            most,
        )
        return tuple(_around(_note(row), text.reveal()) for row in rows)


def _clean(words: PrivateText) -> str:
    return words.reveal().replace(_BEGIN, "").replace(_END, "")


def _note(row: tuple[Any, ...]) -> Note:
    which, who, day, words, tags, pinned = row
    told = tuple(PrivateText(tag) for tag in tags.split(_BETWEEN_TAGS) if tag)
    on = date.fromisoformat(day)
    return Note(NoteId(which), PersonId(who), on, PrivateText(words), told, bool(pinned))


def _passage(row: tuple[Any, ...]) -> Passage:
    *columns, snippet = row
    parts = snippet.replace(_END, _BEGIN).split(_BEGIN)
    return Passage(_note(tuple(columns)), tuple(PrivateText(part) for part in parts))


def _around(note: Note, text: str) -> Passage:
    whole = note.words.reveal()
    before, found, after = whole.partition(text)
    if not found:
        return Passage(note, (PrivateText(whole[:120]),))
    start = before[-40:] if len(before) <= 40 else f"…{before[-40:]}"
    parts = (start, found, after[:120])
    return Passage(note, tuple(PrivateText(part) for part in parts))
