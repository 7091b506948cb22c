"""The shelf of agreements on confidentiality and their versions."""

from datetime import date
from typing import Any

from desktop.domain.ids import AgreementId, PersonId
from desktop.domain.shared.agreement import Agreement, Clause
from desktop.storage.database import Database, Reader


class AgreementsReader:
    """Gives agreements."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of(self, person: PersonId) -> tuple[Agreement, ...]:
        """Return every version with a person, the latest first."""
        rows = self._reader.rows(
            "SELECT id, person, version, agreed FROM agreement WHERE person = ?"
            " ORDER BY version DESC",
            person,
        )
        return tuple(self._agreement(row) for row in rows)

    def _agreement(self, row: tuple[Any, ...]) -> Agreement:
        identity, person, version, agreed = row
        clauses = self._reader.rows(
            "SELECT clause, text FROM agreement_clause WHERE agreement = ? ORDER BY clause",
            identity,
        )
        return Agreement(
            id=AgreementId(identity),
            person=PersonId(person),
            version=version,
            clauses=tuple((Clause(clause), text) for clause, text in clauses),
            agreed=date.fromisoformat(agreed) if agreed else None,
        )


class AgreementsShelf(AgreementsReader):
    """Gives and takes agreements."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, agreement: Agreement) -> None:
        """Write a draft, or put its new state in the place of the old; agreed ones refuse."""
        self._database.write(
            "INSERT OR IGNORE INTO agreement (id, person, version) VALUES (?, ?, ?)",
            agreement.id,
            agreement.person,
            agreement.version,
        )
        for clause, text in agreement.clauses:
            self._database.write(
                "INSERT INTO agreement_clause (agreement, clause, text) VALUES (?, ?, ?)"
                " ON CONFLICT (agreement, clause) DO UPDATE SET text = excluded.text",
                agreement.id,
                clause.value,
                text,
            )
        if agreement.agreed is not None:
            self._database.write(
                "UPDATE agreement SET agreed = ? WHERE id = ?",
                agreement.agreed.isoformat(),
                agreement.id,
            )
