"""A damaged vault file, read around its damaged pages.

One page that does not decrypt makes the connection that met it useless, so every question here may
begin with a new one (half a millisecond).
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.domain.errors import Trouble
from desktop.storage import opening

Row = dict[str, Any]
"""What is known of one row: the values by the names of their columns, perhaps not all."""

_MOST_STEPS: Final = 800
"""How often one table is asked again before the rest of it counts as lost: a few seconds."""
_NO_USE: Final = 40
"""So often in vain, with nothing found yet, means that the root of the table is damaged."""
_MOST_PIECED: Final = 20
_BEYOND: Final = 256
_FAR: Final = 1 << 62


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table of the damaged file is built: its columns, its key, if rows have numbers."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    has_numbers: bool


@dataclass(slots=True)
class Found:
    """The rows of a table that could be read, and what is known of the others.

    ``missed`` are rows that an index still names; ``is_torn`` says that there may be more.
    """

    rows: list[Row] = field(default_factory=list)
    missed: list[Row] = field(default_factory=list)
    is_torn: bool = False


class TornFile:
    """Answers as much of a question as the file still holds. Close it after use."""

    def __init__(self, path: Path, data_key: bytearray) -> None:
        """Raises Damaged where not even the list of the tables can be read."""
        self._path = path
        self._key = data_key
        self._connection: sqlcipher.Connection | None = None
        self._open()

    def version(self) -> int:
        """Return the schema version."""
        rows, _ = self.read("PRAGMA user_version")
        return int(rows[0][0]) if rows else 0

    def tables(self) -> tuple[Shape, ...]:
        """Return every table; their list is whole, or the file could not be opened."""
        rows, _ = self.read("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        return tuple(self._shape(name, sql) for name, sql in rows)

    def found_in(self, table: Shape) -> Found:
        """Read all that can be read of a table."""
        rows = _NumberedRows(self, table).all() if table.has_numbers else self._keyed_rows(table)
        if rows.is_torn:
            have = {_key_of(row, table) for row in rows.rows}
            known = self.named_by_indexes(table)
            rows.missed = [row for key, row in known.items() if key not in have]
            self._piece_together(table, rows.missed)
        return rows

    def read(self, sql: str, *values: object) -> tuple[list[tuple[Any, ...]], bool]:
        """Return the rows before the first that cannot be read, and whether those are all."""
        rows: list[tuple[Any, ...]] = []
        try:
            connection = self._open()
            for row in connection.execute(sql, values):
                opening.insist(connection)  # else a row with a damaged end would count as read
                rows.append(row)
            opening.insist(connection)
        except (sqlcipher.DatabaseError, Trouble):
            self.close()
            return rows, False
        return rows, True

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlcipher.Connection:
        if self._connection is None:
            self._connection = opening.salvaging(self._path, self._key)
        return self._connection

    def _shape(self, name: str, sql: str) -> Shape:
        about, _ = self.read(f'PRAGMA table_info("{name}")')
        key = tuple(row[1] for row in sorted(about, key=lambda row: row[5]) if row[5])
        has_numbers = "WITHOUT ROWID" not in sql.upper()
        return Shape(name, tuple(row[1] for row in about), key, has_numbers)

    def _keyed_rows(self, table: Shape) -> Found:
        """Read a table that lies in the order of its key from both of its ends."""
        columns = _listed(table.columns)
        ask = f'SELECT {columns} FROM "{table.name}" NOT INDEXED ORDER BY '
        rows, whole = self.read(ask + _listed(table.key))
        if not whole:
            back, _ = self.read(ask + ", ".join(f'"{each}" DESC' for each in table.key))
            have = set(rows)
            rows += [row for row in reversed(back) if row not in have]
        return Found([dict(zip(table.columns, row, strict=True)) for row in rows], [], not whole)

    def named_by_indexes(self, table: Shape) -> dict[tuple[Any, ...], Row]:
        """Return what the indexes of a table tell about its rows, by their keys."""
        known: dict[tuple[Any, ...], Row] = {}
        indexes, _ = self.read(f'PRAGMA index_list("{table.name}")')
        for _, index, _, origin, _ in indexes:
            parts, _ = self.read(f'PRAGMA index_info("{index}")')
            names = {part[2] for part in parts}
            columns = tuple(dict.fromkeys((*_identity(table), *sorted(names))))
            if not names or (origin == "pk" and not table.has_numbers):
                continue  # that one is the table itself
            rows, _ = self.read(
                f'SELECT {_listed(columns)} FROM "{table.name}" INDEXED BY "{index}"'
            )
            for row in rows:
                told = dict(zip(columns, row, strict=True))
                known.setdefault(_key_of(told, table), {}).update(told)
        return known

    def _piece_together(self, table: Shape, missed: list[Row]) -> None:
        in_vain = 0
        for row in missed:
            in_vain = 0 if self._has_pieces(table, row) else in_vain + 1
            if in_vain == _MOST_PIECED:
                break

    def _has_pieces(self, table: Shape, row: Row) -> bool:
        """Add what stands before the damage in a row: a long text lies on pages of its own."""
        knew = len(row)
        where = " AND ".join(f'"{name}" IS ?' for name in table.key)
        where, values = ("rowid = ?", [row["rowid"]]) if "rowid" in row else (where, [])
        values = values or [row[name] for name in table.key]
        for column in table.columns:
            if column in row:
                continue
            sql = f'SELECT "{column}" FROM "{table.name}" NOT INDEXED WHERE {where}'
            rows, whole = self.read(sql, *values)
            if not whole:
                break
            row.update((column, value) for (value,) in rows)
        return len(row) > knew


class _NumberedRows:
    """Reads a table whose rows have numbers: from both ends, then into ever smaller gaps."""

    def __init__(self, file: TornFile, table: Shape) -> None:
        self._file = file
        self._table = table
        self._found: dict[int, Row] = {}
        self._steps = _MOST_STEPS
        columns = _listed(("rowid", *table.columns))
        self._ask = f'SELECT {columns} FROM "{table.name}" NOT INDEXED WHERE rowid BETWEEN ? AND ? '

    def all(self) -> Found:
        """Return what was found, in the order of the numbers."""
        whole = self._take(-_FAR, _FAR, "ASC")
        if not whole:
            after = max(self._found, default=-1) + 1
            last = self._end()
            self._fill(after, min((n for n in self._found if n >= after), default=last + 1) - 1)
        rows = [self._found[number] for number in sorted(self._found)]
        return Found(rows, [], is_torn=not whole)

    def _fill(self, first: int, last: int) -> None:
        """Read what lies between two numbers, one half after the other."""
        gaps = [(first, last)]
        while gaps and self._steps > (0 if self._found else _MOST_STEPS - _NO_USE):
            low, high = gaps.pop()
            if low > high or self._take(low, high, "ASC"):
                continue
            low = max((n for n in self._found if low <= n <= high), default=low - 1) + 1
            self._take(low, high, "DESC")
            high = min((n for n in self._found if low <= n <= high), default=high + 1) - 1
            if low < high:
                middle = (low + high) // 2
                gaps += [(middle + 1, high), (low, middle)]

    def _take(self, low: int, high: int, order: str) -> bool:
        self._steps -= 1
        rows, whole = self._file.read(f"{self._ask} ORDER BY rowid {order}", low, high)
        for number, *values in rows:
            told = dict(zip(self._table.columns, values, strict=True))
            self._found[number] = {"rowid": number, **told}
        return whole

    def _end(self) -> int:
        """Return the highest number there may be: the last readable one, or what an index names."""
        self._take(-_FAR, _FAR, "DESC")
        named = self._file.named_by_indexes(self._table)
        numbers = [*self._found, *(row["rowid"] for row in named.values())]
        return max(numbers, default=0) + (0 if named else _BEYOND)


def _identity(table: Shape) -> tuple[str, ...]:
    return ("rowid",) if table.has_numbers else table.key


def _key_of(row: Row, table: Shape) -> tuple[Any, ...]:
    if table.has_numbers and "rowid" in row:
        return (row["rowid"],)
    return tuple(row[name] for name in table.key)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(name if name == "rowid" else f'"{name}"' for name in names)
