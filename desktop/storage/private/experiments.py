"""The shelf of experiments."""

from datetime import date
from typing import Any

from desktop.domain.ids import ExperimentId, GoalId, PersonId
from desktop.domain.private.experiments import Experiment, Verdict
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database

_COLUMNS = "id, person, begun, what, expected, learned, goal, verdict, ended"


class ExperimentsShelf:
    """Gives and takes experiments."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, which: ExperimentId) -> Experiment | None:
        """Return one experiment, or None."""
        found = self._found("id = ?", which)
        return found[0] if found else None

    def of(self, person: PersonId) -> tuple[Experiment, ...]:
        """Return what was tried with a person, the latest first."""
        return self._found("person = ?", person)

    def all(self) -> tuple[Experiment, ...]:
        """Return everything that was tried, the latest first."""
        return self._found("1")

    def put(self, new: Experiment) -> None:
        """Add an experiment, or put its new state in the place of the old."""
        self._database.write(
            f"INSERT INTO private_experiment ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET what = excluded.what, expected = excluded.expected,"
            " learned = excluded.learned, goal = excluded.goal, verdict = excluded.verdict,"
            " ended = excluded.ended",
            new.id,
            new.person,
            new.begun.isoformat(),
            new.what.reveal(),
            new.expected.reveal(),
            new.learned.reveal(),
            new.goal,
            new.verdict.value if new.verdict else None,
            new.ended.isoformat() if new.ended else None,
        )

    def remove(self, which: ExperimentId) -> None:
        """Take an experiment away."""
        self._database.write("DELETE FROM private_experiment WHERE id = ?", which)

    def _found(self, where: str, *values: object) -> tuple[Experiment, ...]:
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM private_experiment WHERE {where} ORDER BY seq DESC", *values
        )
        return tuple(_experiment(row) for row in rows)


def _experiment(row: tuple[Any, ...]) -> Experiment:
    which, person, begun, what, expected, learned, goal, verdict, ended = row
    return Experiment(
        ExperimentId(which),
        PersonId(person),
        date.fromisoformat(begun),
        PrivateText(what),
        PrivateText(expected),
        PrivateText(learned),
        GoalId(goal) if goal else None,
        Verdict(verdict) if verdict else None,
        date.fromisoformat(ended) if ended else None,
    )
