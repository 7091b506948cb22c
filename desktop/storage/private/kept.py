"""The shelf of kept lines, the steps of why-ladders among them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from desktop.domain.ids import ConversationId, KeptId, PersonId, QuestionId
from desktop.domain.private.kept import Keeping, Kept, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database

_COLUMNS = "k.id, k.conversation, k.question, k.kind, k.horizon, k.words, k.place, k.beneath"


class KeptShelf:
    """Gives and takes kept lines."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, kept: Kept) -> None:
        """Write a kept line, or put it in the place of what it was before."""
        self._database.write(
            "INSERT INTO private_kept"
            " (id, conversation, question, kind, horizon, words, place, beneath)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id)"
            " DO UPDATE SET kind = excluded.kind, horizon = excluded.horizon,"
            " words = excluded.words, place = excluded.place",
            kept.id,
            kept.conversation,
            kept.question,
            kept.keeping.kind,
            kept.keeping.horizon,
            kept.words.reveal(),
            kept.place,
            kept.beneath,
        )

    def remove(self, which: KeptId) -> None:
        """Take a kept line away."""
        self._database.write("DELETE FROM private_kept WHERE id = ?", which)

    def get(self, which: KeptId) -> Kept | None:
        """Return one kept line, if it is still kept."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM private_kept AS k WHERE k.id = ?", which)
        return _kept(row) if row else None

    def at(self, conversation: ConversationId, question: QuestionId) -> tuple[Kept, ...]:
        """Return what was kept at one question, ladders aside, in the order of keeping."""
        return self._found(
            "WHERE k.conversation = ? AND k.question = ? AND k.beneath IS NULL ORDER BY k.seq",
            conversation,
            question,
        )

    def of(self, conversation: ConversationId) -> tuple[Kept, ...]:
        """Return all that was kept in a conversation, in the order of keeping."""
        return self._found("WHERE k.conversation = ? ORDER BY k.seq", conversation)

    def beneath(self, goal: KeptId) -> tuple[Kept, ...]:
        """Return the steps of the ladder beneath a goal, from the top down."""
        return self._found("WHERE k.beneath = ? ORDER BY k.place", goal)

    def of_person(self, person: PersonId, kinds: Iterable[KeptAs]) -> tuple[tuple[Kept, date], ...]:
        """Return what was kept of a person as these kinds, and when; the newest talk first."""
        wanted = tuple(kinds)
        # CROSS JOIN: from the few talks of one person to their lines, never from all of a kind.
        rows = self._database.rows(
            f"SELECT {_COLUMNS}, c.begun FROM conversation AS c"
            " CROSS JOIN private_kept AS k ON k.conversation = c.id"
            f" WHERE c.person = ? AND k.kind IN ({', '.join('?' * len(wanted))})"
            " ORDER BY datetime(c.begun) DESC, k.seq",
            person,
            *wanted,
        )
        return tuple((_kept(row[:-1]), datetime.fromisoformat(row[-1]).date()) for row in rows)

    def _found(self, where: str, *values: object) -> tuple[Kept, ...]:
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM private_kept AS k {where}", *values)
        return tuple(_kept(row) for row in rows)


def _kept(row: tuple[Any, ...]) -> Kept:
    which, conversation, question, kind, horizon, words, place, beneath = row
    return Kept(
        KeptId(which),
        ConversationId(conversation),
        QuestionId(question),
        Keeping(KeptAs(kind), horizon),
        PrivateText(words),
        place,
        None if beneath is None else KeptId(beneath),
    )
