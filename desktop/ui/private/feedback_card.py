"""Before giving feedback: goals, motivations, learning and drains of a person on one card (G5)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.services import clock, people
from desktop.services.private import feedback
from desktop.services.private.feedback import Card, Line
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.private.knowledge import month_said
from desktop.ui.widgets.beside import FeedbackBeside
from desktop.ui.widgets.buttons import MinorButton, changing
from desktop.ui.widgets.chips import ChipLabel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import keep_prose_to_measure
from desktop.ui.widgets.text import SectionHeading, SerifBody, SmallMuted
from desktop.ui.wizard.motivation_names import motivation_name


class FeedbackCard(FeedbackBeside):
    """Read in a minute, in a doorway; what is not known is left out, not asked for."""

    notice_asked = Signal()

    def __init__(self, desk: PrivateDesk) -> None:
        """Read through the private half; nothing is shown before ``show_person``."""
        super().__init__("", padding=26)
        self._desk = desk
        self._who: PersonId | None = None
        self._shown: tuple[PersonId, Card, date] | None = None
        self._sections = QVBoxLayout()
        self._sections.setSpacing(3)
        self._note = MinorButton(self.tr("Note what I said"))
        changing(self._note)
        self.set_label(self.tr("Before you give feedback, private"))
        self.body.addLayout(self._sections)
        self.body.addSpacing(10)
        self.body.addWidget(self._note, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self._note.clicked.connect(self.notice_asked)

    def show_person(self, who: PersonId) -> None:
        """Show the card of somebody."""
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read again; nothing moves while it is the same."""
        if self._who is None:
            return
        card, today = self._desk.ask(feedback.card, self._who), self._desk.ask(clock.today)
        if (self._who, card, today) != self._shown:
            self._shown = (self._who, card, today)
            self._lay(first_name(self._desk.ask(people.person, self._who).name), card, today)

    def _lay(self, name: str, card: Card, today: date) -> None:
        while (item := self._sections.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self._goals(name, card, today)
        if card.motivations:
            self._section(self.tr("What drives {name}").format(name=name))
            self._add(_chips([motivation_name(one) for one in card.motivations]))
        self._lines(self.tr("What {name} is learning now").format(name=name), card.learning, today)
        self._lines(self.tr("What drains {name}").format(name=name), card.drains, today)
        self._lines(self.tr("What you said before"), card.said_before, today, by_day=True)
        self._section(self.tr("Then"))
        self._add(
            SerifBody(
                self.tr(
                    "Which of these does it serve? Say what you saw, then ask what they make of it."
                )
            )
        )
        keep_prose_to_measure(self)

    def _goals(self, name: str, card: Card, today: date) -> None:
        heading = self.tr("Where {name} wants to go").format(name=name)
        if card.goals:
            self._section(heading)
            for goal in card.goals:
                self._add(SerifBody(goal.now.wording.words))
                if goal.now.wording.horizon:
                    horizon = self.tr("In {horizon}, as agreed")
                    self._add(SmallMuted(horizon.format(horizon=goal.now.wording.horizon)))
        elif card.wants:
            self._lines(heading, card.wants, today)
        else:
            self._section(heading)
            self._add(SmallMuted(self.tr("Not talked about yet. Perhaps that comes before this.")))

    def _lines(
        self, heading: str, lines: Sequence[Line], today: date, *, by_day: bool = False
    ) -> None:
        if not lines:
            return
        self._section(heading)
        for line in lines:
            when = dates.spoken_day(line.on, today) if by_day else month_said(line.on, today)
            self._add(SerifBody(" ".join(line.words.reveal().split())))
            self._add(SmallMuted(when))

    def _section(self, heading: str) -> None:
        if self._sections.count():
            self._sections.addSpacing(12)
        self._add(SectionHeading(heading))

    def _add(self, part: QWidget) -> None:
        self._sections.addWidget(part)
        part.show()


def _chips(words: Sequence[str]) -> QWidget:
    held = QWidget()
    flow = FlowLayout(held, gap=7)
    for each in words:
        flow.addWidget(ChipLabel(each))
    return held
