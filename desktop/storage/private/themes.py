"""The shelf of themes, and of the kept lines that belong to them."""

from datetime import date, datetime

from desktop.domain.ids import KeptId, PersonId, SheetLineId, ThemeId
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.themes import Raised, Theme
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database

_RAISED = (
    "SELECT k.id, c.person, c.begun, k.words FROM private_kept AS k"
    " JOIN conversation AS c ON c.id = k.conversation"
    " LEFT JOIN private_theme_line AS l ON l.kept = k.id"
    f" WHERE k.kind = '{KeptAs.THEME.value}' AND l.theme IS ? ORDER BY datetime(c.begun), k.seq"
)
_NOT_ACTED_ON = """
SELECT count(*) FROM (
    SELECT t.id FROM private_theme AS t JOIN private_theme_line AS l ON l.theme = t.id
    JOIN private_kept AS k ON k.id = l.kept JOIN conversation AS c ON c.id = k.conversation
    WHERE t.acted IS NULL GROUP BY t.id HAVING count(DISTINCT c.person) >= ?)
"""


class ThemesShelf:
    """Gives and takes themes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Theme, ...]:
        """Return every theme with its lines, the oldest line first."""
        rows = self._database.rows(
            "SELECT id, name, acted, line, by_hand FROM private_theme ORDER BY seq"
        )
        return tuple(
            Theme(
                ThemeId(which),
                PrivateText(name),
                self.raised(ThemeId(which)),
                date.fromisoformat(acted) if acted else None,
                SheetLineId(line) if line else None,
                bool(by_hand),
            )
            for which, name, acted, line, by_hand in rows
        )

    def not_acted_on(self, voices: int) -> int:
        """Return how many themes at least so many different people raised, and nobody acted on."""
        found = self._database.row(_NOT_ACTED_ON, voices)
        return int(found[0]) if found else 0

    def raised(self, theme: ThemeId | None) -> tuple[Raised, ...]:
        """Return the lines of a theme, or those that belong to none yet; the oldest first."""
        return tuple(
            Raised(
                KeptId(kept),
                PersonId(who),
                datetime.fromisoformat(begun).date(),
                PrivateText(words),
            )
            for kept, who, begun, words in self._database.rows(_RAISED, theme)
        )

    def put(self, theme: Theme) -> None:
        """Write a theme without its lines, in the place of what it was before."""
        self._database.write(
            "INSERT INTO private_theme (id, name, acted, line, by_hand) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name, acted = excluded.acted,"
            " line = excluded.line, by_hand = excluded.by_hand",
            theme.id,
            theme.name.reveal(),
            theme.acted.isoformat() if theme.acted else None,
            theme.line,
            int(theme.by_hand),
        )

    def join(self, kept: KeptId, theme: ThemeId) -> None:
        """Let a line belong to a theme, and to no other."""
        self._database.write(
            "INSERT OR REPLACE INTO private_theme_line (kept, theme) VALUES (?, ?)", kept, theme
        )

    def part(self, kept: KeptId) -> None:
        """Let a line belong to no theme."""
        self._database.write("DELETE FROM private_theme_line WHERE kept = ?", kept)

    def remove(self, which: ThemeId) -> None:
        """Take a theme away; its lines stay kept."""
        self._database.write("DELETE FROM private_theme WHERE id = ?", which)
