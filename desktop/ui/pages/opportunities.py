"""The opportunity register: what is really open, and whose direction it would serve (C4)."""

from PySide6.QtWidgets import QWidget

from desktop.ui.pages.columns import Columns
from desktop.ui.pages.sight import Sight
from desktop.ui.widgets.beside import OpportunityBeside, RegisterBeside
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class OpportunitiesPage(ScrollColumn):
    """The list at the left, the chosen one at the right; both are the manager's alone."""

    def __init__(self, listing: RegisterBeside, sheet: OpportunityBeside) -> None:
        """Stand the two private panels beside each other."""
        super().__init__()
        self._listing = listing
        self._sheet = sheet
        self._shown = ""
        self.body.addWidget(
            PageHeader(
                self.tr("Opportunities"),
                self.tr("What is really open, so that the Gap stage has something to offer."),
            )
        )
        parts = QWidget()
        columns = Columns(parts, room=360, shares=(430, 542))
        columns.addWidget(listing)
        columns.addWidget(sheet)
        self.body.addWidget(parts, 1)
        listing.chosen.connect(self._show)
        sheet.deleted.connect(self._show_the_first)
        Sight(self)
        self.refresh()

    def refresh(self) -> None:
        """Read the register again; what is being written stays."""
        self._listing.refresh()
        if not self._shown:
            self._show(self._listing.first())
        self._sheet.refresh()

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        return all((self._listing.flush(), self._sheet.flush()))

    def _show_the_first(self) -> None:
        self._shown = ""
        self.refresh()

    def _show(self, which: str) -> None:
        if not self._sheet.flush():
            self._listing.choose(self._shown)
            return
        self._shown = which
        self._listing.choose(which)
        self._sheet.show_opportunity(which)
