"""The shelf of goals as agreed, and all that they have been."""

from datetime import datetime

from desktop.domain.ids import GoalId, PersonId
from desktop.domain.motivations import Motivation
from desktop.domain.shared.goals import (
    CareerPath,
    Goal,
    GoalVersion,
    GoalWording,
    Place,
    Status,
)
from desktop.storage.database import Database, Reader

# A version is agreed once a contract was agreed after it was written.
_VERSIONS = """
SELECT g.id, v.words, v.horizon, v.place, v.status, v.path, v.motivations, v.reason, v.at,
       EXISTS (SELECT 1 FROM contract AS c WHERE c.person = g.person AND c.agreed IS NOT NULL
               AND julianday(c.agreed) >= julianday(v.at))
FROM goal AS g JOIN goal_version AS v ON v.goal = g.id
WHERE g.person = ? ORDER BY g.seq, v.seq
"""


class GoalsReader:
    """Gives goals."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of_person(self, person: PersonId) -> tuple[Goal, ...]:
        """Return a person's goals in the order in which they were first written."""
        found: dict[str, list[GoalVersion]] = {}
        for (
            which,
            words,
            horizon,
            place,
            status,
            path,
            why,
            reason,
            at,
            agreed,
        ) in self._reader.rows(_VERSIONS, person):
            wording = GoalWording(
                words=words,
                horizon=horizon,
                place=Place(place),
                status=Status(status),
                path=CareerPath(path),
                motivations=tuple(Motivation(one) for one in why.split(",") if one),
                reason=reason,
            )
            version = GoalVersion(wording, datetime.fromisoformat(at), bool(agreed))
            found.setdefault(which, []).append(version)
        return tuple(Goal(GoalId(g), person, tuple(told)) for g, told in found.items())

    def last_worded(self) -> dict[PersonId, datetime]:
        """Return when a goal of each person was last written or worded anew."""
        rows = self._reader.rows(
            "SELECT g.person, v.at FROM goal AS g JOIN goal_version AS v ON v.goal = g.id"
            " ORDER BY v.seq"
        )
        return {PersonId(who): datetime.fromisoformat(at) for who, at in rows}


class GoalsShelf(GoalsReader):
    """Gives and takes goals."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def add(self, which: GoalId, person: PersonId) -> None:
        """Add a goal; its first version follows."""
        self._database.write("INSERT INTO goal (id, person) VALUES (?, ?)", which, person)

    def add_version(self, which: GoalId, wording: GoalWording, at: datetime) -> None:
        """Add a version after those there are."""
        self._database.write(
            "INSERT INTO goal_version"
            " (words, horizon, place, status, path, motivations, reason, goal, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *_written(wording),
            which,
            at.isoformat(),
        )

    def word(self, which: GoalId, wording: GoalWording) -> None:
        """Put other words into the last version; one that was agreed refuses."""
        self._database.write(
            "UPDATE goal_version SET words = ?, horizon = ?, place = ?, status = ?, path = ?,"
            " motivations = ?, reason = ?"
            " WHERE seq = (SELECT max(seq) FROM goal_version WHERE goal = ?)",
            *_written(wording),
            which,
        )

    def take_back_last(self, which: GoalId) -> None:
        """Forget the last version, and the goal with its first; one that was agreed refuses."""
        self._database.write(
            "DELETE FROM goal_version WHERE seq ="
            " (SELECT max(seq) FROM goal_version WHERE goal = ?)",
            which,
        )
        self._database.write(
            "DELETE FROM goal WHERE id = ?"
            " AND NOT EXISTS (SELECT 1 FROM goal_version WHERE goal = goal.id)",
            which,
        )


def _written(wording: GoalWording) -> tuple[str, ...]:
    return (
        wording.words,
        wording.horizon,
        wording.place.value,
        wording.status.value,
        wording.path.value,
        ",".join(one.value for one in wording.motivations),
        wording.reason,
    )
