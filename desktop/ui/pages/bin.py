"""Who is archived, and what was deleted: the way back to both."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.services import people
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.pages.rows import Rows, RuledRow
from desktop.ui.widgets.buttons import PlainButton, SmallButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import Body, SmallMuted

_WIDEST = 760


class Bin(Protocol):
    """The ready-made panel of what was deleted; private words lie in it as well."""

    def forget(self) -> None:
        """Stand as when the page is opened."""

    def refresh(self) -> None:
        """Read the bin again."""

    def as_widget(self) -> QWidget:
        """Return the panel, to be laid out."""


@dataclass(frozen=True, slots=True)
class ArchivedLine:
    """Somebody who is archived, in words ready to be read."""

    key: str
    name: str
    since: str


class ArchivedRow(RuledRow):
    """One archived person."""

    chosen = Signal(str)
    back_asked = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self._key = ""
        self._name, self._since = Body(), SmallMuted()
        self._open = SmallButton(self.tr("Open"))
        self._back = SmallButton(self.tr("Take back"))
        changing(self._back)
        ways = QWidget()
        flow = FlowLayout(ways)
        flow.addWidget(self._open)
        flow.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 7)
        column.setSpacing(3)
        for part in (self._name, self._since, ways):
            column.addWidget(part)
        self._open.clicked.connect(self._choose)
        self._back.clicked.connect(self._ask_back)

    def tell(self, line: ArchivedLine) -> None:
        """Say another person."""
        self._key = line.key
        self._name.setText(line.name)
        self._since.setText(line.since)
        self._open.setAccessibleName(self.tr("Open {name}").format(name=line.name))
        self._back.setAccessibleName(self.tr("Take {name} back").format(name=line.name))

    def _choose(self) -> None:
        self.chosen.emit(self._key)

    def _ask_back(self) -> None:
        self.back_asked.emit(self._key)


class ArchivedRows(Rows[ArchivedRow, ArchivedLine]):
    """Everybody who is archived."""

    chosen = Signal(str)
    back_asked = Signal(str)

    def new_row(self) -> ArchivedRow:
        """Return an empty row."""
        row = ArchivedRow()
        row.chosen.connect(self.chosen)
        row.back_asked.connect(self.back_asked)
        return row

    def word(self, row: ArchivedRow, line: ArchivedLine) -> None:
        """Say a person."""
        row.tell(line)


class BinPage(ScrollColumn):
    """The archive above, the bin beneath."""

    back_asked = Signal()
    person_chosen = Signal(str)

    def __init__(self, desk: Desk, rubbish: Bin) -> None:
        """Build the page around the private panel of the bin."""
        super().__init__()
        self._desk = desk
        self._bin = rubbish
        self._rows = ArchivedRows()
        self._none = SmallMuted(self.tr("Nobody is archived."))
        header = PageHeader(
            self.tr("Archive and bin"),
            self.tr("Who is out of the way, and what was deleted in the last 30 days."),
        )
        back = PlainButton(self.tr("People"))
        header.add(back)
        archive = Card(self.tr("Archive"))
        archive.body.addWidget(self._none)
        archive.body.addWidget(self._rows)
        self.body.addWidget(header)
        for part in (archive, rubbish.as_widget()):
            self.add_no_wider(part, 2 * _WIDEST)
        self.body.addStretch(1)
        back.clicked.connect(self.back_asked)
        self._rows.chosen.connect(self.person_chosen)
        self._rows.back_asked.connect(self._take_back)
        self._rows.rearranged.connect(self._follow_reading_order)

    def open(self) -> None:
        """Stand as when the page is chosen."""
        self._bin.forget()

    def refresh(self) -> None:
        """Read archive and bin again."""
        found = self._desk.ask(people.archived)
        self._none.setVisible(not found)
        self._rows.tell(
            [
                ArchivedLine(
                    person.id,
                    person.name,
                    self.tr("Since {day}").format(day=dates.full_day(person.archived)),
                )
                for person in found
                if person.archived is not None
            ]
        )
        self._bin.refresh()

    def _take_back(self, key: str) -> None:
        self._desk.do(people.archive, PersonId(key), away=False)

    def _follow_reading_order(self) -> None:
        follow_reading_order(self)
