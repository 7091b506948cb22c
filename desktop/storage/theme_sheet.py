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
        rows = self._reader.rows(
            "SELECT id, wording, people, confirmed, counted, by_hand FROM theme_sheet_line"
            " WHERE by_hand = 1 OR people > 0"
        )
        lines = (
            SheetLine(SheetLineId(i), words, n, _quarter(c), bool(counted), bool(by_hand))
            for i, words, n, c, counted, by_hand in rows
        )
        return tuple(sorted(lines, key=lambda line: (line.wording.casefold(), line.wording)))

    def fallen(self) -> tuple[str, ...]:
        """Return the words of lines that stood there and have fewer than three voices left."""
        rows = self._reader.rows(
            "SELECT wording FROM theme_sheet_line WHERE by_hand = 0 AND people = 0 ORDER BY seq"
        )
        return tuple(wording for (wording,) in rows)

    def wordings(self) -> dict[SheetLineId, str]:
        """Return the words of all that was put on the sheet, whether it may stand there or not."""
        rows = self._reader.rows("SELECT id, wording FROM theme_sheet_line")
        return {SheetLineId(identity): wording for identity, wording in rows}


class ThemeSheetShelf(ThemeSheetReader):
    """Gives and takes them."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, line: SheetLine) -> None:
        """Write a line, in the place of what it said before."""
        year, quarter = line.confirmed
        self._database.write(
            "INSERT INTO theme_sheet_line (id, wording, people, confirmed, counted, by_hand)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " wording = excluded.wording, people = excluded.people,"
            " confirmed = excluded.confirmed, counted = excluded.counted,"
            " by_hand = excluded.by_hand",
            line.id,
            line.wording,
            line.people,
            f"{year}-{quarter}",
            int(line.counted),
            int(line.by_hand),
        )

    def remove(self, which: SheetLineId) -> None:
        """Take a line off the sheet."""
        self._database.write("DELETE FROM theme_sheet_line WHERE id = ?", which)


def _quarter(confirmed: str) -> tuple[int, int]:
    year, quarter = confirmed.split("-")
    return int(year), int(quarter)
