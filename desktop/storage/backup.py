"""The SQL side of backups: what is copied, what a copy must match, and what is wrong with one.

The bytes of the file are copied, not its rows: a tenth of the time of SQLite's own backup, and
nothing is decrypted on the way.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.errors import Trouble
from desktop.domain.ids import PersonId
from desktop.storage import opening
from desktop.storage.about import AboutShelf
from desktop.storage.database import Database, Reader
from desktop.storage.opening import NoMemory
from desktop.storage.salvage.losses import KINDS


@dataclass(frozen=True, slots=True)
class Tally:
    """How much stood in a vault file at one moment: its schema version and the rows per table."""

    version: int
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a look inside a vault file tells without showing a word of it."""

    version: int
    vault_id: str
    epoch: int
    people: int
    conversations: int
    latest: datetime | None


class Original:
    """The bytes of an open vault file.

    It stays open as long as the database: closing any handle on a file takes away every lock that
    this process holds on it (fcntl(2)), the database's own among them. Belongs to the thread of
    the database.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
        self._descriptor: int | None = os.open(path, flags)

    def content(self, database: Database) -> bytes:
        """Return all bytes of the file while nothing is being written; not in a transaction."""
        with database.still():
            return self._all()

    def tally(self, database: Database, data_key: bytearray) -> Tally:
        """Count what stands in the file, over a connection of its own.

        A damaged page makes the connection that meets it unfit for writing; that must not be the
        one which the manager's words go through. A file that was moved away has no other.
        """
        if not self._path.exists():
            return tally(database)
        with database.outgoing(), reading(self._path, data_key) as reader:
            return tally(reader)

    def close(self) -> None:
        """Close the handle; the database must be closed already."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _all(self) -> bytes:
        if self._descriptor is None:
            raise RuntimeError("A copy is taken while the vault is open.")
        with open(self._descriptor, "rb", buffering=0, closefd=False) as file:
            file.seek(0)
            return file.readall()


@contextmanager
def reading(path: Path, data_key: bytearray) -> Iterator[Reader]:
    """Open a vault file that nobody writes to, only to read; Trouble if that cannot be."""
    connection = opening.outgoing(path, data_key)
    try:
        yield Reader(connection)
    finally:
        connection.close()


def changes(database: Database) -> int:
    """Return a number that rises with every row written since the vault was opened."""
    row = database.row("SELECT total_changes()")
    return int(row[0]) if row else 0


def tally(reader: Reader) -> Tally:
    """Count the rows of every table."""
    rows = ((name, _number(reader, f'SELECT count(*) FROM "{name}"')) for name in _tables(reader))
    return Tally(_number(reader, "PRAGMA user_version"), tuple(rows))


def contents(reader: Reader) -> Contents:
    """Look inside: how many people and conversations, and when the latest was."""
    about = AboutShelf(reader)
    latest = reader.row("SELECT begun FROM conversation ORDER BY seq DESC LIMIT 1")
    return Contents(
        version=_number(reader, "PRAGMA user_version"),
        vault_id=about.vault_id(),
        epoch=about.epoch(),
        people=_number(reader, "SELECT count(*) FROM person"),
        conversations=_number(reader, "SELECT count(*) FROM conversation"),
        latest=datetime.fromisoformat(latest[0]) if latest else None,
    )


def holds(reader: Reader, person: PersonId) -> bool:
    """Return whether somebody is in a vault file, in its bin or out of it."""
    in_bin = "private_bin" in _tables(reader) and reader.row(
        "SELECT 1 FROM private_bin WHERE person = ?", person
    )
    return bool(in_bin or reader.row("SELECT 1 FROM person WHERE id = ?", person))


def version_of(path: Path, data_key: bytearray) -> int:
    """Return the schema version of a vault file; Trouble if the key does not open it."""
    with reading(path, data_key) as reader:
        return _number(reader, "PRAGMA user_version")


def columns(reader: Reader) -> frozenset[tuple[str, str]]:
    """Return every column of every table, each with the name of its table."""
    return frozenset(
        (table, row[1])
        for table in _tables(reader)
        for row in reader.rows(f'PRAGMA table_info("{table}")')
    )


def faults(path: Path, data_key: bytearray) -> tuple[str, ...]:
    """Name in plain words what is wrong with a vault file; nothing if it is whole. Reads all of it.

    Both checks are needed: each sees damage that the other passes over (security.md, row 6).
    Raises NoMemory where the computer has none left to look with.
    """
    try:
        with reading(path, data_key) as reader:
            pages = len(reader.rows("PRAGMA cipher_integrity_check"))
            whole = _number(reader, "PRAGMA page_count")
            if not pages:
                return _faults_of_order(reader)
    except NoMemory:
        raise
    except Trouble as trouble:
        return (trouble.what_happened,)
    named = f"Damaged parts of the file: {pages} of {whole}."
    return (named, *_unreadable(path, data_key))


def _faults_of_order(reader: Reader) -> tuple[str, ...]:
    found = []
    if reader.rows("PRAGMA integrity_check") != [("ok",)]:
        found.append("The order inside the file is damaged.")
    if reader.rows("PRAGMA foreign_key_check"):
        found.append("Some entries belong to something that is no longer there.")
    return tuple(found)


def _unreadable(path: Path, data_key: bytearray) -> tuple[str, ...]:
    """Name what cannot be read to the end, each over a fresh connection: one fault spoils it."""
    with reading(path, data_key) as reader:
        tables = _tables(reader)
    lost = [KINDS.get(each, "other entries") for each in tables if not _reads(path, data_key, each)]
    if not lost:
        return ("Nothing you wrote is affected: the damage is in parts that can be made again.",)
    return (f"These cannot all be read any more: {', '.join(dict.fromkeys(lost))}.",)


def _reads(path: Path, data_key: bytearray, table: str) -> bool:
    try:
        with reading(path, data_key) as reader:
            columns = [row[1] for row in reader.rows(f'PRAGMA table_info("{table}")')]
            # The last character of each: only so are long texts read to their end.
            ends = "+".join(f'total(length(substr("{column}", -1)))' for column in columns)
            reader.row(f'SELECT {ends} FROM "{table}" NOT INDEXED')
    except NoMemory:
        raise
    except Trouble:
        return False
    return True


def _tables(reader: Reader) -> tuple[str, ...]:
    found = reader.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return tuple(name for (name,) in found)


def _number(reader: Reader, sql: str) -> int:
    row = reader.row(sql)
    return int(row[0]) if row else 0
