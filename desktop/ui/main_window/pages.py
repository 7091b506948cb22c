"""Every page of an open vault, each built once around the private panels it is given."""

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.services.private.drafts import Draft
from desktop.session import Session
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.main_window.ahead import Making
from desktop.ui.pages.about import AboutPage
from desktop.ui.pages.backups import BackupsPage
from desktop.ui.pages.between import BetweenPage
from desktop.ui.pages.between_the_lines import BetweenTheLinesPage
from desktop.ui.pages.bin import BinPage
from desktop.ui.pages.contract import ContractPage
from desktop.ui.pages.damage import DamagePage
from desktop.ui.pages.debrief import DebriefPage
from desktop.ui.pages.feedback import FeedbackPage
from desktop.ui.pages.goals import GoalsPage
from desktop.ui.pages.keeping import KeepingPage
from desktop.ui.pages.limits import LimitsPage
from desktop.ui.pages.notice import NoticePage
from desktop.ui.pages.opportunities import OpportunitiesPage
from desktop.ui.pages.over_time import OverTimePage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.person import PersonPage
from desktop.ui.pages.person_overview import Beside
from desktop.ui.pages.playbook import ChoosingPage, PlaybookPage
from desktop.ui.pages.prepare import AgreementPage, BriefPage, NotesPage, PreparePage, SheetPage
from desktop.ui.pages.record import RecordPage
from desktop.ui.pages.send import SendPage
from desktop.ui.pages.sweet_spot import SweetSpotPage
from desktop.ui.pages.themes import ThemesPage
from desktop.ui.pages.today import TodayPage
from desktop.ui.pages.vault_keys import VaultKeysPage
from desktop.ui.pages.what_good_looks_like import WhatGoodLooksLikePage
from desktop.ui.private.after_card import AfterCard
from desktop.ui.private.answer_panel import AnswerPanel
from desktop.ui.private.arc_panel import ArcPanel
from desktop.ui.private.between_panels import ExperimentsPanel, MomentsPanel
from desktop.ui.private.bin_panel import BinPanel
from desktop.ui.private.brief_panel import BriefPanel
from desktop.ui.private.captured_goals import CapturedGoals
from desktop.ui.private.debrief_panel import DebriefPanel
from desktop.ui.private.delete_one import DeleteOneCard
from desktop.ui.private.delete_person import DeletePersonCard
from desktop.ui.private.feedback_card import FeedbackCard
from desktop.ui.private.future_here import FuturePanel
from desktop.ui.private.leaving_panel import LeavingPanel
from desktop.ui.private.limits_panel import LimitsPanel
from desktop.ui.private.long_ago_panel import LongAgoPanel
from desktop.ui.private.lost_panel import LostPanel
from desktop.ui.private.moved_panel import MovedPanel
from desktop.ui.private.note_list import NoteList
from desktop.ui.private.note_sheet import NoteSheet
from desktop.ui.private.notes_column import NotesColumn
from desktop.ui.private.notes_glance import NotesGlance
from desktop.ui.private.notice_sheet import NoticeSheet
from desktop.ui.private.noticed_panel import NoticedPanel, WaitingSignals
from desktop.ui.private.openings_here import OpeningsHere
from desktop.ui.private.opportunity_list import OpportunityList
from desktop.ui.private.opportunity_sheet import OpportunitySheet
from desktop.ui.private.pad_panel import PadPanel
from desktop.ui.private.patterns_panel import PatternsPanel
from desktop.ui.private.person_file import PersonFilePanel
from desktop.ui.private.person_notes import PersonNotesPanel
from desktop.ui.private.ready_card import ReadyCard
from desktop.ui.private.recall_panel import RecallOffer, RecallPanel
from desktop.ui.private.small_arc import SmallArc
from desktop.ui.private.stays import StaysPanel
from desktop.ui.private.sweet_spot_panel import SweetSpotPanel
from desktop.ui.private.ten_quiet_minutes import TenQuietMinutes
from desktop.ui.private.theme_list import ThemeList
from desktop.ui.private.theme_panel import ThemePanel
from desktop.ui.private.themes_over_time import ThemesOverTime
from desktop.ui.private.then_and_now_panel import ThenAndNowPanel
from desktop.ui.private.thinking_panel import ThinkingPanel
from desktop.ui.wizard.interview_page import InterviewPage


