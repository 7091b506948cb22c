"""The page of today: your own promises first, then the summaries you owe (product G1)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import CommitmentId, ConversationId
from desktop.domain.shared.commitments import Owner, Promise
from desktop.domain.shared.contract import missing
from desktop.services import clock, contracts, conversations, lives, people, rhythm, today
from desktop.services.question_bank import bank
from desktop.services.today import Talk, Today
from desktop.ui.desk import Desk
from desktop.ui.look import dates, spacing
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.drafts_out import DraftsOut
from desktop.ui.pages.my_promises import MyPromises
from desktop.ui.pages.nothing_waits import NothingWaits
from desktop.ui.pages.owed_summaries import OwedSummaries
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.pages.rhythm_card import RhythmCard
from desktop.ui.pages.right_after import Offer
from desktop.ui.pages.talks import Talks
from desktop.ui.pages.their_promises import TheirPromises
from desktop.ui.widgets.beside import LongAgoBeside, NoticedBeside, RecallOfferBeside
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton, changing
from desktop.ui.widgets.card import NoticePanel
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class TodayPage(ScrollColumn):
    """What waits for the manager, in the order in which it should be done."""

    conversation_asked = Signal()
    keeping_asked = Signal(str)
    people_asked = Signal()
    person_chosen = Signal(str)
    conversation_chosen = Signal(str)
    letter_chosen = Signal(str)
    preparation_asked = Signal(str)
    booking_asked = Signal(str, str)
    talk_asked = Signal(str, str)
    debrief_asked = Signal(str)
    notice_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        offer: Offer | None = None,
        noticed: NoticedBeside | None = None,
        long_ago: LongAgoBeside | None = None,
        recall: RecallOfferBeside | None = None,
    ) -> None:
        """Build the cards, the private ones handed in ready-made; ``refresh`` reads the vault."""
        super().__init__()
        self._desk = desk
        self._offer = offer
        self._noticed = noticed
        self._long_ago = long_ago
        self._recall = recall
        self._header = PageHeader(self.tr("Today"))
        self._start = PrimaryButton(self.tr("Start a conversation"), shortcut="Ctrl+N")
        # The whole window listens to these keys.
        self._notice = PlainButton(
            self.tr("Log something I noticed"), shortcut="Ctrl+J", listens=False
        )
        changing(self._start, self._notice)
        self._mine = MyPromises()
        self._owed = OwedSummaries()
        self._drafts = DraftsOut()
        self._talks = Talks()
        self._theirs = TheirPromises()
        self._rhythm = RhythmCard()
        self._too_long = NoticePanel(action=self.tr("Decide"))
        self._nothing = NothingWaits()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read again what waits, at the date of now."""
        now = self._desk.ask(clock.now)
        waiting = self._desk.ask(today.today)
        kept, theirs_kept = self._kept(Owner.MANAGER), self._kept(Owner.PERSON)
        self._header.say(self.tr("Today"), self._line(waiting, now.date()))
        self._show_kept_too_long()
        self._mine.tell(waiting.mine, now.date(), kept=kept[0].what if kept else "")
        owed = self._owed.rows.at_first(waiting.owed)
        self._owed.tell(waiting.owed, self._ready(owed), now)
        self._drafts.tell(waiting.looked_over, now.date())
        under_way = self._talks.under_way.at_first(waiting.under_way)
        self._talks.tell(waiting.under_way, self._questions(under_way), now.date())
        self._talks.tell_ahead(waiting.gaps, waiting.planned, now.date())
        theirs = theirs_kept[0].what if theirs_kept else ""
        self._theirs.tell(waiting.theirs, now.date(), kept=theirs)
        self._rhythm.tell(self._desk.ask(rhythm.rhythm), now.date())
        if self._offer is not None:
            self._offer.refresh()
        if self._noticed is not None:
            self._noticed.refresh()
        if self._long_ago is not None:
            self._long_ago.refresh()
        if self._recall is not None:
            self._recall.refresh()
        self._show_what_is_empty(waiting)

    def flush(self) -> bool:
        """Keep what is being typed, if it is complete."""
        if self._noticed is not None:
            self._noticed.flush()
        return True

    def _build(self) -> None:
        self._header.add(self._notice, self._start)
        self.body.addWidget(self._header)
        self.body.addWidget(self._too_long)
        self.body.addSpacing(spacing.GRID)
        cards = QWidget()
        columns = Columns(cards, room=400, shares=(591, 381))
        mine = (self._nothing, self._mine, self._owed, self._drafts, self._talks, self._theirs)
        columns.addWidget(_column(*mine))
        offered = [self._offer.as_widget()] if self._offer else []
        private = [panel for panel in (self._noticed, self._long_ago) if panel is not None]
        recall = [self._recall] if self._recall else []
        columns.addWidget(_column(*offered, *private, *recall, self._rhythm))
        self.body.addWidget(cards, 1)

    def _connect(self) -> None:
        self._start.clicked.connect(self.conversation_asked)
        self._too_long.action.clicked.connect(self._decide)
        self._notice.clicked.connect(self.notice_asked)
        self._nothing.add.clicked.connect(self.people_asked)
        if self._offer is not None:
            self._offer.debrief_asked.connect(self.debrief_asked)
        self._mine.rows.ticked.connect(self._keep)
        self._mine.kept.undo_asked.connect(self._take_back_mine)
        self._theirs.rows.ticked.connect(self._keep)
        self._theirs.kept.undo_asked.connect(self._take_back_theirs)
        self._owed.rows.letter_chosen.connect(self.letter_chosen)
        self._drafts.rows.letter_chosen.connect(self.letter_chosen)
        self._talks.under_way.chosen.connect(self.conversation_chosen)
        for missing_ones in (self._talks.went_by, self._talks.gaps):
            missing_ones.chosen.connect(self._ask_to_book)
            missing_ones.other_chosen.connect(self._ask_to_begin)
        self._talks.planned.chosen.connect(self.preparation_asked)
        self._rhythm.person_chosen.connect(self.person_chosen)
        self._rhythm.conversation_chosen.connect(self.letter_chosen)
        self._rhythm.rows.unfolded.connect(self.refresh)
        for rows in (
            self._mine.rows,
            self._owed.rows,
            self._drafts.rows,
            self._talks.under_way,
            self._talks.went_by,
            self._talks.gaps,
            self._talks.planned,
            self._theirs.rows,
        ):
            rows.person_chosen.connect(self.person_chosen)
            rows.unfolded.connect(self.refresh)
            rows.rearranged.connect(self._follow_reading_order)

    def _show_kept_too_long(self) -> None:
        """Ask about the first whose day has passed; nothing ever goes by itself (A10)."""
        found = self._desk.ask(people.kept_too_long)
        self._too_long.setVisible(bool(found))
        for person in found[:1]:
            assert person.keep_until is not None
            words = self.tr("You wanted to keep what is here until {day}. Do you still need it?")
            asked = words.format(day=dates.full_day(person.keep_until))
            self._too_long.say(person.name, asked, self.tr("Decide"))

    def _decide(self) -> None:
        for person in self._desk.ask(people.kept_too_long)[:1]:
            self.keeping_asked.emit(person.id)

    def _ask_to_book(self, person_and_kind: str) -> None:
        self.booking_asked.emit(*person_and_kind.split(" "))

    def _ask_to_begin(self, person_and_kind: str) -> None:
        self.talk_asked.emit(*person_and_kind.split(" "))

    def _keep(self, commitment: str) -> None:
        self._desk.do(lives.keep, CommitmentId(commitment))

    def _take_back_mine(self) -> None:
        self._take_back(Owner.MANAGER)

    def _take_back_theirs(self) -> None:
        self._take_back(Owner.PERSON)

    def _take_back(self, owner: Owner) -> None:
        for last in self._kept(owner)[:1]:
            self._desk.do(lives.reopen, last.id)

    def _kept(self, owner: Owner) -> tuple[Promise, ...]:
        """Return what was ticked lately and may be taken back, the last one first."""
        return self._desk.ask(lives.kept_lately, owner)

    def _follow_reading_order(self) -> None:
        follow_reading_order(self)

    def _questions(self, talks: Sequence[Talk]) -> dict[ConversationId, str]:
        """Return the short name of the question at which each talk stands, where it has one."""
        found, known = {}, self._desk.ask(bank)
        for talk in talks:
            which = talk.conversation.id
            here = self._desk.ask(conversations.path, which).here
            if here is not None and here.question in known:
                found[which] = known[here.question].short
        return found

    def _ready(self, talks: Sequence[Talk]) -> set[ConversationId]:
        """Return the talks whose contract could be shared as it is."""
        drafts = [self._desk.ask(contracts.of_conversation, t.conversation.id) for t in talks]
        return {draft.conversation for draft in drafts if draft and not missing(draft)}

    def _show_what_is_empty(self, waiting: Today) -> None:
        somebody = bool(self._desk.ask(people.everybody))
        self._start.setVisible(somebody)
        self._notice.setVisible(somebody)
        self._nothing.tell(somebody=somebody)
        is_empty = not (waiting.count or waiting.planned or waiting.looked_over)
        self._nothing.setVisible(is_empty and not self._kept(Owner.MANAGER))

    def _line(self, waiting: Today, day: date) -> str:
        return f"{dates.weekday_and_day(day)}. {self._comes_first(waiting, day)}".strip()

    def _comes_first(self, waiting: Today, day: date) -> str:
        due = sum(promise.due <= day for promise in waiting.mine)
        if due == 1:
            return self.tr("One of your own commitments comes first.")
        if due:
            return self.tr("{count} of your own commitments come first.").format(
                count=self._spoken(due)
            )
        if waiting.owed:
            name = waiting.owed[0].person.name
            return self.tr("The summary for {name} comes first.").format(name=name)
        if waiting.under_way:
            name = waiting.under_way[0].person.name
            return self.tr("The conversation with {name} is under way.").format(name=name)
        some = waiting.mine or waiting.theirs or waiting.planned
        return self._not_held(waiting) or (self.tr("Nothing is due today.") if some else "")

    def _not_held(self, waiting: Today) -> str:
        """Say with whom a talk is missing: one whose day went by, or one that nobody booked."""
        went_by = [each.person.name for each in waiting.planned if each.went_by]
        if went_by:
            return self.tr("The day of the talk with {name} went by.").format(name=went_by[0])
        if waiting.gaps and waiting.gaps[0].due is not None:
            name = waiting.gaps[0].person.name
            return self.tr("A conversation with {name} is not booked.").format(name=name)
        return ""

    def _spoken(self, count: int) -> str:
        words = (
            self.tr("Two"),
            self.tr("Three"),
            self.tr("Four"),
            self.tr("Five"),
            self.tr("Six"),
            self.tr("Seven"),
            self.tr("Eight"),
            self.tr("Nine"),
        )
        return words[count - 2] if count < len(words) + 2 else str(count)


def _column(*cards: QWidget) -> QWidget:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(spacing.CARD_GAP)
    for card in cards:
        rows.addWidget(card)
    rows.addStretch(1)
    return column
