"""Themes across people, for the manager; and the way to the sheet for colleagues (H4)."""

from PySide6.QtCore import QCoreApplication, Signal

from desktop.ui.pages.list_and_sheet import ListAndSheet
from desktop.ui.widgets.beside import ThemeBeside, ThemesBeside, ThemesOverTimeBeside


class ThemesPage(ListAndSheet):
    """The list at the left, the chosen theme or line at the right; both are private."""

    sheet_asked = Signal()

    def __init__(
        self,
        listing: ThemesBeside,
        theme: ThemeBeside,
        over_time: ThemesOverTimeBeside | None = None,
    ) -> None:
        """Stand the two private panels beside each other, all of it over time above them."""
        super().__init__(_tr("Themes"), _tr("What several people raise is a case for action."))
        self._listing = listing
        self._theme = theme
        self._over_time = over_time
        if over_time is not None:
            self.body.addWidget(over_time)
            over_time.chosen.connect(self.show_item)
        self.stand_side_by_side(listing, theme)
        listing.sheet_asked.connect(self.sheet_asked)
        theme.moved_to.connect(self.show_item)

    def refresh(self) -> None:
        """Read the themes again; what is being written stays."""
        super().refresh()
        if self._over_time is not None:
            self._over_time.refresh()

    def listing(self) -> ThemesBeside:
        """Return the themes."""
        return self._listing

    def sheet(self) -> ThemeBeside:
        """Return the one theme or line."""
        return self._theme

    def open_on_sheet(self, which: str) -> None:
        """Show another theme or line, or none."""
        self._theme.show_item(which)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ThemesPage", text)
