"""The answers to the leaving question with one person, on a page nobody comes to by chance (K8)."""

from PySide6.QtCore import Signal

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.services import people
from desktop.ui.desk import Desk
from desktop.ui.widgets.beside import LookingBack
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class BetweenTheLinesPage(ScrollColumn):
    """The private readings under their title."""

    back_asked = Signal()

    def __init__(self, desk: Desk, readings: LookingBack) -> None:
        """Work over the shared half; only ``readings`` knows what was read."""
        super().__init__()
        self._desk = desk
        self._readings = readings
        self._header = PageHeader(self.tr("Between the lines"))
        self._back = PlainButton(self.tr("Back"), shortcut="Esc")
        self._header.add(self._back)
        self.body.addWidget(self._header)
        self.body.addWidget(readings)
        self.body.addStretch(1)
        self._back.clicked.connect(self._go_back)

    def show_person(self, who: PersonId) -> None:
        """Show the readings of somebody."""
        name = first_name(self._desk.ask(people.person, who).name)
        line = self.tr("How you read {name}’s answers, to listen and to act. No score, no fact.")
        self._header.say(self.tr("Between the lines"), line.format(name=name))
        self._readings.show_person(who)
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read them again."""
        self._readings.refresh()

    def _go_back(self) -> None:
        self.back_asked.emit()
