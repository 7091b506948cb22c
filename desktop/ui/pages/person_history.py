"""The conversations with one person, the latest first, each leading to where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.conversations.conversation import SUMMARY_WITHIN, Conversation, Kind
from desktop.domain.shared.shares import Share
from desktop.services import contracts, shares
from desktop.services.packs import pack
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.rows import TONE_INK, RowButton, Rows
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SectionHeading, SmallMuted, StrongBody


class LeadsTo(Enum):
    """What opens when a conversation is chosen."""

    CONVERSATION = auto()
    LETTER = auto()


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One conversation in words ready to be read."""

    key: str
    day: str
    full_day: str
    state: str
    tone: Tone
    leads_to: LeadsTo
    is_fresh: bool = False


class TalkRow(RowButton):
    """When it was and what has become of it."""

    conversation_chosen = Signal(str)
    letter_chosen = Signal(str)
    debrief_asked = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self._key = ""
        self._leads_to = LeadsTo.LETTER
        self._day = StrongBody()
        self._state = SmallMuted()
        self._debrief = _DebriefLink(self.tr("Debrief, for you alone"))
        row = Columns(self, room=120, gap=12)
        row.setContentsMargins(10, 10, 10, 10)
        row.addWidget(self._day)
        row.addWidget(self._what_became())
        self.clicked.connect(self._announce)
        self._debrief.clicked.connect(self._announce_debrief)

    def tell(self, line: TalkLine) -> None:
        """Say another line."""
        self._key, self._leads_to = line.key, line.leads_to
        self.setAccessibleName(f"{line.day}, {line.state}")
        self.setAccessibleDescription(line.full_day)
        self.setToolTip(line.full_day)
        self._day.setText(line.day)
        self._state.setText(line.state)
        self._state.set_ink(TONE_INK[line.tone])
        self._debrief.setVisible(line.is_fresh)

    def _what_became(self) -> QWidget:
        side = QWidget()
        words = FlowLayout(side, gap=12, row_gap=2)
        words.addWidget(self._debrief)
        words.addWidget(self._state)
        return side

    def _announce_debrief(self) -> None:
        self.debrief_asked.emit(self._key)

    def _announce(self) -> None:
        if self._leads_to is LeadsTo.CONVERSATION:
            self.conversation_chosen.emit(self._key)
        else:
            self.letter_chosen.emit(self._key)


class _DebriefLink(LinkButton):
    """Stands on the line of the words beside it."""

    role = "label"
    side_padding = 0
    top_padding = 0


class TalkRows(Rows[TalkRow, TalkLine]):
    """The conversations, the latest first."""

    conversation_chosen = Signal(str)
    letter_chosen = Signal(str)
    debrief_asked = Signal(str)

    def new_row(self) -> TalkRow:
        """Return an empty row."""
        row = TalkRow()
        row.conversation_chosen.connect(self.conversation_chosen)
        row.letter_chosen.connect(self.letter_chosen)
        row.debrief_asked.connect(self.debrief_asked)
        return row

    def word(self, row: TalkRow, line: TalkLine) -> None:
        """Say a conversation."""
        row.tell(line)


class PersonHistory(Card):
    """The card of conversations, as high as they need: the page scrolls."""

    record_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        """Begin without conversations."""
        super().__init__()
        self._desk = desk
        self._record = LinkButton(self.tr("What left"))
        self._record.clicked.connect(self.record_asked)
        top = QHBoxLayout()
        top.addWidget(SectionHeading(self.tr("Conversations")), 1)
        top.addWidget(self._record)
        self.body.addLayout(top)
        self.rows = TalkRows()
        self._none = SmallMuted(self.tr("The first conversation will stand here."))
        self.body.addWidget(self._none)
        self.body.addWidget(self.rows)

    def tell(self, talks: Sequence[Conversation], now: datetime) -> None:
        """Show these conversations, the latest first."""
        self.rows.tell([self._line(talk, now) for talk in talks])
        self._none.setHidden(bool(talks))
        who = talks[0].person if talks else None
        self._record.setVisible(who is not None and bool(self._desk.ask(shares.of_person, who)))
        self.rows.setVisible(bool(talks))

    def _line(self, talk: Conversation, now: datetime) -> TalkLine:
        begun = talk.begun.date()
        state, tone = self._state(talk, now)
        return TalkLine(
            key=talk.id,
            day=_capitalised(dates.spoken_day(begun, now.date())),
            full_day=dates.full_day(begun),
            state=state,
            tone=tone,
            leads_to=LeadsTo.CONVERSATION if talk.is_open else LeadsTo.LETTER,
            is_fresh=talk.ended is not None and now - talk.ended < SUMMARY_WITHIN,
        )

    def _state(self, talk: Conversation, now: datetime) -> tuple[str, Tone]:
        if talk.is_open and talk.kind is not Kind.FULL:
            words = self.tr("{kind}, under way").format(kind=pack(talk.kind).name)
            return words, Tone.CALM
        if talk.is_open:
            return self.tr("under way"), Tone.CALM
        if talk.summary_owed_by is None:
            return pack(talk.kind).name, Tone.CALM
        shared = self._desk.ask(shares.of_conversation, talk.id)
        if shared:
            return self._shared(talk, shared[0], now.date()), Tone.CALM
        left, tone = dates.hours_left((talk.summary_owed_by - now).total_seconds())
        return self.tr("summary owed, {left}").format(left=left), tone

    def _shared(self, talk: Conversation, share: Share, today: date) -> str:
        day = dates.spoken_day(share.at.date(), today)
        contract = self._desk.ask(contracts.of_conversation, talk.id)
        if contract is None:
            return self.tr("shared {day}").format(day=day)
        if contract.is_draft:
            words = self.tr("shared {day}, contract v{version} is a draft")
        else:
            words = self.tr("shared {day}, contract v{version}")
        return words.format(day=day, version=contract.version)


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
