"""A page of cards from which ways of several steps lead away, and come back with one sentence."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.widgets.card import NoticePanel
from desktop.ui.widgets.page import PageHeader, ScrollColumn, keep_prose_to_measure

_WIDEST = 760


class OutcomePanel(NoticePanel):
    """What is true now, after what was asked for last."""

    ground = "accent_ground"
    ink = "accent"


class PageWithWays(QStackedWidget):
    """Shows its cards first, beneath what came of the last way; each way has the page to itself."""

    def __init__(self, title: str, line: str) -> None:
        """Stand under ``title`` and ``line``; ``lay_out`` gives it its cards."""
        super().__init__()
        self.header = PageHeader(title, line)
        self._outcome = OutcomePanel()
        self._outcome.hide()

    def lay_out(self, *parts: QWidget) -> ScrollColumn:
        """Show these cards, one beneath the other; before any way is added."""
        self._first = column = ScrollColumn()
        column.body.addWidget(self.header)
        for part in (self._outcome, *parts):
            column.add_no_wider(part, 2 * _WIDEST)
            keep_prose_to_measure(part)
        column.body.addStretch(1)
        self.addWidget(column)
        return column

    def add_way(self, way: QWidget) -> QWidget:
        """Add a way; ``setCurrentWidget`` with what is returned shows it."""
        column = ScrollColumn()
        middle = QWidget()
        held = QVBoxLayout(middle)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(way)
        column.add_no_wider(middle, _WIDEST)
        keep_prose_to_measure(way)
        column.body.addStretch(1)
        self.addWidget(column)
        return column

    def show_cards(self) -> None:
        """Come back from whichever way is shown."""
        self.setCurrentIndex(0)

    def is_on_a_way(self) -> bool:
        """Return whether a way has the page."""
        return self.currentIndex() > 0

    def say(self, sentence: str) -> None:
        """Say what came of the last way above the cards, or nothing any more."""
        self._outcome.say("", sentence)
        self._outcome.setVisible(bool(sentence))
        if sentence:
            # Only once the page is laid out anew does it know where that is.
            QTimer.singleShot(0, self._show_outcome)

    def _show_outcome(self) -> None:
        self._first.body.activate()
        self._first.ensureWidgetVisible(self._outcome)
