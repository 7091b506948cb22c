"""The underlined tabs of a person's page; some turn the page, others lead to one of their own."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.one_stop import OneStop

_GAP = 22
_LINE = 2


class TabButton(Button):
    """One tab: muted, and bold over a line in the accent while it is the one that is shown."""

    pressed_as = Signal(str)
    side_padding = 2
    top_padding = 10

    def __init__(self, key: str, text: str) -> None:
        """Show ``text``; its row says whether it is the chosen one."""
        self.is_chosen = False
        super().__init__(text)
        self._key = key
        self.clicked.connect(self._announce)

    def choose(self, chosen: bool) -> None:
        """Be the one that is shown, or not."""
        self.is_chosen = chosen
        self.setAccessibleDescription(self.tr("Shown now") if chosen else "")
        self.update()

    def count(self, number: int) -> None:
        """Show how much waits there; its name stays the same."""
        name = self.accessibleName()
        bare = self.label().rsplit(" · ", 1)[0]
        self.setText(f"{bare} · {number}" if number else bare)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return room for the bold words, so that nothing moves when another one is chosen."""
        bold = ceil(look.current().advance("body_strong", self.label()))
        width = bold + 1 + 2 * self.side_padding
        return QSize(width, super().sizeHint().height())

    def _announce(self) -> None:
        self.pressed_as.emit(self._key)

    def _face(self) -> str:
        return "body_strong" if self.is_chosen else "body"

    def _ink(self) -> str:
        return "ink" if self.is_chosen or self.underMouse() else "muted"

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        worn = look.current()
        if self.is_chosen:
            line = QRectF(0, area.height() - _LINE, area.width(), _LINE)
            painter.fillRect(line, worn.colour("accent"))
        if self.hasFocus():
            ring = area.adjusted(-1, 5, 1, -7)
            paint.focus_ring(painter, ring, spacing.KEY_RADIUS, worn.colour("focus"))


class Tabs(QWidget):
    """Tabs in rows over one hairline; one stop of the tab key, the arrows walk within."""

    chosen = Signal(str)
    """Carries the key of the tab that was pressed; who hears it says ``choose`` if it is shown."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Show a tab for each key and text."""
        super().__init__()
        self._tabs = {key: TabButton(key, text) for key, text in texts.items()}
        row = QWidget()
        flow = FlowLayout(row, gap=_GAP, row_gap=0)
        for tab in self._tabs.values():
            flow.addWidget(tab)
            tab.pressed_as.connect(self.chosen)
        self._stop = OneStop(row, tuple(self._tabs.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(Hairline())

    def choose(self, key: str) -> None:
        """Mark the tab that is shown."""
        for each, tab in self._tabs.items():
            tab.choose(each == key)

    def take_keyboard(self, key: str) -> None:
        """Put the keyboard on a tab: what it stood on may have gone with the page before."""
        self._tabs[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, key: str, *, offered: bool) -> None:
        """Show or hide a tab, where it would lead nowhere."""
        self._tabs[key].setVisible(offered)
        self._stop.settle()

    def count(self, key: str, number: int) -> None:
        """Show how much waits behind a tab."""
        self._tabs[key].count(number)
