"""The muted line under a question that says what was noted to it last time."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.first_lines import first_lines
from desktop.ui.widgets.text import Muted, plain_tooltip


class _MoreButton(QuietButton):
    """Begins where the words above it begin."""

    side_padding = 1


class LastTimeLine(QWidget):
    """At most two lines until all of it is asked for; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing before ``say``."""
        super().__init__(parent)
        self._sentence = ""
        self._is_whole = False
        self._is_covered = False
        self._words = Muted()
        self._more = _MoreButton("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        column.addLayout(row)
        self._more.clicked.connect(self._turn)
        self.hide()

    def say(self, sentence: str, *, covered: bool = False) -> None:
        """Show another sentence, its first lines to begin with; ``covered``, none until asked."""
        self._sentence = sentence
        self._is_whole = False
        self._is_covered = covered
        self._fit()
        self.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew to the width."""
        super().resizeEvent(event)
        self._fit()

    def _turn(self) -> None:
        if self._is_covered:
            self._is_covered = False
            self._fit()
            return
        self._is_whole = not self._is_whole
        self._fit()

    def _fit(self) -> None:
        self._words.setVisible(not self._is_covered)
        if self._is_covered:
            self._words.setText("")
            self._words.setToolTip("")
            self._more.setText(self.tr("Show what was said last time"))
            self._more.show()
            return
        short = first_lines(self._sentence, self._words.role, self.width())
        is_shortened = short != self._sentence
        shown = self._sentence if self._is_whole else short
        if shown != self._words.text():
            self._words.setText(shown)
        self._words.setToolTip(plain_tooltip(self._sentence) if shown != self._sentence else "")
        self._more.setText(self.tr("Show less") if self._is_whole else self.tr("Show all"))
        self._more.setVisible(is_shortened)