class Page(Protocol):
    """What the window asks of every page."""

    def refresh(self) -> None:
        """Read again what the page shows."""


class Pages(QStackedWidget):
    """All pages beside the side bar; the interview takes the whole window and stands outside."""

    def __init__(
        self,
        desk: Desk,
        private: PrivateDesk,
        session: Session,
        seen_by_others: Callable[[], str],
    ) -> None:
        """Build every page over the two halves of an open vault.

        ``seen_by_others`` says what a shared screen shows of our windows.
        """
        super().__init__()
        self.about = AboutPage(session.folder, seen_by_others)
        self.vault_keys = VaultKeysPage(desk, session.keys, session.backups)
        self.backups = BackupsPage(desk, session.backups)
        self.damage = DamagePage(desk, session.backups, LostPanel(session.lost))
        self.waiting_signals = WaitingSignals(private)
        self.noticed = NoticedPanel(private)
        self._noticing = NoticeSheet(private)
        self.notice = NoticePage(self._noticing)
        self.long_ago = LongAgoPanel(private)
        self.recall_offer = RecallOffer(private)
        self.today = TodayPage(
            desk,
            TenQuietMinutes(private),
            self.waiting_signals,
            self.long_ago,
            self.recall_offer,
        )
        self._build_between(desk, private)
        self._build_over_time(desk, private)
        self.people = PeoplePage(desk)
        self.playbook = PlaybookPage(desk)
        self.choosing = ChoosingPage(desk)
        self._register = OpportunityList(private)
        self._opportunity = OpportunitySheet(private)
        self.opportunities = OpportunitiesPage(self._register, self._opportunity)
        self.small_arc = SmallArc(private)
        self._note = NoteSheet(private)
        beside = Beside(
            PersonNotesPanel(private),
            arc=self.small_arc,
            checklist=AfterCard(private, folded=True),
            notes=NotesGlance(private),
            note_list=NoteList(private),
            note_sheet=self._note,
        )
        self.person = PersonPage(desk, beside, self.noticed)
        self.contract = ContractPage(desk, NotesColumn(private), AfterCard(private, folded=True))
        self.send = SendPage(desk, StaysPanel(private))
        self.record = RecordPage(desk)
        self._thinking = ThinkingPanel(private)
        self.prepare = PreparePage(desk, self._thinking, ReadyCard(private))
        self.brief = BriefPage(desk, BriefPanel(private))
        self.sheet = SheetPage(desk)
        self.delete_person = DeletePersonCard(private)
        self.keeping = KeepingPage(
            desk, PersonFilePanel(private), DeleteOneCard(private), self.delete_person
        )
        self.bin = BinPage(desk, BinPanel(private, session.backups))
        self.agreement = AgreementPage(desk)
        self.goals = GoalsPage(desk, CapturedGoals(private))
        self.how_notes_are_kept = NotesPage(desk)
        self._debriefing = DebriefPanel(private)
        self.debrief = DebriefPage(desk, self._debriefing)
        self._limits = LimitsPanel(private)
        self.limits = LimitsPage(desk, self._limits)
        self._spot = SweetSpotPanel(private)
        self.sweet_spot = SweetSpotPage(desk, self._spot)
        self._notes = AnswerPanel(private)
        self._pad = PadPanel(private)
        self.interview = InterviewPage(desk, self._notes, self._pad, openings=OpeningsHere(private))
        for page in self._beside_the_side_bar():
            self.addWidget(page)

    def _build_between(self, desk: Desk, private: PrivateDesk) -> None:
        """Build what is for the weeks between two conversations."""
        self._moments, self._experiments = MomentsPanel(private), ExperimentsPanel(private)
        self.between = BetweenPage(desk, self._moments, self._experiments)
        self.feedback_card = FeedbackCard(private)
        self.feedback = FeedbackPage(desk, self.feedback_card)

    def _build_over_time(self, desk: Desk, private: PrivateDesk) -> None:
        """Build what looks back: at one person, and at what good looks like."""
        self.arc = ArcPanel(private)
        self.then_and_now, self.patterns = ThenAndNowPanel(private), PatternsPanel(private)
        self.over_time = OverTimePage(desk, self.arc, self.then_and_now, self.patterns)
        self.leaving = LeavingPanel(private)
        self.between_the_lines = BetweenTheLinesPage(desk, self.leaving)
        self._theme = ThemePanel(private)
        over_time = ThemesOverTime(private)
        self.themes = ThemesPage(ThemeList(private), self._theme, over_time)
        self._recall = RecallPanel(private)
        self.asked = (FuturePanel(private), MovedPanel(private))
        self.good = WhatGoodLooksLikePage(desk, self._recall, self.asked)

    def _beside_the_side_bar(self) -> tuple[QWidget, ...]:
        return (
            self.today,
            self.people,
            self.playbook,
            self.choosing,
            self.opportunities,
            self.person,
            self.contract,
            self.send,
            self.record,
            self.prepare,
            self.brief,
            self.sheet,
            self.agreement,
            self.goals,
            self.how_notes_are_kept,
            self.debrief,
            self.vault_keys,
            self.about,
            self.limits,
            self.sweet_spot,
            self.notice,
            self.backups,
            self.damage,
            self.keeping,
            self.bin,
            self.themes,
            self.over_time,
            self.between_the_lines,
            self.between,
            self.feedback,
            self.good,
        )

    def made_ahead(self) -> tuple[Making, ...]:
        """Return the pages about everybody, which show the same whoever was talked to last.

        The contract has the most parts of all: it is made without anybody's words, for its look.
        """
        return (
            (self.contract, self.contract.refresh),
            (self.people, self.people.refresh),
            (self.choosing, self.choosing.get_ready),
            (self.playbook, self.playbook.refresh),
            (self.good, self.good.refresh),
            (self.themes, self.themes.refresh),
        )

    def refresh(self) -> None:
        """Read the page that is shown again."""
        cast(Page, self.currentWidget()).refresh()

    def flush(self) -> bool:
        """Save everything that is being typed; True if all of it is saved."""
        editors = (
            self.interview,
            self.contract,
            self.prepare,
            self.agreement,
            self.goals,
            self.playbook,
            self.debrief,
            self.opportunities,
            self.limits,
            self.sweet_spot,
            self.notice,
            self.today,
            self.themes,
            self.between,
            self.good,
        )
        saved = [page.flush() for page in editors]
        # A refused name or address in the details stays refused; it is no reason to keep open.
        self.person.flush()
        return all(saved) and not (self.person.unsaved() or self._note.unsaved())

    def unsaved(self) -> tuple[Draft, ...]:
        """Return the words on the screen that could not be saved, private and shared."""
        writers = (
            *(self._notes, self._pad, self._debriefing, self._thinking, self._limits),
            *(self._opportunity, self.interview, self.contract, self.limits),
            *(self.prepare, self.agreement, self.person, self.goals, self.playbook),
            *(self._register, self._spot, self._noticing, self._theme),
            *(self._moments, self._experiments, self._note),
            *(self._register, self._spot, self._noticing, self._theme, self._recall),
        )
        return tuple(draft for writer in writers for draft in writer.unsaved())

    def reopen(self) -> None:
        """Show what the vault holds now, also where the manager was writing; flush first."""
        for page in (self.interview, self.contract, self.debrief):
            # The others read anew whenever they are opened.
            if page.isVisible():
                page.reopen()
