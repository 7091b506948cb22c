"""The shelf of copies that came back changed, one for a draft."""

from desktop.domain.ids import ContractId
from desktop.storage.database import Database, Reader


class CorrectionsReader:
    """Gives a copy."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of(self, contract: ContractId) -> str:
        """Return the copy that a version answers; nothing if there is none."""
        row = self._reader.row("SELECT text FROM correction WHERE contract = ?", contract)
        return str(row[0]) if row else ""


class CorrectionsShelf(CorrectionsReader):
    """Gives and takes a copy."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, contract: ContractId, text: str, at: str) -> None:
        """Keep a copy in the place of the one before."""
        self._database.write(
            "INSERT INTO correction (contract, text, at) VALUES (?, ?, ?)"
            " ON CONFLICT (contract) DO UPDATE SET text = excluded.text, at = excluded.at",
            contract,
            text,
            at,
        )
