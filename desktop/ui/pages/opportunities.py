"""The opportunity register: what is really open, and whose direction it would serve (C4)."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.pages.list_and_sheet import ListAndSheet
from desktop.ui.widgets.beside import OpportunityBeside, RegisterBeside


class OpportunitiesPage(ListAndSheet):
    """The list at the left, the chosen one at the right; both are the manager's alone."""

    def __init__(self, listing: RegisterBeside, sheet: OpportunityBeside) -> None:
        """Stand the two private panels beside each other."""
        super().__init__(
            _tr("Opportunities"),
            _tr("What is really open, so that the Gap stage has something to offer."),
        )
        self._listing = listing
        self._sheet = sheet
        self.stand_side_by_side(listing, sheet)
        sheet.deleted.connect(self.show_the_first)

    def listing(self) -> RegisterBeside:
        """Return the register."""
        return self._listing

    def sheet(self) -> OpportunityBeside:
        """Return the one opportunity."""
        return self._sheet

    def open_on_sheet(self, which: str) -> None:
        """Show another opportunity, or none."""
        self._sheet.show_opportunity(which)

    def flush(self) -> bool:
        """Save what is pending, a new one in the list too; return whether all is saved."""
        return all((self._listing.flush(), super().flush()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpportunitiesPage", text)
