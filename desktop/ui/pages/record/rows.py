"""The list of what left, the latest first; the chosen one lies on green."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.pages.rows import RowButton, Rows
from desktop.ui.widgets import paint
from desktop.ui.widgets.text import SmallMuted, StrongBody


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One share in words ready to be read."""

    key: str
    what: str
    how_and_when: str
    full_day: str
    is_chosen: bool


class ShareRow(RowButton):
    """What it was, and beneath it how and when it left."""

    share_chosen = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self._key = ""
        self._what = StrongBody()
        self._when = SmallMuted()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(0)
        column.addWidget(self._what)
        column.addWidget(self._when)
        self.setCheckable(True)
        self.clicked.connect(self._announce)

    def tell(self, line: ShareLine) -> None:
        """Say another line."""
        self._key = line.key
        self.setChecked(line.is_chosen)
        self.setAccessibleName(f"{line.what}, {line.how_and_when}")
        self.setToolTip(line.full_day)
        self._what.setText(line.what)
        self._when.setText(line.how_and_when)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the green ground of the chosen one."""
        if self.isChecked():
            painter = QPainter(self)
            area = QRectF(self.rect()).adjusted(0, 2, 0, -1)
            ground = look.current().colour("accent_ground")
            paint.rounded(painter, area, spacing.CONTROL_RADIUS, ground)
            painter.end()
        super().paintEvent(event)

    def _announce(self) -> None:
        # Which one is chosen is said with the next words, not turned over by the press.
        self.setChecked(True)
        self.share_chosen.emit(self._key)


class ShareRows(Rows[ShareRow, ShareLine]):
    """All that left."""

    share_chosen = Signal(str)

    def new_row(self) -> ShareRow:
        """Return an empty row."""
        row = ShareRow()
        row.share_chosen.connect(self.share_chosen)
        return row

    def word(self, row: ShareRow, line: ShareLine) -> None:
        """Say a share."""
        row.tell(line)
