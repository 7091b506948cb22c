"""The shelf of cadences; nothing of it may leave the vault."""

from datetime import date
from typing import Any

from desktop.domain.cadence import Cadence, Pause, PauseReason, Rhythm
from desktop.domain.ids import PersonId
from desktop.storage.database import Database

_COLUMNS = "person, rhythm, reason, until, paused_since, transition"


class CadencesShelf:
    """Gives and takes what was chosen for a person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[PersonId, Cadence]:
        """Return every choice; whoever is missing follows the default."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM cadence")
        return {PersonId(who): _cadence(rest) for who, *rest in rows}

    def put(self, who: PersonId, chosen: Cadence) -> None:
        """Write a choice in the place of the one before."""
        pause = chosen.pause
        self._database.write(
            f"INSERT OR REPLACE INTO cadence ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            who,
            chosen.rhythm.value,
            pause.reason.value if pause else None,
            pause.until.isoformat() if pause else None,
            pause.since.isoformat() if pause and pause.since else None,
            chosen.transition.isoformat() if chosen.transition else None,
        )


def _cadence(row: list[Any]) -> Cadence:
    rhythm, reason, until, since, transition = row
    begun = date.fromisoformat(since) if since else None
    pause = Pause(PauseReason(reason), date.fromisoformat(until), begun) if reason else None
    last = date.fromisoformat(transition) if transition else None
    return Cadence(Rhythm(rhythm), pause, last)
