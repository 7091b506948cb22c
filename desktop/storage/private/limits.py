"""The shelf of ambitions that do not fit the organisation, and what was thought about them."""

from datetime import date

from desktop.domain.ids import LimitsId, PersonId
from desktop.domain.private.limits import Limits, LimitsStep
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database


class LimitsShelf:
    """Gives and takes them, each with its five steps."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, limits: Limits) -> None:
        """Write an ambition and where it was left; its steps have a way of their own."""
        self._database.write(
            "INSERT INTO private_limits (id, person, begun, ambition, standing_at)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
            " SET ambition = excluded.ambition, standing_at = excluded.standing_at",
            limits.id,
            limits.person,
            limits.begun.isoformat(),
            limits.ambition.reveal(),
            limits.standing_at.value,
        )

    def put_step(self, which: LimitsId, step: LimitsStep, words: PrivateText) -> None:
        """Write what was thought at one step."""
        self._database.write(
            "INSERT OR REPLACE INTO private_limits_step (flow, step, words) VALUES (?, ?, ?)",
            which,
            step.value,
            words.reveal(),
        )

    def of(self, person: PersonId) -> tuple[Limits, ...]:
        """Return what was gone through with a person, the latest first."""
        rows = self._database.rows(
            "SELECT id, begun, ambition, standing_at FROM private_limits"
            " WHERE person = ? ORDER BY seq DESC",
            person,
        )
        return tuple(
            Limits(
                LimitsId(which),
                person,
                date.fromisoformat(begun),
                PrivateText(ambition),
                self._steps(LimitsId(which)),
                LimitsStep(standing),
            )
            for which, begun, ambition, standing in rows
        )

    def _steps(self, which: LimitsId) -> dict[LimitsStep, PrivateText]:
        rows = self._database.rows(
            "SELECT step, words FROM private_limits_step WHERE flow = ?", which
        )
        return {LimitsStep(step): PrivateText(words) for step, words in rows}
