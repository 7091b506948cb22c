"""Themes across people, for the manager; and the way to the sheet for colleagues (H4)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.columns import Columns
from desktop.ui.pages.sight import Sight
from desktop.ui.widgets.beside import ThemeBeside, ThemesBeside, ThemesOverTimeBeside
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class ThemesPage(ScrollColumn):
    """The list at the left, the chosen theme or line at the right; both are private."""

    sheet_asked = Signal()

    def __init__(
        self,
        listing: ThemesBeside,
        theme: ThemeBeside,
        over_time: ThemesOverTimeBeside | None = None,
    ) -> None:
        """Stand the two private panels beside each other, all of it over time above them."""
        super().__init__()
        self._listing = listing
        self._theme = theme
        self._over_time = over_time
        self._shown = ""
        self.body.addWidget(
            PageHeader(
                self.tr("Themes"),
                self.tr("What several people raise is a case for action."),
            )
        )
        parts = QWidget()
        columns = Columns(parts, room=360, shares=(430, 542))
        columns.addWidget(listing)
        columns.addWidget(theme)
        if over_time is not None:
            self.body.addWidget(over_time)
            over_time.chosen.connect(self._show)
        self.body.addWidget(parts, 1)
        listing.chosen.connect(self._show)
        listing.sheet_asked.connect(self.sheet_asked)
        theme.moved_to.connect(self._show)
        Sight(self)
        self.refresh()

    def refresh(self) -> None:
        """Read the themes again; what is being written stays."""
        self._listing.refresh()
        if not self._shown:
            self._show(self._listing.first())
        self._theme.refresh()
        if self._over_time is not None:
            self._over_time.refresh()

    def flush(self) -> bool:
        """Keep what is being typed; return whether it is kept."""
        return self._theme.flush()

    def _show(self, which: str) -> None:
        if not self._theme.flush():
            self._listing.choose(self._shown)
            return
        self._shown = which
        self._listing.choose(which)
        self._theme.show_item(which)
