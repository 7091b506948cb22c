"""Puts what can be read of a damaged vault file into a new one, and says what is lost.

The new file has the schema of the old one and holds its rows unchanged. Two things are ours: where
a person's own line is lost but words about them are not, somebody without a name stands in, and a
vault whose line about itself is lost is described by its key file. What hung on a lost line of
another kind is counted as lost with it, and its words are shown beside (``Loss.words``).
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.storage import migrations, opening
from desktop.storage.database import Database
from desktop.storage.salvage.losses import Loss, Losses
from desktop.storage.salvage.torn import Found, Row, Shape, TornFile

NAME_LOST: Final = "Name lost"
_ABOUT, _KEYS, _PERSON = "about", "private_keys", "person"
_ROUNDS: Final = 8


@dataclass(frozen=True, slots=True)
class Owner:
    """What the key file says of a vault: its identity and generation, and the file itself."""

    vault_id: str
    epoch: int
    keys: bytes
    at: datetime


def rescue(damaged: Path, new: Path, data_key: bytearray, owner: Owner) -> tuple[Loss, ...]:
    """Write all that can be read of ``damaged`` into a new file ``new``; say what cannot.

    Also reads a file of a newer schema, as far as it has what ours has. Raises Damaged where not
    even the list of the tables can be read, Trouble where the disk refuses.
    """
    torn = TornFile(damaged, data_key)
    try:
        version = min(torn.version(), len(migrations.steps()))
        _lay_out(new, data_key, version)
        target = _Target(opening.working(new, data_key))
        try:
            return _fill(torn, target, owner)
        finally:
            target.close()
    finally:
        torn.close()


def _lay_out(new: Path, data_key: bytearray, version: int) -> None:
    database = Database(new, data_key, create=True)
    try:
        migrations.bring_up_to_date(database, to=version)
    finally:
        database.close()


def _fill(torn: TornFile, target: "_Target", owner: Owner) -> tuple[Loss, ...]:
    losses = Losses(target.parents())
    tables = {shape.name: shape for shape in torn.tables()}
    with target:
        for name in target.tables():
            found = torn.found_in(tables[name]) if name in tables else Found()
            target.take(name, found)
            losses.take(name, found)
        target.describe_itself(owner)
        target.stand_in_for_people()
        for name, row in target.let_go_of_loose_rows():
            losses.take_loose(name, row)
        return losses.told(target.row)


class _Target:
    """The new file while it is being filled: triggers and references rest until the end."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        self._connection = connection
        self._triggers = self._all("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")

    def __enter__(self) -> "_Target":
        self._do("PRAGMA foreign_keys = OFF")
        self._do("BEGIN IMMEDIATE")
        for name, _ in self._triggers:
            self._do(f'DROP TRIGGER "{name}"')
        return self

    def __exit__(self, kind: object, *_error: object) -> None:
        if kind is not None:
            self._do("ROLLBACK")
            return
        for name in self._finding():
            self._do(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
        for _, sql in self._triggers:
            self._do(sql)
        self._do("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def tables(self) -> tuple[str, ...]:
        """Return the names of all tables, but not of those that only help to find things."""
        finding = tuple(f"{name}_" for name in self._finding())
        found = self._all(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
            " ORDER BY rowid"
        )
        return tuple(name for (name,) in found if not name.startswith(finding))

    def _finding(self) -> tuple[str, ...]:
        found = self._all("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")
        return tuple(name for (name,) in found)

    def parents(self) -> dict[str, dict[str, tuple[str, str]]]:
        """Return for each table which column names a row of which other table, and by what."""
        return {
            name: {column: (parent, to) for parent, column, to, _ in self._references(name)}
            for name in self.tables()
        }

    def take(self, name: str, found: Found) -> None:
        """Write the rows that were read, with the columns that both files know."""
        ours = [row[1] for row in self._all(f'PRAGMA table_info("{name}")')]
        for row in found.rows:
            columns = [column for column in ours if column in row]
            names = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" * len(columns))
            try:
                self._do(
                    f'INSERT INTO "{name}" ({names}) VALUES ({marks})',
                    *(row[column] for column in columns),
                )
            except sqlcipher.IntegrityError:
                found.missed.append(row)

    def row(self, name: str, column: str, value: object) -> Row | None:
        """Return one row of the new file."""
        cursor = self._connection.execute(f'SELECT * FROM "{name}" WHERE "{column}" = ?', (value,))
        found = cursor.fetchone()
        return (
            dict(zip((each[0] for each in cursor.description), found, strict=True))
            if found
            else None
        )

    def describe_itself(self, owner: Owner) -> None:
        """Let the key file speak for a vault whose line about itself is lost."""
        if not self._all(f"SELECT 1 FROM {_ABOUT}"):
            told = (1, owner.vault_id, owner.epoch, NAME_LOST, owner.at.isoformat())
            self._do(f"INSERT INTO {_ABOUT} VALUES (?, ?, ?, ?, ?)", *told)
        if not self._all(f"SELECT 1 FROM {_KEYS}"):
            self._do(f"INSERT INTO {_KEYS} VALUES (1, ?)", owner.keys)

    def stand_in_for_people(self) -> None:
        """Put somebody without a name where words are left of a person whose own line is lost."""
        lost = dict.fromkeys(
            missing
            for name in self.tables()
            for parent, column, to, _ in self._references(name)
            if parent == _PERSON
            for (missing,) in self._all(
                f'SELECT DISTINCT "{column}" FROM "{name}" WHERE {_loose(column, parent, to)}'
            )
        )
        for number, person in enumerate(lost, start=1):
            called = NAME_LOST if len(lost) == 1 else f"{NAME_LOST} {number}"
            self._do(
                f"INSERT INTO {_PERSON} (id, name, role, team, pronouns, email, relation)"
                " VALUES (?, ?, '', '', '', '', 'report')",
                person,
                called,
            )

    def let_go_of_loose_rows(self) -> list[tuple[str, Row]]:
        """Take out the rows that belong to a lost one, and return them."""
        loose: list[tuple[str, Row]] = []
        for _ in range(_ROUNDS):
            before = len(loose)
            for name in self.tables():
                for parent, column, to, goes_with_it in self._references(name):
                    where = _loose(column, parent, to)
                    if not goes_with_it:
                        self._do(f'UPDATE "{name}" SET "{column}" = NULL WHERE {where}')
                        continue
                    cursor = self._connection.execute(f'SELECT * FROM "{name}" WHERE {where}')
                    columns = [each[0] for each in cursor.description]
                    rows = cursor.fetchall()
                    loose += [(name, dict(zip(columns, row, strict=True))) for row in rows]
                    self._do(f'DELETE FROM "{name}" WHERE {where}')
            if len(loose) == before:
                break
        return loose

    def _references(self, name: str) -> list[tuple[str, str, str, bool]]:
        found = self._all(f'PRAGMA foreign_key_list("{name}")')
        return [(row[2], row[3], row[4], row[6] != "SET NULL") for row in found]

    def _do(self, sql: str, *values: object) -> None:
        with opening.troubles_named():
            self._connection.execute(sql, values)

    def _all(self, sql: str) -> list[tuple[Any, ...]]:
        with opening.troubles_named():
            found: list[tuple[Any, ...]] = self._connection.execute(sql).fetchall()
            return found


def _loose(column: str, parent: str, to: str) -> str:
    return f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT "{to}" FROM "{parent}")'


__all__ = ["NAME_LOST", "Loss", "Owner", "Shape", "rescue"]
