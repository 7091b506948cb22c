"""On which day the calendars begin."""

from PySide6.QtCore import QLocale

from desktop.services import settings
from desktop.ui.desk import Desk
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Body

_SYSTEM = ""
_DAYS = ("1", "7", "6")
"""Monday, Sunday, Saturday: where weeks begin somewhere in the world."""


class WeekCard(Card):
    """The first day of the week in every calendar; the system says it unless somebody chooses."""

    def __init__(self, desk: Desk) -> None:
        """Read and write the choice through ``desk``."""
        super().__init__(self.tr("The week begins"))
        self._desk = desk
        days = [(day, QLocale().standaloneDayName(int(day))) for day in _DAYS]
        self._choice = Choice(
            self.tr("First day of the week"), [(_SYSTEM, self.tr("As on this computer")), *days]
        )
        self.body.addWidget(Body(self.tr("In the calendars that open where you pick a date.")))
        self.body.addSpacing(4)
        self.body.addWidget(self._choice)
        self._choice.chosen.connect(self._choose)

    def refresh(self) -> None:
        """Mark what is chosen."""
        chosen = self._desk.ask(settings.week_begins)
        day = _SYSTEM if chosen is None else str(chosen)
        self._choice.choose(day if day in _DAYS else _SYSTEM)

    def _choose(self, day: str) -> None:
        self._desk.do(settings.set_week_begins, int(day) if day else None)
