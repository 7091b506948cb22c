"""The shelf of the opportunity register."""

from collections import defaultdict
from datetime import date
from typing import Any

from desktop.domain.ids import KeptId, OpportunityId, PersonId
from desktop.domain.private.opportunities import Opportunity, OpportunityKind, Serves
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database


class OpportunitiesShelf:
    """Gives and takes opportunities."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Opportunity, ...]:
        """Return every opportunity: what ends soonest first, then what has no end."""
        serves: dict[str, list[Serves]] = defaultdict(list)
        for opportunity, person, kept in self._database.rows(
            "SELECT opportunity, person, kept FROM private_opportunity_serves ORDER BY seq"
        ):
            serves[opportunity].append(Serves(PersonId(person), KeptId(kept) if kept else None))
        rows = self._database.rows(
            "SELECT id, kind, what, limits, by, closed FROM private_opportunity"
            " ORDER BY by IS NULL, by, seq"
        )
        return tuple(_opportunity(row, tuple(serves[row[0]])) for row in rows)

    def put(self, new: Opportunity) -> None:
        """Add an opportunity, or put its new state in the place of the old."""
        self._database.write(
            "INSERT INTO private_opportunity (id, kind, what, limits, by, closed)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,"
            " what = excluded.what, limits = excluded.limits, by = excluded.by,"
            " closed = excluded.closed",
            new.id,
            new.kind.value,
            new.what.reveal(),
            new.limits.reveal(),
            new.by.isoformat() if new.by else None,
            new.closed.isoformat() if new.closed else None,
        )
        self._database.write("DELETE FROM private_opportunity_serves WHERE opportunity = ?", new.id)
        self._database.write_many(
            "INSERT INTO private_opportunity_serves (opportunity, person, kept) VALUES (?, ?, ?)",
            [(new.id, served.person, served.kept) for served in new.serves],
        )


def _opportunity(row: tuple[Any, ...], serves: tuple[Serves, ...]) -> Opportunity:
    which, kind, what, limits, by, closed = row
    return Opportunity(
        OpportunityId(which),
        PrivateText(what),
        OpportunityKind(kind),
        PrivateText(limits),
        date.fromisoformat(by) if by else None,
        date.fromisoformat(closed) if closed else None,
        serves,
    )
