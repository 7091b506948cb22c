"""Says on a person's page that they are archived, and takes them back in one press."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.look import dates
from desktop.ui.widgets.buttons import SmallButton, changing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Muted


class ArchivedLine(QWidget):
    """One line under the name; out of sight for everybody else."""

    back_asked = Signal()

    def __init__(self) -> None:
        """Wait for somebody who is archived."""
        super().__init__()
        self._words = Muted()
        back = SmallButton(self.tr("Take back"))
        changing(back)
        row = FlowLayout(self)
        row.addWidget(self._words)
        row.addWidget(back)
        back.clicked.connect(self.back_asked)
        self.hide()

    def tell(self, since: date | None) -> None:
        """Say since when; nothing for somebody who is here."""
        self.setVisible(since is not None)
        if since is not None:
            words = self.tr("Archived since {day}: out of the lists and of Today.")
            self._words.setText(words.format(day=dates.full_day(since)))
