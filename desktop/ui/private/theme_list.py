"""The themes, the lines that belong to none yet, and the sheet for colleagues."""

from PySide6.QtCore import QCoreApplication, Qt

from desktop.domain.people import first_name
from desktop.domain.private.themes import Raised, Theme
from desktop.services import people
from desktop.services.private import themes
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.widgets.beside import ThemesBeside
from desktop.ui.widgets.buttons import EdgeLink, PlainButton
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.nav import NavEntry, NavList
from desktop.ui.widgets.text import Small, SmallMuted, SmallStrong

_FEW = 40
"""Lines of ten years are hundreds: as many as a manager looks through at once come first."""

THEME, LINE = "theme ", "line "
"""What the keys of the list begin with: a theme, or a line that belongs to none."""


class ThemeList(ThemesBeside):
    """Chooses a theme or a line; a sheet is asked for only when all of it may leave."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        super().__init__("", padding=20)
        self._desk = desk
        self._chosen = ""
        self._empty = Small()
        self._empty.keep_to_measure()
        self._themes = NavList(self.tr("Themes"))
        self._lines_heading = SmallStrong(self.tr("Not in a theme yet"))
        self._lines = NavList(self.tr("Not in a theme yet"))
        self._more = EdgeLink("")
        self._is_whole = False
        self._sheet_heading = SmallStrong(self.tr("The sheet for colleagues"))
        self._on_sheet = SmallMuted()
        self._on_sheet.keep_to_measure()
        self._dropped = ErrorLine()
        self._sheet = PlainButton(self.tr("Look at the sheet…"))
        self._build()
        self._themes.chosen.connect(self._choose)
        self._lines.chosen.connect(self._choose)
        self._more.clicked.connect(self._turn)
        self._sheet.clicked.connect(self._make_sheet)

    def refresh(self) -> None:
        """Read the themes again."""
        found = self._desk.ask(themes.themes)
        loose = self._desk.ask(themes.without_theme)
        self._themes.set_entries([NavEntry(THEME + t.id, self._words(t)) for t in found])
        names = {
            who: first_name(self._desk.ask(people.person, who).name)
            for who in {each.who for each in loose}
        }
        self._lines.set_entries(
            [
                NavEntry(LINE + each.kept, _line(each, names[each.who]))
                for each in self._at_first(loose)
            ]
        )
        for part in (self._lines_heading, self._lines):
            part.setVisible(bool(loose))
        self._empty.setVisible(not found)
        self._tell_sheet()
        self._mark()

    def _at_first(self, loose: tuple[Raised, ...]) -> tuple[Raised, ...]:
        """Return as many lines as the list shows now, and offer the rest of them below."""
        # One more is never worth a press.
        rest = len(loose) - _FEW if len(loose) > _FEW + 1 else 0
        self._more.setVisible(bool(rest))
        self._more.setText(
            self.tr("Show less") if self._is_whole else self.tr("Show {n} more").format(n=rest)
        )
        return loose[:_FEW] if rest and not self._is_whole else loose

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self.refresh()

    def choose(self, which: str) -> None:
        """Mark what is shown beside the list."""
        self._chosen = which
        self._mark()

    def first(self) -> str:
        """Return what most people raised, or the oldest line, or nothing."""
        for theme in self._desk.ask(themes.themes):
            return THEME + theme.id
        return next((LINE + each.kept for each in self._desk.ask(themes.without_theme)), "")

    def _build(self) -> None:
        self.set_label(self.tr("Themes, private"))
        self._empty.setText(
            self.tr(
                "Keep a line of a note as a theme, in any conversation, and it stands here. "
                "Give the lines that belong together one name, and see how many people they "
                "come from."
            )
        )
        self.body.setSpacing(spacing.GRID)
        for part in (
            *(self._empty, self._themes, self._lines_heading, self._lines),
            *(self._more, self._sheet_heading, self._on_sheet, self._dropped, self._sheet),
        ):
            self.body.addWidget(part)
        self.body.setAlignment(self._more, Qt.AlignmentFlag.AlignLeft)
        self.body.setAlignment(self._sheet, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self._dropped.hide()

    def _tell_sheet(self) -> None:
        lines, gone = self._desk.ask(themes.wordings), self._desk.ask(themes.dropped)
        self._on_sheet.setText(self._counted(len(lines)))
        self._sheet.setVisible(bool(lines))
        named = ", ".join(f"“{wording}”" for wording in gone)
        words = self.tr("Fewer than three people are left behind: {named}")
        self._dropped.setText(words.format(named=named))
        self._dropped.setVisible(bool(gone))

    def _counted(self, count: int) -> str:
        if count == 0:
            return self.tr(
                "Nothing is on it yet. It carries what three or more people raised, in words "
                "that you write for it: no name, no team, no date, no quote."
            )
        words = self.tr("1 theme on it, in your words for colleagues")
        if count > 1:
            words = self.tr("{count} themes on it, in your words for colleagues")
        return words.format(count=count)

    def _words(self, theme: Theme) -> str:
        parts = (" ".join(theme.name.reveal().split()), said_of(theme))
        return " · ".join(filter(None, parts))

    def _make_sheet(self) -> None:
        answer = self._desk.do(themes.make_sheet)
        if answer.refusal:
            self._dropped.setText(answer.refusal.sentence)
            self._dropped.show()
        elif answer.done:
            self.sheet_asked.emit()

    def _choose(self, which: str) -> None:
        self.chosen.emit(which)

    def _mark(self) -> None:
        self._themes.choose(self._chosen)
        self._lines.choose(self._chosen)


def _line(each: Raised, name: str) -> str:
    return f"{name} · {' '.join(each.words.reveal().split())}"


def said_of(theme: Theme) -> str:
    """Return for example "3 people, since May 2026"."""
    if theme.since is None:
        return _tr("nobody any more")
    words = _tr("1 person, since {month}")
    if theme.people > 1:
        words = _tr("{count} people, since {month}")
    return words.format(count=theme.people, month=dates.month_year(theme.since))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Themes", text)
