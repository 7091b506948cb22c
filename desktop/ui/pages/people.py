"""The page of people: add somebody by name alone, and open anybody's page."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.people import Person
from desktop.services import clock, contracts, conversations, people
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.pages.arrivals import ArrivalsCard
from desktop.ui.pages.new_person import NewPerson
from desktop.ui.pages.particulars import role_and_team
from desktop.ui.pages.people_list import PersonLine, PersonRows
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.widgets.buttons import LinkButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class PeoplePage(ScrollColumn):
    """Everybody whose career the manager supports, and a field to add somebody."""

    person_added = Signal(str)
    person_chosen = Signal(str)
    bin_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        """Build the page; ``refresh`` reads the vault."""
        super().__init__()
        self._desk = desk
        self._new = NewPerson()
        self._rows = PersonRows()
        self._list = Card()
        self._arrivals = ArrivalsCard(desk)
        self._from_a_list = LinkButton(self.tr("Bring in a list…"))
        changing(self._from_a_list)
        self._bin = LinkButton(self.tr("Archive and bin"))
        self._build()
        self._from_a_list.clicked.connect(self._arrivals.choose)
        self._bin.clicked.connect(self.bin_asked)
        self._new.name_given.connect(self._add)
        self._rows.chosen.connect(self.person_chosen)
        self._rows.rearranged.connect(self._follow_reading_order)
        self._rows.unfolded.connect(self.refresh)

    def refresh(self) -> None:
        """Read everybody again."""
        everybody = self._desk.ask(people.everybody)
        today = self._desk.ask(clock.today)
        self._new.know(everybody)
        begun = self._desk.ask(conversations.last_begun)
        shown = self._rows.at_first(everybody)
        self._rows.tell([self._line(each, begun.get(each.id), today) for each in shown])
        self._list.setVisible(bool(everybody))

    def _build(self) -> None:
        about = self.tr("The people whose careers you support.")
        self.body.addWidget(PageHeader(self.tr("People"), about))
        self.body.addWidget(self._new)
        self.body.addWidget(self._arrivals)
        self._list.body.setContentsMargins(9, 0, 9, 9)
        self._list.body.addWidget(self._rows)
        self.body.addWidget(self._list)
        ways = QWidget()
        row = FlowLayout(ways)
        row.addWidget(self._from_a_list)
        row.addWidget(self._bin)
        self.body.addWidget(ways)
        self.body.addStretch(1)

    def _add(self, name: str) -> None:
        answer = self._desk.do(people.add, name)
        if answer.refusal:
            self._new.refuse(answer.refusal.sentence)
        elif answer.done:
            self._new.clear()
            self.person_added.emit(answer.value)

    def _follow_reading_order(self) -> None:
        follow_reading_order(self)

    def _line(self, person: Person, begun: datetime | None, today: date) -> PersonLine:
        contract = self._desk.ask(contracts.standing, person.id)
        last = begun.date() if begun else None
        version = self.tr("Contract v{version}")
        return PersonLine(
            key=person.id,
            name=person.name,
            about=role_and_team(person),
            talked=self._talked(last, today),
            talked_in_full=dates.full_day(last) if last else "",
            contract=version.format(version=contract.version) if contract else "",
        )

    def _talked(self, last: date | None, today: date) -> str:
        if last is None:
            return self.tr("No conversation yet")
        return self.tr("Last talked {day}").format(day=dates.spoken_day(last, today))
