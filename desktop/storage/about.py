"""What a vault says about itself: whose it is, which one, and the copy of its key slots."""

from datetime import datetime

from desktop.storage.database import Database, Reader


class AboutShelf:
    """The one row about the vault; it can be read by what leaves, for the manager's name."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def manager_name(self) -> str:
        """Return the manager's name as it stands on the page that goes out."""
        return str(self._one("SELECT manager_name FROM about"))

    def vault_id(self) -> str:
        """Return the identity that the key file must name as well."""
        return str(self._one("SELECT vault_id FROM about"))

    def epoch(self) -> int:
        """Return the number of the data key; it rises when the key is replaced."""
        return int(str(self._one("SELECT epoch FROM about")))

    def _one(self, sql: str) -> object:
        row = self._reader.row(sql)
        if row is None:
            raise RuntimeError("A vault without a row about itself.")
        return row[0]


def write_about(
    database: Database, *, vault_id: str, epoch: int, manager_name: str, created: datetime
) -> None:
    """Write the one row of a new vault."""
    database.write(
        "INSERT INTO about VALUES (1, ?, ?, ?, ?)",
        vault_id,
        epoch,
        manager_name,
        created.isoformat(),
    )


def write_epoch(database: Database, epoch: int) -> None:
    """Write the number of a new data key."""
    database.write("UPDATE about SET epoch = ?", epoch)


def write_key_copy(database: Database, keys: bytes) -> None:
    """Keep a copy of the key file inside the vault, so that a lost one can be written again."""
    database.write("INSERT OR REPLACE INTO private_keys VALUES (1, ?)", keys)


def key_copy(database: Database) -> bytes:
    """Return the copy of the key file that the vault keeps of itself."""
    row = database.row("SELECT copy FROM private_keys")
    return bytes(row[0]) if row else b""
