"""What stands above every page when there is something the manager should know."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import Trouble
from desktop.services.presence import Found
from desktop.ui.look import spacing
from desktop.ui.main_window.elsewhere_news import ElsewhereNews
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.card import NoticePanel, TroublePanel


class Banner(QWidget):
    """Trouble with disk or key, news of other computers, and the mark of the sample vault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample = NoticePanel(
            self.tr("Sample people."),
            self.tr("Nobody here is real. Everything you write is gone when you close the window."),
        )
        self._trouble = TroublePanel()
        self.elsewhere = ElsewhereNews()
        self.elsewhere.read.connect(self._settle)
        self._put_away = QuietButton(self.tr("Put away"))
        self._put_away.clicked.connect(self._hide_trouble)
        self._build()

    def _build(self) -> None:
        self._sample.hide()
        self._trouble.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._put_away)
        self._trouble.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.GRID, spacing.GRID, spacing.GRID, 0)
        column.setSpacing(spacing.GRID)
        column.addWidget(self._sample)
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

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do."""
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
        parts = (self._sample, self._trouble, self.elsewhere)
        self.setVisible(not all(part.isHidden() for part in parts))
