"""The conversations on the page of today: under way, missing, and booked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId
from desktop.services.packs import pack
from desktop.services.today import Appointment, Gap, Talk
from desktop.ui.look import dates
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.rows import NameButton, Rows, RuledRow
from desktop.ui.pages.talk_rows import GapRows, PlannedRows
from desktop.ui.widgets.avatar import Avatar
from desktop.ui.widgets.buttons import SmallButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import ElidedLabel, Muted


@dataclass(frozen=True, slots=True)
class UnderWayLine:
    """One conversation in words ready to be read."""

    key: str
    person: str
    name: str
    what: str
    begun_in_full: str
    at: str


class UnderWayRow(RuledRow):
    """With whom, of what kind and since when, at which question, and the way back into it."""

    conversation_chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self._key = ""
        self._person = ""
        self._avatar = Avatar("")
        self._name = NameButton("")
        self._what = Muted()
        self._at = ElidedLabel(role="label", ink="muted")
        self._continue = SmallButton(self.tr("Continue"))
        self._build()
        self._name.clicked.connect(self._announce_person)
        self._continue.clicked.connect(self._announce_conversation)

    def tell(self, line: UnderWayLine) -> None:
        """Say another line."""
        self._key, self._person = line.key, line.person
        self._avatar.set_name(line.name)
        self._name.setText(line.name)
        self._what.setText(line.what)
        self._what.setToolTip(line.begun_in_full)
        self._at.setText(line.at)
        self._continue.setAccessibleDescription(f"{line.name}, {line.what}")

    def _build(self) -> None:
        row = Columns(self, room=200, gap=12)
        row.setContentsMargins(0, 10, 0, 9)
        row.addWidget(self._with_whom())
        row.addWidget(self._way_back())

    def _with_whom(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = FlowLayout(gap=5, row_gap=0)
        words.addWidget(self._name)
        words.addWidget(self._what)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        return side

    def _way_back(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._at, 1)
        row.addWidget(self._continue)
        return side

    def _announce_conversation(self) -> None:
        self.conversation_chosen.emit(self._key)

    def _announce_person(self) -> None:
        self.person_chosen.emit(self._person)


class UnderWayRows(Rows[UnderWayRow, UnderWayLine]):
    """The conversations, the latest first."""

    conversation_chosen = Signal(str)
    person_chosen = Signal(str)

    def new_row(self) -> UnderWayRow:
        """Return an empty row."""
        row = UnderWayRow()
        row.conversation_chosen.connect(self.conversation_chosen)
        row.person_chosen.connect(self.person_chosen)
        return row

    def word(self, row: UnderWayRow, line: UnderWayLine) -> None:
        """Say a conversation."""
        row.tell(line)


class TalksUnderWay(Card):
    """The card of conversations: those under way, those nobody booked, those that are booked."""

    def __init__(self) -> None:
        """Begin without conversations."""
        super().__init__(self.tr("Conversations"))
        self.rows = UnderWayRows()
        self.gaps = GapRows()
        self.planned = PlannedRows()
        lists = QVBoxLayout()
        lists.setSpacing(0)
        for rows in (self.rows, self.gaps, self.planned):
            lists.addWidget(rows)
        self.body.addLayout(lists)

    def tell(
        self, talks: Sequence[Talk], questions: Mapping[ConversationId, str], today: date
    ) -> None:
        """Show the open talks; ``questions`` names the question at which each one stands."""
        self.rows.tell([self._line(talk, questions, today) for talk in talks])
        self._settle()

    def tell_ahead(self, gaps: Sequence[Gap], planned: Sequence[Appointment], today: date) -> None:
        """Show with whom nothing is booked, and then what is."""
        self.gaps.show_gaps(gaps, today)
        self.planned.show_planned(planned, today)
        self._settle()

    def _settle(self) -> None:
        self.setVisible(any(rows.in_order() for rows in (self.rows, self.gaps, self.planned)))

    def _line(
        self, talk: Talk, questions: Mapping[ConversationId, str], today: date
    ) -> UnderWayLine:
        begun = talk.conversation.begun.date()
        question = questions.get(talk.conversation.id)
        return UnderWayLine(
            key=talk.conversation.id,
            person=talk.person.id,
            name=talk.person.name,
            what=self.tr("{kind}, begun {day}").format(
                kind=pack(talk.conversation.kind).name, day=dates.spoken_day(begun, today)
            ),
            begun_in_full=dates.full_day(begun),
            at=self.tr("at “{question}”").format(question=question) if question else "",
        )
