"""The pages of one conversation, from its preparation to what leaves."""

from functools import cached_property

from desktop.ui.main_window.made_pages import MadePages
from desktop.ui.pages.contract import ContractPage
from desktop.ui.pages.debrief import DebriefPage
from desktop.ui.pages.prepare import AgreementPage, BriefPage, NotesPage, PreparePage, SheetPage
from desktop.ui.pages.record import RecordPage
from desktop.ui.pages.send import SendPage
from desktop.ui.private.after_card import AfterCard
from desktop.ui.private.answer_panel import AnswerPanel
from desktop.ui.private.brief_panel import BriefPanel
from desktop.ui.private.debrief_panel import DebriefPanel
from desktop.ui.private.dropped_drafts import DroppedDrafts
from desktop.ui.private.notes_column import NotesColumn
from desktop.ui.private.openings_here import OpeningsHere
from desktop.ui.private.pad_panel import PadPanel
from desktop.ui.private.ready_card import ReadyCard
from desktop.ui.private.stays import StaysPanel
from desktop.ui.private.thinking_panel import ThinkingPanel
from desktop.ui.wizard.interview_page import InterviewPage


class TalkPages(MadePages):
    """Makes each of them when it is first asked for."""

    @cached_property
    def prepare(self) -> PreparePage:
        """The thinking before a conversation."""
        thinking = ThinkingPanel(self._private)
        return self.take_in(PreparePage(self._desk, thinking, ReadyCard(self._private)), thinking)

    @cached_property
    def brief(self) -> BriefPage:
        """The page to read right before."""
        return self.take_in(BriefPage(self._desk, BriefPanel(self._private)))

    @cached_property
    def sheet(self) -> SheetPage:
        """The paper sheet."""
        return self.take_in(SheetPage(self._desk))

    @cached_property
    def agreement(self) -> AgreementPage:
        """What both agree on about confidentiality."""
        return self.take_in(AgreementPage(self._desk))

    @cached_property
    def how_notes_are_kept(self) -> NotesPage:
        """The card on how notes are kept."""
        return self.take_in(NotesPage(self._desk))

    @cached_property
    def interview(self) -> InterviewPage:
        """The conversation itself; whoever shows it gives it a place of its own."""
        answers, pad = AnswerPanel(self._private), PadPanel(self._private)
        here = OpeningsHere(self._private)
        page = InterviewPage(self._desk, answers, pad, openings=here)
        return self.take_note_of(page, answers, pad)

    @cached_property
    def contract(self) -> ContractPage:
        """The summary and contract."""
        notes, after = NotesColumn(self._private), AfterCard(self._private, folded=True)
        drafts = DroppedDrafts(self._private)
        return self.take_in(ContractPage(self._desk, notes, drafts, after))

    @cached_property
    def debrief(self) -> DebriefPage:
        """What the manager makes of a conversation."""
        panel = DebriefPanel(self._private)
        return self.take_in(DebriefPage(self._desk, panel), panel)

    @cached_property
    def send(self) -> SendPage:
        """What would leave."""
        return self.take_in(SendPage(self._desk, StaysPanel(self._private)))

    @cached_property
    def record(self) -> RecordPage:
        """What left."""
        return self.take_in(RecordPage(self._desk))
