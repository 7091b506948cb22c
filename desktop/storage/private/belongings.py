"""Every row that belongs to a thing, read from the schema itself.

A row belongs to it if the database would delete it with the thing; a table that comes later needs
nothing here.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.storage.database import Reader

HALF_TYPED = ("half_typed", "private_half_typed")

Row = dict[str, Any]
_Link = tuple[str, str, str, str, str]


class Belongings:
    """Follows the foreign keys down from one row."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of(self, root: str, key: str) -> tuple[list[tuple[str, Row]], list[list[str]]]:
        """Return every row that goes with a thing, each after what it belongs to.

        And beside them what only points there and will stay: table, identity, column, value.
        """
        links = tuple(self._links())
        found = list(self.rows(root, "id", key))
        loose: list[list[str]] = []
        for table, row in found:  # it grows while it is read
            for child, column, parent, to, way in links:
                if parent != table or row.get(to) is None:
                    continue
                for other in self.rows(child, column, row[to]):
                    if way != "CASCADE":
                        loose.append([child, other[1][self.key_of(child)], column, row[to]])
                    elif other not in found:
                        found.append(other)
        found += self._half_typed({str(row["id"]) for _, row in found if "id" in row})
        gone = {row.get("id") for _, row in found}
        return found, [each for each in loose if each[1] not in gone]

    def row(self, table: str, key: str) -> list[tuple[str, Row]]:
        """Return one row by its identity, alone."""
        return self.rows(table, "id", key)

    def rows(self, table: str, column: str, value: object) -> list[tuple[str, Row]]:
        """Return the rows of a table in which a column has this value."""
        names = self._columns(table)
        rows = self._reader.rows(f"SELECT * FROM {table} WHERE {column} = ?", value)
        return [(table, dict(zip(names, row, strict=True))) for row in rows]

    def key_of(self, table: str) -> str:
        """Return the column by which a row is known: its identity, or whose it is."""
        names = self._columns(table)
        return "id" if "id" in names else names[0]

    def still_at_home(self, rows: Sequence[tuple[str, Row]]) -> list[tuple[str, Row]]:
        """Return the rows without those that belong to something that is gone for good."""
        links = tuple(self._links())
        kept: list[tuple[str, Row]] = []
        there: set[tuple[str, object]] = set()
        for table, row in rows:
            if all(self._stands(link, row, there) for link in links if link[0] == table):
                kept.append((table, row))
                there.add((table, row.get("id")))
        return kept

    def _stands(self, link: _Link, row: Row, there: set[tuple[str, object]]) -> bool:
        _, column, parent, to, way = link
        value = row.get(column)
        if value is None or (parent, value) in there:
            return True
        if self._reader.row(f"SELECT 1 FROM {parent} WHERE {to} = ?", value) is not None:
            return True
        if way != "CASCADE":
            row[column] = None
        return way != "CASCADE"

    def _half_typed(self, things: set[str]) -> list[tuple[str, Row]]:
        """Return what stands in forms about these things; the schema does not tie it to them."""
        return [
            (table, row)
            for table in HALF_TYPED
            for _, row in self.rows(table, "1", 1)
            if any(thing in row["which"] for thing in things)
        ]

    def _links(self) -> Iterator[_Link]:
        tables = self._reader.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (child,) in tables:
            keys = self._reader.rows(f'PRAGMA foreign_key_list("{child}")')
            for _, _, parent, column, to, _, way, _ in keys:
                yield child, column, parent, to or "id", way

    def _columns(self, table: str) -> list[str]:
        return [row[1] for row in self._reader.rows(f'PRAGMA table_info("{table}")')]
