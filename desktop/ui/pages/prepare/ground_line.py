"""What both agreed on before the first question, and how to say how notes are kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.conversations.planned import Planned
from desktop.services import agreements, clock, conversations
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted


class GroundLine(QWidget):
    """Leads to the agreement and to the page that is read aloud before a first talk."""

    agreement_asked = Signal()
    notes_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        """Work over the shared half; nothing is shown before ``show_plan``."""
        super().__init__()
        self._desk = desk
        self._line = SmallMuted()
        agreement = LinkButton(self.tr("Agreement"))
        notes = LinkButton(self.tr("How I keep notes"))
        row = FlowLayout(self, gap=4, row_gap=0)
        for part in (self._line, agreement, notes):
            row.addWidget(part)
        agreement.clicked.connect(self.agreement_asked)
        notes.clicked.connect(self.notes_asked)

    def show_plan(self, plan: Planned) -> None:
        """Say what stands; there is little to say once something was agreed and a talk held."""
        standing = self._desk.ask(agreements.standing, plan.person)
        is_first = not self._desk.ask(conversations.of_person, plan.person)
        today = self._desk.ask(clock.today)
        self._line.set_ink("muted")
        if standing is not None and standing.agreed is not None:
            day = dates.spoken_day(standing.agreed, today)
            words = self.tr("Agreed {day}:")
            if standing.is_to_be_revisited(today):
                words = self.tr("Agreed {day}. It is time to read it again together:")
                self._line.set_ink("soon")
            self._line.setText(words.format(day=day))
        elif is_first:
            self._line.setText(self.tr("Before you begin:"))
        else:
            self._line.setText(self.tr("No agreement yet:"))
