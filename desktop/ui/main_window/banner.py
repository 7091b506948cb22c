"""What stands above every page when there is something the manager should know."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import Trouble
from desktop.services.presence import Found
from desktop.ui.look import spacing
from desktop.ui.main_window.elsewhere_news import ElsewhereNews
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.card import NoticePanel, TroublePanel


class ReadingPanel(NoticePanel):
    """Says for good that nothing can be written, why, and where to go on."""

    ground = "late_ground"
    ink = "late"


class Banner(QWidget):
    """Trouble with disk or key, news of other computers, and what stands for good.

    For good stands that these people are not real, or that the vault is open for reading only.
    """

    damage_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lasting = self._told = ""
        """What stands for good, and the last trouble, each by what happened."""
        self._sample = NoticePanel(
            self.tr("Sample people."),
            self.tr("Nobody here is real. Everything you write is gone when you close the window."),
        )
        self._reading = ReadingPanel()
        self._reading.action.clicked.connect(self.damage_asked)
        self._trouble = TroublePanel()
        self.elsewhere = ElsewhereNews()
        self.elsewhere.read.connect(self._settle)
        self._put_away = QuietButton(self.tr("Put away"))
        self._put_away.clicked.connect(self._hide_trouble)
        self._build()

    def _build(self) -> None:
        self._sample.hide()
        self._reading.hide()
        self._trouble.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._put_away)
        self._trouble.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.GRID, spacing.GRID, spacing.GRID, 0)
        column.setSpacing(spacing.GRID)
        column.addWidget(self._sample)
        column.addWidget(self._reading)
        column.addWidget(self._trouble)
        column.addWidget(self.elsewhere)
        self._settle()

    def mark_sample(self) -> None:
        """Say for good that these people are not real."""
        self._sample.show()
        self._settle()

    def tell_of_elsewhere(self, found: Sequence[Found]) -> None:
        """Tell what other computers did, until the manager has read it."""
        self.elsewhere.tell(found)
        self._settle()

    def mark_reading(self, why: Trouble, action: str = "") -> None:
        """Say for good that nothing can be written; ``action`` leads to what is lost."""
        self._lasting = why.what_happened
        self._reading.say(why.what_happened, f"{why.what_is_safe} {why.what_to_do}", action)
        self._reading.show()
        if self._told == self._lasting:
            self._trouble.hide()
        self._settle()

    def unmark_reading(self) -> None:
        """Everything can be written again."""
        self._lasting = ""
        self._reading.hide()
        self._settle()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do; once, where that stands here already."""
        self._told = trouble.what_happened
        if self._told == self._lasting:
            return
        self._trouble.say(trouble.what_happened, f"{trouble.what_is_safe} {trouble.what_to_do}")
        self._trouble.show()
        self._settle()

    def all_well(self) -> None:
        """Take trouble away once saving works again."""
        if not self._trouble.isHidden():
            self._hide_trouble()

    def _hide_trouble(self) -> None:
        self._trouble.hide()
        self._settle()

    def _settle(self) -> None:
        parts = (self._sample, self._reading, self._trouble, self.elsewhere)
        self.setVisible(not all(part.isHidden() for part in parts))
