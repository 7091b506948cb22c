"""The page from which papers leave the vault (product F1 to F8)."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.people import first_name
from desktop.domain.shared.shares import NOBODY, Document, Outgoing, Way
from desktop.export.calendar_titles import titles
from desktop.export.paper import Paper
from desktop.services import clock, contracts, letter_languages, papers, people, settings
from desktop.ui.desk import Desk
from desktop.ui.jobs import Job
from desktop.ui.pages.send.consent_card import ConsentCard
from desktop.ui.pages.send.leaves import LeavesPanel
from desktop.ui.pages.send.letter_language import LetterLanguage
from desktop.ui.pages.send.outgoing_page import OutgoingPage, Printed, Printing, paper_of
from desktop.ui.pages.send.page_view import PageView
from desktop.ui.pages.send.paper_size import PaperSize
from desktop.ui.pages.send.passed_dates import PassedDates
from desktop.ui.pages.send.ways_card import WaysCard
from desktop.ui.pages.send.ways_out import WaysOut
from desktop.ui.pages.spread import Spread
from desktop.ui.widgets.beside import StaysBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.card import NoticePanel
from desktop.ui.widgets.page import PageHeader, ScrollColumn

_SHARES = (584, 388)
_ROOM = 270
_BETWEEN = 15


class SendPage(ScrollColumn):
    """The true page at the left, at the right what leaves, what stays, and the ways out."""

    contract_asked = Signal(str)
    back_asked = Signal()
    person_chosen = Signal(str)
    record_asked = Signal(str)

    def __init__(self, desk: Desk, stays: StaysBeside) -> None:
        """Work over the shared half; ``stays`` is the only thing here that knows private words."""
        super().__init__()
        self._desk = desk
        self._stays = stays
        self._out: Outgoing | None = None
        self._paper: Paper | None = None
        self._page: OutgoingPage | None = None
        self._printing: Printing | None = None
        self._header = PageHeader("")
        self._language = LetterLanguage()
        self._size = PaperSize()
        self._back = PlainButton(self.tr("Back to the contract"))
        self._view = PageView(self.tr("The page that leaves"))
        self._refused = NoticePanel(action=" ")
        self._leaves = LeavesPanel(desk)
        self._consent = ConsentCard(desk)
        self._passed = PassedDates()
        self._ways = WaysCard()
        self._ways_out = WaysOut(desk, self._ways, self)
        # The frame stands at once; what takes a moment comes when it has been painted.
        self._soon = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._header.add(self._size, self._language, self._back)
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
        for card in (self._leaves, self._stays, self._passed, self._consent, self._ways):
            cards.addWidget(card)
        cards.addStretch(1)
        self.body.addWidget(Spread(left, right, shares=_SHARES, room=_ROOM), 1)

    def _connect(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._make_page)
        self._language.language_chosen.connect(self._choose_language)
        self._size.size_chosen.connect(self._keep_size)
        self._back.clicked.connect(self._ask_for_contract)
        self._refused.action.clicked.connect(self._ask_for_contract)
        self._passed.action.clicked.connect(self._ask_for_contract)
        self._leaves.record_asked.connect(self._ask_for_record)
        self._stays.reword_asked.connect(self._ask_for_contract)
        self._stays.verdict_changed.connect(self._allow)
        self._ways.way_asked.connect(self._go)
        self._ways.draft_turned.connect(self._turn_draft)
        self._ways.outcome.person_asked.connect(self._ask_for_person)
        self._ways.outcome.told.connect(self._show_outcome_soon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet to what is seen of the page, however long the cards beside it are."""
        super().resizeEvent(event)
        self._keep_view()

    def _keep_view(self) -> None:
        margins = self.body.contentsMargins()
        above = margins.top() + self._header.sizeHint().height() + self.body.spacing()
        self._view.keep_to(self.viewport().height() - above - margins.bottom())

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show what would leave of a conversation now."""
        self._show(self._desk.ask(papers.of_conversation, conversation))

    def show_paper(self, document: Document, person: PersonId) -> None:
        """Show a paper about a person that belongs to no conversation."""
        self._show(Outgoing(document, person))

    def _show(self, out: Outgoing) -> None:
        self._out = out
        self._paper = None
        is_summary = out.conversation is not None
        self._back.setText(self.tr("Back to the contract") if is_summary else self.tr("Back"))
        # The sheet of themes goes to nobody by name, and is in the language of most letters.
        self._language.setVisible(out.person != NOBODY)
        remembered = self._desk.ask(settings.paper_size)
        if remembered is not None:
            self._size.choose(remembered)
        if out.person != NOBODY:
            self._consent.show_person(out.person)
        self._ways.begin_anew()
        self._ways_out.begin_visit()
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read again what would leave; the page is made again only when it says something else."""
        if self._out is None:
            return
        name = self._name(self._out)
        self._header.say(
            self._title(self._out.document).format(name=name),
            self.tr("This page is all that leaves the vault."),
        )
        if self._out.person != NOBODY:
            language = self._desk.ask(letter_languages.of, self._out.person)
            self._language.tell(language)
            self._ways.dates.say_title(titles(language).follow_up)
            self._consent.refresh()
        self._ways.name_person(name, self._out.document)
        self._ways.offer_draft(offered=self._desk.ask(papers.may_be_looked_over, self._out))
        self._leaves.count_earlier(self._out.person)
        self._tell_passed(self._out.conversation)
        paper = paper_of(self._desk, self._out)
        if isinstance(paper, Refusal):
            self._refuse(paper)
        elif paper != self._paper:
            self._paper = paper
            self._await_page(self._out, paper)

    def _tell_passed(self, which: ConversationId | None) -> None:
        contract = self._desk.ask(contracts.of_conversation, which) if which else None
        self._passed.tell(contract, self._desk.ask(clock.today))

    def _turn_draft(self, is_draft: bool) -> None:
        """Show the page as a draft to look over, or as what is to be agreed."""
        if self._out is not None and self._out.conversation is not None:
            whole = self._desk.ask(papers.of_conversation, self._out.conversation)
            self._out = papers.to_look_over(whole) if is_draft else whole
            self.refresh()

    def _await_page(self, out: Outgoing, paper: Paper) -> None:
        self._page = self._printing = None
        self._refused.hide()
        self._view.show()
        self._view.show_blank()
        self._stays.forget_page()
        self._leaves.tell(out, paper)
        for card in (self._leaves, self._stays, self._ways):
            card.show()
        self._consent.setVisible(out.document is Document.HAND_OVER)
        self._allow()
        self._soon.start()

    def _keep_size(self) -> None:
        self._desk.do(settings.set_paper_size, self._size.chosen())
        self._make_page_anew()

    def _make_page_anew(self) -> None:
        if self._out is not None and self._paper is not None:
            self._ways.forget()
            self._await_page(self._out, self._paper)

    def _choose_language(self, language: str) -> None:
        if self._out is not None:
            self._ways.forget()
            self._desk.do(letter_languages.choose, self._out.person, language)

    def _make_page(self) -> None:
        if self._out is None or self._paper is None:
            return
        self._printing = Printing(self._out, self._paper, self._size.chosen())
        job = Job(self._printing, self)
        job.done.connect(self._show_page)
        job.failed.connect(self._fail)
        job.start()

    def _show_page(self, printed: Printed) -> None:
        if printed.asked is not self._printing:
            return  # another page was asked for meanwhile
        page = printed.page
        if isinstance(page, Refusal):
            self._refuse(page)
            return
        self._page = page
        self._view.show_pdf(page.pdf, page.words)
        if page.out.conversation is not None:
            self._stays.show_page(page.out.conversation, page.words)
        else:
            self._stays.show_page_about(page.out.person, page.words)

    def _fail(self, error: Exception) -> None:
        raise error

    def _refuse(self, refusal: Refusal) -> None:
        self._paper = self._page = self._printing = None
        self._soon.stop()
        is_summary = self._out is not None and self._out.conversation is not None
        reword = self.tr("Reword it") if is_summary else self.tr("Back")
        self._refused.say("", refusal.sentence, reword)
        self._refused.show()
        for part in (
            self._view,
            self._leaves,
            self._stays,
            self._passed,
            self._ways,
            self._consent,
        ):
            part.hide()

    def _allow(self) -> None:
        self._ways.allow(self._may_leave())

    def _may_leave(self) -> bool:
        needs_consent = self._out is not None and self._out.document is Document.HAND_OVER
        if needs_consent and not self._consent.has_consent():
            return False
        return self._page is not None and self._stays.may_leave()

    def _go(self, way: Way) -> None:
        if self._page is not None and self._may_leave():
            self._ways_out.go(way, self._page)

    def _show_outcome_soon(self) -> None:
        # All of it in sight, once the layout has made room for it.
        QTimer.singleShot(0, self, self._show_outcome)

    def _show_outcome(self) -> None:
        self.ensureWidgetVisible(self._ways.outcome, 0, _BETWEEN)

    def _ask_for_contract(self) -> None:
        if self._out is None:
            return
        if self._out.conversation is not None:
            self.contract_asked.emit(self._out.conversation)
        else:
            self.back_asked.emit()

    def _ask_for_record(self) -> None:
        if self._out is not None:
            self.record_asked.emit(self._out.person)

    def _ask_for_person(self) -> None:
        if self._out is not None and self._out.person != NOBODY:
            self.person_chosen.emit(self._out.person)

    def _title(self, document: Document) -> str:
        return {
            Document.SUMMARY: self.tr("Send to {name}"),
            Document.DRAFT: self.tr("A draft for {name} to look over"),
            Document.AGREEMENT: self.tr("The agreement for {name}"),
            Document.NOTES: self.tr("How I keep notes, for {name}"),
            Document.HAND_OVER: self.tr("Hand over, with {name}’s word"),
            Document.THEMES: self.tr("Themes, for colleagues"),
        }[document]

    def _name(self, out: Outgoing) -> str:
        if out.person == NOBODY:
            return self.tr("colleagues")
        return first_name(self._desk.ask(people.person, out.person).name)
