"""The shelf of hand-overs that a person has agreed to."""

from datetime import date

from desktop.domain.ids import ContractId, PersonId
from desktop.domain.shared.hand_over import HandOver
from desktop.storage.database import Database, Reader


class HandOversReader:
    """Gives hand-overs."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of(self, person: PersonId) -> HandOver | None:
        """Return to whom a person agreed to be handed over, if they did."""
        row = self._reader.row(
            "SELECT receiver, consented, contract FROM hand_over WHERE person = ?", person
        )
        if row is None:
            return None
        contract = ContractId(row[2]) if row[2] else None
        return HandOver(person, row[0], date.fromisoformat(row[1]), contract)


class HandOversShelf(HandOversReader):
    """Gives and takes hand-overs."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, hand_over: HandOver) -> None:
        """Note what was agreed, in the place of an earlier word."""
        self._database.write(
            "INSERT OR REPLACE INTO hand_over (person, receiver, consented, contract)"
            " VALUES (?, ?, ?, ?)",
            hand_over.person,
            hand_over.receiver,
            hand_over.consented.isoformat(),
            hand_over.contract,
        )
