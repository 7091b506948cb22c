"""The page from which a summary and contract leave the vault (product F1, F2, F6)."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Refusal, Trouble
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.people import first_name
from desktop.domain.shared.letter import Letter
from desktop.domain.shared.shares import Way
from desktop.services import conversations, people, shares
from desktop.ui.desk import Desk
from desktop.ui.dialogs import save_file
from desktop.ui.pages.send.leaves import LeavesPanel
from desktop.ui.pages.send.outgoing_page import (
    OutgoingPage,
    gives_same_page,
    letter_of,
    page_of,
)
from desktop.ui.pages.send.page_view import PageView
from desktop.ui.pages.send.save_card import SaveCard
from desktop.ui.pages.spread import Spread
from desktop.ui.widgets.beside import StaysBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.card import NoticePanel
from desktop.ui.widgets.page import PageHeader, ScrollColumn

_SHARES = (584, 388)
_ROOM = 270
_BETWEEN = 15


class SendPage(ScrollColumn):
    """The true page at the left, at the right what leaves, what stays, and the way out."""

    contract_asked = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, desk: Desk, stays: StaysBeside) -> None:
        """Work over the shared half; ``stays`` is the only thing here that knows private words."""
        super().__init__()
        self._desk = desk
        self._stays = stays
        self._conversation: ConversationId | None = None
        self._letter: Letter | None = None
        self._page: OutgoingPage | None = None
        self._header = PageHeader("")
        self._back = PlainButton(self.tr("Back to the contract"))
        self._view = PageView(self.tr("The page that leaves"))
        self._refused = NoticePanel(action=" ")
        self._leaves = LeavesPanel()
        self._save = SaveCard()
        # The frame stands at once; what takes a moment comes when it has been painted.
        self._soon = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._header.add(self._back)
        self.body.addWidget(self._header)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view, 1)
        column.addWidget(self._refused)
        column.addStretch(0)
        right = QWidget()
        cards = QVBoxLayout(right)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(_BETWEEN)
        for card in (self._leaves, self._stays, self._save):
            cards.addWidget(card)
        cards.addStretch(1)
        self.body.addWidget(Spread(left, right, shares=_SHARES, room=_ROOM), 1)

    def _connect(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._make_page)
        self._back.clicked.connect(self._ask_for_contract)
        self._refused.action.clicked.connect(self._ask_for_contract)
        self._stays.reword_asked.connect(self._ask_for_contract)
        self._stays.verdict_changed.connect(self._allow)
        self._save.save_asked.connect(self._choose_place)
        self._save.person_asked.connect(self._ask_for_person)

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show what would leave of a conversation now."""
        self._conversation = conversation
        self._letter = None
        self._save.forget()
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read again what would leave; the page is made again only when it says something else."""
        if self._conversation is None:
            return
        name = self._name()
        self._header.say(
            self.tr("Send to {name}").format(name=name),
            self.tr("This page is all that leaves the vault."),
        )
        letter = letter_of(self._desk, self._conversation)
        if isinstance(letter, Refusal):
            self._refuse(letter)
        elif self._letter is None or not gives_same_page(letter, self._letter):
            self._letter = letter
            self._await_page(letter)

    def _await_page(self, letter: Letter) -> None:
        self._page = None
        self._refused.hide()
        self._view.show()
        self._view.show_blank()
        self._stays.forget_page()
        self._leaves.tell(letter)
        for card in (self._leaves, self._stays, self._save):
            card.show()
        self._allow()
        self._soon.start()

    def _make_page(self) -> None:
        if self._conversation is None or self._letter is None:
            return
        page = page_of(self._desk, self._conversation, self._letter)
        if isinstance(page, Refusal):
            self._refuse(page)
            return
        self._page = page
        self._view.show_pdf(page.pdf, page.words)
        self._stays.show_page(self._conversation, page.words)

    def _refuse(self, refusal: Refusal) -> None:
        self._letter = self._page = None
        self._soon.stop()
        self._refused.say("", refusal.sentence, self.tr("Reword it"))
        self._refused.show()
        for part in (self._view, self._leaves, self._stays, self._save):
            part.hide()

    def _allow(self) -> None:
        self._save.allow(self._page is not None and self._stays.may_leave())

    def _choose_place(self) -> None:
        page = self._page
        if page is None or not self._stays.may_leave():
            return
        day = page.letter.on.isoformat()
        # No name of a person: names of files are seen by many (security.md section 4).
        suggested = self.tr("Summary {day}.pdf").format(day=day)
        place = save_file.choose_place(self, suggested, self.tr("PDF (*.pdf)"))
        if place is not None:
            self._save_as(place, page)

    def _save_as(self, place: Path, page: OutgoingPage) -> None:
        from desktop.export.save import save_aside

        if self._conversation is None:
            return
        # Trouble with somebody's folder belongs beside the button, not into the vault's banner.
        try:
            save_aside(place, page.pdf)
        except Trouble as trouble:
            self._save.tell_trouble(trouble)
            return
        if self._desk.do(shares.note, self._conversation, Way.PDF, page.pdf).done:
            self._save.tell_saved(place.parent, self._name(), page.letter.contract.version)
        else:
            self._save.tell_not_recorded()

    def _ask_for_contract(self) -> None:
        self.contract_asked.emit(self._conversation)

    def _ask_for_person(self) -> None:
        self.person_chosen.emit(self._person())

    def _person(self) -> PersonId:
        if self._conversation is None:
            raise RuntimeError("A page without a conversation has nothing to show.")
        return self._desk.ask(conversations.conversation, self._conversation).person

    def _name(self) -> str:
        return first_name(self._desk.ask(people.person, self._person()).name)
