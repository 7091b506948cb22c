"""The room of private notes on a person's page: the list, and beside it one note."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.ui.pages.columns import Columns
from desktop.ui.widgets.beside import NoteListBeside, NoteSheetBeside


class PersonNotesRoom(QWidget):
    """Arranges two ready-made private panels; it never sees a word in them."""

    def __init__(self, listing: NoteListBeside, sheet: NoteSheetBeside) -> None:
        """Show the note that is chosen in ``listing`` on ``sheet``."""
        super().__init__()
        self._listing = listing
        self._sheet = sheet
        self._who: PersonId | None = None
        columns = Columns(self, room=360, shares=(430, 542))
        columns.addWidget(listing)
        columns.addWidget(_at_the_top(sheet))
        listing.chosen.connect(self._show)
        listing.writing_asked.connect(self.begin)
        sheet.noted.connect(listing.choose)

    def show_person(self, who: PersonId) -> None:
        """Show the notes about somebody; flush first."""
        if who != self._who:
            self._who = who
            self._listing.show_person(who)
            self._show(self._listing.first())

    def begin(self) -> None:
        """Write a new note."""
        if self._who is not None and self._sheet.flush():
            self._listing.choose("")
            self._sheet.begin(self._who)

    def refresh(self) -> None:
        """Read again; what is being written stays."""
        self._listing.refresh()
        self._sheet.refresh()
        if self._sheet.isHidden():
            self._show(self._listing.first())

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        return self._sheet.flush()

    def _show(self, which: str) -> None:
        if self._who is None or not self._sheet.flush():
            self._listing.choose(self._sheet.shown())
            return
        self._sheet.show_note(which, self._who)
        self._listing.choose(which)


def _at_the_top(sheet: QWidget) -> QWidget:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(sheet)
    rows.addStretch(1)
    return column
