"""The page on which a conversation becomes a summary and a contract (product E1 and E2)."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.conversations.conversation import Conversation
from desktop.domain.ids import ConversationId
from desktop.domain.people import first_name
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract, is_rich_but_agrees_nothing, missing
from desktop.domain.shared.unsaved import UnsavedParagraph, UnsavedTerms, UnsavedWords
from desktop.services import clock, contracts, conversations, people, shares
from desktop.ui.desk import Desk
from desktop.ui.look import dates, spacing
from desktop.ui.pages.contract.copy_back import CopyBack
from desktop.ui.pages.contract.distances import MARGIN
from desktop.ui.pages.contract.heading import ContractHeading
from desktop.ui.pages.contract.pen import Pen
from desktop.ui.pages.contract.sheet import Sheet
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.pages.contract.what_changed import WhatChanged
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.pages.right_after import Checklist
from desktop.ui.pages.sight import Sight
from desktop.ui.pages.spread import Spread
from desktop.ui.widgets.arrangement import arrange_now
from desktop.ui.widgets.beside import DraftsBeside, NotesBeside
from desktop.ui.widgets.buttons import MinorButton
from desktop.ui.widgets.card import SharedPanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.widgets.text import SmallMuted

_SHARES = (388, 584)
_ROOM = 400
_PADDING = 26


class ContractPage(ScrollColumn):
    """The private notes at the left, at the right all that the person will see."""

    send_asked = Signal(str)
    questions_asked = Signal(str)
    person_chosen = Signal(str)
    debrief_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        notes: NotesBeside,
        drafts: DraftsBeside,
        checklist: Checklist | None = None,
    ) -> None:
        """Work over the shared half; only what is handed in knows of private words."""
        super().__init__()
        self._desk = desk
        self._notes = notes
        self._drafts = drafts
        self._checklist = checklist
        self._conversation: ConversationId | None = None
        self._person = ""
        self._is_richness_named = False
        self._heading = ContractHeading()
        self._what_changed = WhatChanged()
        self._copy_back = CopyBack(desk, self.flush, self)
        self._debrief = MinorButton(self.tr("Debrief, for you alone"))
        self._beneath = QWidget()
        self._panel = SharedPanel("", padding=_PADDING)
        self._standing = SmallMuted(align=Qt.AlignmentFlag.AlignRight)
        self._paper = Sheet(self)
        self._build()
        self._connect()
        Sight(self)

    def _build(self) -> None:
        self.body.addWidget(self._heading)
        self.body.addWidget(self._what_changed)
        self.body.addWidget(self._copy_back.panel)
        # The paper keeps its right margin itself: a line's cross and the scroll bar stand in it.
        margins = self._panel.body.contentsMargins()
        self._panel.body.setContentsMargins(margins.left(), margins.top(), 2, 8)
        self._panel.body.setSpacing(7)
        self._panel.top.addWidget(self._standing)
        self._panel.top.addSpacing(MARGIN)
        self._panel.body.addWidget(self._paper, 1)
        left = self._for_you()
        spread = Spread(left, self._panel, shares=_SHARES, room=_ROOM)
        spread.turned.connect(self._heading.stand_above)
        self.body.addWidget(spread, 1)

    def _for_you(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.CARD_GAP)
        column.addWidget(self._notes, 1)
        column.addWidget(self._beneath)
        beneath = QVBoxLayout(self._beneath)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.setSpacing(spacing.CARD_GAP)
        if self._checklist is not None:
            beneath.addWidget(self._checklist.as_widget())
        further = FlowLayout(gap=spacing.GRID)
        for button in (self._copy_back.way, self._debrief):
            further.addWidget(button)
        beneath.addLayout(further)
        return left

    def _connect(self) -> None:
        self._heading.questions.clicked.connect(self._ask_for_questions)
        self._heading.since.clicked.connect(self._turn_what_changed)
        self._copy_back.kept.connect(self.refresh)
        self._copy_back.rearranged.connect(self._follow_reading_order)
        self._paper.rearranged.connect(self._follow_reading_order)
        self._paper.send_anyway_asked.connect(self._ask_to_send)
        self._paper.person_asked.connect(self._ask_for_person)
        self._heading.review.clicked.connect(self._ask_to_send)
        self._heading.revise.clicked.connect(self._write_next_version)
        self._heading.again.clicked.connect(self._send_again)
        self._heading.drop.clicked.connect(self._drop_draft)
        self._heading.bring_back.clicked.connect(self._bring_draft_back)
        self._debrief.clicked.connect(self._ask_for_debrief)
        self._notes.line_chosen.connect(self._begin_paragraph)
        self._notes.commitment_chosen.connect(self._begin_commitment)

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show the summary and contract of a conversation; a contract is begun if there is none.

        While words of another one cannot be saved, they stay on the screen instead.
        """
        if not self.flush():
            return
        if conversation != self._conversation:
            self._paper.clear()
        self._conversation = conversation
        self._is_richness_named = False
        self._what_changed.hide()
        self._copy_back.put_away()
        self._desk.do(contracts.draft, conversation)
        self._notes.show_conversation(conversation)
        if self._checklist is not None:
            self._checklist.show_conversation(conversation)
        self._read(conversation)
        self._copy_back.open(conversation)
        for column in (self, self._paper):
            column.verticalScrollBar().setValue(0)

    def get_ready(self) -> None:
        """Make the parts that take longest, for whoever opens a page first; without words."""
        self._paper.get_ready()

    def refresh(self) -> None:
        """Read everything again but what the manager is writing."""
        if self._conversation is None:
            return
        self._notes.refresh()
        if self._checklist is not None:
            self._checklist.refresh()
        self._read(self._conversation)

    def _read(self, conversation: ConversationId) -> None:
        pen = Pen(self._desk, conversation)
        contract = pen.contract()
        self._show_heading(contract)
        if contract is not None:
            turns = pen.turns(contract)
            self._show_since(turns, contract)
            self._copy_back.tell(self._person, contract)
            self._paper.tell(pen, contract, turns, self._person)

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        return all((self._paper.save_now(), self._copy_back.flush()))

    def unsaved(self) -> tuple[UnsavedParagraph | UnsavedTerms | UnsavedWords, ...]:
        """Return what could not be saved; for the sealed draft."""
        return (*self._paper.unsaved(), *self._copy_back.unsaved())

    def reopen(self) -> None:
        """Show the same words anew, also what was being written; flush first.

        The keyboard steps aside and comes back: where it is, nothing is read again.
        """
        writing = QApplication.focusWidget()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
        if writing is not None and isValid(writing):
            writing.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Find its shape before it is painted, not in sight."""
        super().showEvent(event)
        arrange_now(self)

    def _show_heading(self, contract: Contract | None) -> None:
        talk = self._talk()
        self._person = name = first_name(self._desk.ask(people.person, talk.person).name)
        is_draft = contract is not None and contract.is_draft
        is_agreed = contract is not None and not is_draft
        self._heading.tell(name, talk.begun.date(), self._today(), is_agreed=is_agreed)
        self._panel.set_label(self.tr("Shared with {name}").format(name=name))
        self._standing.setText(self._how_it_stands(contract) if contract else "")
        self._standing.setVisible(is_draft)
        self._debrief.setHidden(talk.is_open)
        self._heading.offer(
            is_draft=is_draft,
            is_agreed=is_agreed,
            may_be_dropped=contract is not None
            and self._desk.ask(contracts.may_be_dropped, contract),
            was_dropped=is_agreed and self._drafts.may_come_back(talk.id),
        )
        self._notes.offer_lines(is_draft)

    def _how_it_stands(self, contract: Contract) -> str:
        left = self._desk.ask(shares.looked_over_since, contract)
        if left is None:
            return self.tr("Draft of version {n}").format(n=contract.version)
        words = self.tr("Draft of version {n}, left to look over {day}")
        day = dates.spoken_day(left.date(), self._today())
        return words.format(n=contract.version, day=day)

    def _show_since(self, turns: Turns, contract: Contract) -> None:
        since = turns.since()
        self._heading.tell_since(since.version if since is not None else None)
        if since is None:
            self._what_changed.hide()
            return
        if not self._what_changed.isHidden():
            self._what_changed.tell(since, contract, self._person)

    def _turn_what_changed(self) -> None:
        self._what_changed.setVisible(self._what_changed.isHidden())
        self.refresh()
        self._follow_reading_order()

    def _begin_paragraph(self, words: str) -> None:
        if self._paper.draft is not None:
            self._paper.draft.offer(words)

    def _begin_commitment(self, owner: str, words: str) -> None:
        if self._paper.draft is not None:
            self._paper.draft.offer_commitment(Owner(owner), words)

    def _ask_to_send(self) -> None:
        if self._paper.draft is None or self._conversation is None or not self.flush():
            return
        contract = Pen(self._desk, self._conversation).contract()
        gaps = missing(contract) if contract else ()
        if gaps:
            self._paper.draft.name_gaps(gaps)
        elif self._paper.draft.focus_unreadable_date():
            return
        elif contract is not None and self._has_to_be_named(contract):
            self._is_richness_named = True
            self._paper.draft.name_rich_talk()
        else:
            self.send_asked.emit(self._conversation)

    def _has_to_be_named(self, contract: Contract) -> bool:
        written = self._notes.count() + len(Pen(self._desk, contract.conversation).paragraphs())
        is_rich = is_rich_but_agrees_nothing(contract, written=written)
        return is_rich and not self._is_richness_named

    def _send_again(self) -> None:
        self.send_asked.emit(self._conversation)

    def _ask_for_questions(self) -> None:
        if self.flush():
            self.questions_asked.emit(self._conversation)

    def _ask_for_debrief(self) -> None:
        if self.flush():
            self.debrief_asked.emit(self._conversation)

    def _ask_for_person(self) -> None:
        self.person_chosen.emit(self._talk().person)

    def _write_next_version(self) -> None:
        if self._conversation is not None:
            self._desk.do(contracts.revise, self._conversation)
            self.refresh()
            if self._paper.draft is not None:
                self._paper.draft.take_keyboard()

    def _drop_draft(self) -> None:
        if self._conversation is not None and self.flush():
            self._drafts.drop(self._conversation)
            self.refresh()
            self._heading.bring_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_draft_back(self) -> None:
        if self._conversation is not None:
            self._drafts.bring_back(self._conversation)
            self.refresh()

    def _follow_reading_order(self) -> None:
        # From the notes straight to the paper; what comes after the talk comes after both.
        follow_reading_order(self, last=self._beneath)

    def _talk(self) -> Conversation:
        if self._conversation is None:
            raise RuntimeError("A page without a conversation has nothing to show.")
        return self._desk.ask(conversations.conversation, self._conversation)

    def _today(self) -> date:
        return self._desk.ask(clock.today)
