"""Signals below one another, each row kept for as long as its signal is on the list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.private.signals import Noticed
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.signal_row import SignalRow


class SignalRows(QWidget):
    """Passes on what its rows wish for."""

    booking_asked = Signal(str)
    talk_asked = Signal(str)
    naming_asked = Signal(str, str)
    words_asked = Signal(str)

    def __init__(self, desk: PrivateDesk, *, named: bool) -> None:
        """Begin empty."""
        super().__init__()
        self._desk = desk
        self._is_named = named
        self._rows: dict[str, SignalRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def tell(self, shown: Sequence[Noticed]) -> None:
        """Show these signals in this order."""
        wanted = [noticed.signal.id for noticed in shown]
        for gone in [which for which in self._rows if which not in wanted]:
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, noticed in enumerate(shown):
            self._row(noticed.signal.id, place).tell(noticed)

    def flush(self) -> None:
        """Set aside what a word on why was typed for."""
        for row in list(self._rows.values()):
            row.flush()

    def _row(self, which: str, place: int) -> SignalRow:
        if which not in self._rows:
            self._rows[which] = self._new_row()
        row = self._rows[which]
        if self._column.indexOf(row) != place:
            self._column.insertWidget(place, row)
            row.setVisible(True)
        return row

    def _new_row(self) -> SignalRow:
        row = SignalRow(self._desk, named=self._is_named)
        row.booking_asked.connect(self.booking_asked)
        row.talk_asked.connect(self.talk_asked)
        row.naming_asked.connect(self.naming_asked)
        row.words_asked.connect(self.words_asked)
        return row
