"""The shelf of the sheet of themes for colleagues: words that the manager wrote for them."""

from desktop.domain.ids import SheetLineId
from desktop.domain.shared.theme_sheet import SheetLine
from desktop.storage.database import Database, Reader


class ThemeSheetReader:
    """Gives the lines of the sheet."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def lines(self) -> tuple[SheetLine, ...]:
        """Return what stands on the sheet in the order of the alphabet, which tells nothing."""
        rows = self._reader.rows("SELECT id, wording, people, confirmed FROM theme_sheet_line")
        lines = (SheetLine(SheetLineId(i), words, n, _quarter(c)) for i, words, n, c in rows)
        return tuple(sorted(lines, key=lambda line: (line.wording.casefold(), line.wording)))


class ThemeSheetShelf(ThemeSheetReader):
    """Gives and takes them."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, line: SheetLine) -> None:
        """Write a line, in the place of what it said before."""
        year, quarter = line.confirmed
        self._database.write(
            "INSERT INTO theme_sheet_line (id, wording, people, confirmed) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET wording = excluded.wording,"
            " people = excluded.people, confirmed = excluded.confirmed",
            line.id,
            line.wording,
            line.people,
            f"{year}-{quarter}",
        )

    def remove(self, which: SheetLineId) -> None:
        """Take a line off the sheet."""
        self._database.write("DELETE FROM theme_sheet_line WHERE id = ?", which)


def _quarter(confirmed: str) -> tuple[int, int]:
    year, quarter = confirmed.split("-")
    return int(year), int(quarter)
