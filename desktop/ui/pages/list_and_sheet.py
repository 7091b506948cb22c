"""The frame of a page with a private list at the left and the chosen thing at its right."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.columns import Columns
from desktop.ui.pages.sight import Sight
from desktop.ui.widgets.card import PrivatePanel
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class Listing(Protocol):
    """What the frame asks of the list."""

    @property
    def chosen(self) -> SignalInstance:
        """Carries what was chosen."""

    def refresh(self) -> None:
        """Read the list again."""

    def choose(self, which: str) -> None:
        """Mark what is shown."""

    def first(self) -> str:
        """Return what to show first, or nothing."""


class Sheet(Protocol):
    """What the frame asks of the chosen thing."""

    def refresh(self) -> None:
        """Read again all but what is being written."""

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""


class ListAndSheet(ScrollColumn):
    """Shows what is chosen once the words about the one before are safe; a page names the parts."""

    def __init__(self, title: str, about: str) -> None:
        """Begin with the header; ``stand_side_by_side`` brings the two panels."""
        super().__init__()
        self._shown = ""
        self.body.addWidget(PageHeader(title, about))

    def stand_side_by_side(self, listing: PrivatePanel, sheet: PrivatePanel) -> None:
        """Lay both panels out and read them for the first time."""
        parts = QWidget()
        columns = Columns(parts, room=360, shares=(430, 542))
        columns.addWidget(listing)
        columns.addWidget(sheet)
        self.body.addWidget(parts, 1)
        self.listing().chosen.connect(self.show_item)
        Sight(self)
        self.refresh()

    def listing(self) -> Listing:
        """Return the list; a page knows which."""
        raise NotImplementedError

    def sheet(self) -> Sheet:
        """Return the panel of the chosen thing; a page knows which."""
        raise NotImplementedError

    def open_on_sheet(self, which: str) -> None:
        """Show another thing on the sheet, or none; a page knows how."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the list again; what is being written stays."""
        self.listing().refresh()
        if not self._shown:
            self.show_item(self.listing().first())
        self.sheet().refresh()

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        return self.sheet().flush()

    def show_item(self, which: str) -> None:
        """Show another thing, unless what is written about this one cannot be saved."""
        if not self.sheet().flush():
            self.listing().choose(self._shown)
            return
        self._shown = which
        self.listing().choose(which)
        self.open_on_sheet(which)

    def show_the_first(self) -> None:
        """Show what comes first: the thing that was shown has gone."""
        self._shown = ""
        self.refresh()
