"""One word of the sweet spot, and the circles it lies in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.private.sweet_spot import Circle
from desktop.ui.widgets.buttons import QuietButton, changing
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Small

CIRCLES = (Circle.INTERESTS, Circle.STRENGTHS, Circle.NEEDS)


class LiesIn(QWidget):
    """Says where a chosen word lies; every press lays it anew."""

    laid = Signal(object)
    """Carries the ``Circle`` it is to lie in, or none to take it out of the picture."""

    def __init__(self, names: Sequence[str]) -> None:
        """``names`` are those of the three circles; nothing is shown before ``tell``."""
        super().__init__()
        self._words = Small()
        self._chips = [Chip(name) for name in names]
        self._out = QuietButton(self.tr("Take it out of the picture"))
        changing(self._out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        chips = QWidget()
        flow = FlowLayout(chips, gap=7, row_gap=7)
        for chip in self._chips:
            flow.addWidget(chip)
            chip.clicked.connect(self._lay)
        flow.addWidget(self._out)
        column.addWidget(chips)
        self._out.clicked.connect(self._take_out)
        self.hide()

    def tell(self, words: str, circles: Circle, *, needs_in_view: bool) -> None:
        """Show a word and where it lies."""
        self._words.setText(self.tr("“{words}” lies in:").format(words=words))
        for circle, chip in zip(CIRCLES, self._chips, strict=True):
            chip.setChecked(bool(circle & circles))
            chip.setVisible(needs_in_view or circle is not Circle.NEEDS)

    def focus_first(self) -> None:
        """Put the keyboard on the first circle."""
        self._chips[0].setFocus()

    def _lay(self) -> None:
        circles = Circle.NOWHERE
        for circle, chip in zip(CIRCLES, self._chips, strict=True):
            circles |= circle if chip.isChecked() else Circle.NOWHERE
        self.laid.emit(circles)

    def _take_out(self) -> None:
        self.laid.emit(Circle.NOWHERE)
