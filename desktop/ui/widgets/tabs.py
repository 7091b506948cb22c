"""The underlined tabs of a person's page."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets import paint

_BESIDE = 2
_GAP = 22
_LINE = 2


class UnderlinedTabs(QTabBar):
    """Tabs in a row over one hairline; the chosen one is bold and underlined in the accent."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` names the row to a screen reader; add tabs with ``addTab``."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tabSizeHint(self, index: int) -> QSize:
        """Return room for the bold words, so that nothing moves when a tab is chosen."""
        metrics = QFontMetrics(look.current().font("body_strong"))
        words = metrics.horizontalAdvance(self.tabText(index).replace("&&", "&"))
        return QSize(words + 2 * _BESIDE + _GAP, round(look.current().pitch("body")) + 21)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: tabs scroll rather than shorten."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline and every tab over it."""
        painter = QPainter(self)
        base = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(base, look.current().colour("line"))
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        worn = look.current()
        is_chosen = index == self.currentIndex()
        room = self.tabRect(index).adjusted(0, 0, -_GAP, 0)
        painter.setFont(worn.font("body_strong" if is_chosen else "body"))
        painter.setPen(worn.colour("ink" if is_chosen else "muted"))
        words = room.adjusted(_BESIDE, 0, 0, -3)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
        if is_chosen:
            line = QRect(room.left(), self.height() - _LINE, room.width(), _LINE)
            painter.fillRect(line, worn.colour("accent"))
            if self.hasFocus():
                ring = room.adjusted(-4, 5, 4, -7).toRectF()
                paint.focus_ring(painter, ring, spacing.KEY_RADIUS, worn.colour("focus"))
