"""The shelf of signals."""

from datetime import datetime
from typing import Any

from desktop.domain.ids import PersonId, SignalId
from desktop.domain.private.signals import Signal
from desktop.domain.private.words import PrivateText
from desktop.domain.signals import SignalKind
from desktop.storage.database import Database

_COLUMNS = "id, person, kind, noted, words, closed, because"


class SignalsShelf:
    """Gives and takes signals."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, which: SignalId) -> Signal | None:
        """Return one signal, or None."""
        found = self._found("id = ?", which)
        return found[0] if found else None

    def of(self, person: PersonId) -> tuple[Signal, ...]:
        """Return what was noticed about a person, the latest first."""
        return self._found("person = ?", person)

    def not_set_aside(self) -> tuple[Signal, ...]:
        """Return everything noticed that was not set aside, the latest first."""
        return self._found("closed IS NULL")

    def put(self, new: Signal) -> None:
        """Add a signal, or put its new state in the place of the old."""
        self._database.write(
            f"INSERT INTO private_signal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET person = excluded.person, kind = excluded.kind,"
            " words = excluded.words, closed = excluded.closed, because = excluded.because",
            new.id,
            new.person,
            new.kind.value,
            new.noted.isoformat(),
            new.words.reveal(),
            new.closed.isoformat() if new.closed else None,
            new.because.reveal(),
        )

    def remove(self, which: SignalId) -> None:
        """Take a signal away."""
        self._database.write("DELETE FROM private_signal WHERE id = ?", which)

    def _found(self, where: str, *values: object) -> tuple[Signal, ...]:
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM private_signal WHERE {where} ORDER BY seq DESC", *values
        )
        return tuple(_signal(row) for row in rows)


def _signal(row: tuple[Any, ...]) -> Signal:
    which, person, kind, noted, words, closed, because = row
    return Signal(
        SignalId(which),
        PersonId(person),
        SignalKind(kind),
        datetime.fromisoformat(noted),
        PrivateText(words),
        datetime.fromisoformat(closed) if closed else None,
        PrivateText(because),
    )
