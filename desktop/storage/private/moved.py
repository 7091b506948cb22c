"""What moved with each person since a day, counted by the database."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from desktop.domain.ids import PersonId
from desktop.domain.moments import MomentKind
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.moved import Moved
from desktop.domain.shared.goals import Status
from desktop.storage.database import Database

# CROSS JOIN: from the few conversations since that day to what was kept in them.
_KEPT = """
SELECT c.person, k.kind, count(*) FROM conversation AS c
CROSS JOIN private_kept AS k ON k.conversation = c.id
WHERE date(c.begun) >= ? AND k.kind IN (?, ?) GROUP BY c.person, k.kind
"""
_SEEN = """
SELECT person, kind, count(*) FROM private_moment
WHERE date(noted) >= ? AND kind = ? AND words <> '' GROUP BY person, kind
"""
# The first version of a goal is no change of it.
_GOALS = """
SELECT g.person, v.status, count(*) FROM goal AS g JOIN goal_version AS v ON v.goal = g.id
WHERE date(v.at) >= ? AND (v.status = ? OR EXISTS (
    SELECT 1 FROM goal_version AS w WHERE w.goal = g.id AND w.seq < v.seq))
GROUP BY g.person, v.status
"""


class MovedShelf:
    """Gives how often things happened."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def since(self, day: date) -> dict[PersonId, Moved]:
        """Return what moved with each person with whom anything did."""
        kept, goals, seen = self._kept(day), self._goals(day), self._seen(day)
        return {
            who: Moved(
                goals_reached=_count(goals, who, Status.REACHED),
                goals_changed=_count(goals, who, *set(Status) - {Status.REACHED}),
                achievements=_count(kept, who, KeptAs.ACHIEVEMENT)
                + _count(seen, who, MomentKind.ACHIEVEMENT),
                roles=_count(kept, who, KeptAs.ROLE),
            )
            for who in {person for person, _ in (*kept, *goals, *seen)}
        }

    def _kept(self, day: date) -> dict[tuple[PersonId, str], int]:
        kinds = (KeptAs.ACHIEVEMENT.value, KeptAs.ROLE.value)
        return dict(_counted(self._database.rows(_KEPT, day.isoformat(), *kinds)))

    def _seen(self, day: date) -> dict[tuple[PersonId, str], int]:
        rows = self._database.rows(_SEEN, day.isoformat(), MomentKind.ACHIEVEMENT.value)
        return dict(_counted(rows))

    def _goals(self, day: date) -> dict[tuple[PersonId, str], int]:
        rows = self._database.rows(_GOALS, day.isoformat(), Status.REACHED.value)
        return dict(_counted(rows))


def _counted(rows: list[tuple[Any, ...]]) -> Iterator[tuple[tuple[PersonId, str], int]]:
    return (((PersonId(who), what), count) for who, what, count in rows)


def _count(counts: dict[tuple[PersonId, str], int], who: PersonId, *what: str) -> int:
    return sum(counts.get((who, one), 0) for one in what)
