"""Every page of an open vault, made around its private panels when it is first asked for."""

from collections.abc import Callable
from functools import cached_property, partial

from desktop.session import Session
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.main_window.ahead import Made, Making
from desktop.ui.main_window.screen_sharing import CAN
from desktop.ui.main_window.talk_pages import TalkPages
from desktop.ui.pages.about import AboutPage
from desktop.ui.pages.backups import BackupsPage
from desktop.ui.pages.between import BetweenPage
from desktop.ui.pages.between_the_lines import BetweenTheLinesPage
from desktop.ui.pages.bin import BinPage
from desktop.ui.pages.damage import DamagePage
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
from desktop.ui.pages.sweet_spot import SweetSpotPage
from desktop.ui.pages.themes import ThemesPage
from desktop.ui.pages.today import TodayPage
from desktop.ui.pages.vault_keys import VaultKeysPage
from desktop.ui.pages.what_good_looks_like import WhatGoodLooksLikePage
from desktop.ui.private.after_card import AfterCard
from desktop.ui.private.arc_panel import ArcPanel
from desktop.ui.private.between_panels import ExperimentsPanel, MomentsPanel
from desktop.ui.private.bin_panel import BinPanel
from desktop.ui.private.captured_goals import CapturedGoals
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
from desktop.ui.private.notes_glance import NotesGlance
from desktop.ui.private.notice_sheet import NoticeSheet
from desktop.ui.private.noticed_panel import NoticedPanel, WaitingSignals
from desktop.ui.private.opportunity_list import OpportunityList
from desktop.ui.private.opportunity_sheet import OpportunitySheet
from desktop.ui.private.patterns_panel import PatternsPanel
from desktop.ui.private.person_file import PersonFilePanel
from desktop.ui.private.person_notes import PersonNotesPanel
from desktop.ui.private.recall_panel import RecallOffer, RecallPanel
from desktop.ui.private.small_arc import SmallArc
from desktop.ui.private.sweet_spot_panel import SweetSpotPanel
from desktop.ui.private.ten_quiet_minutes import TenQuietMinutes
from desktop.ui.private.theme_list import ThemeList
from desktop.ui.private.theme_panel import ThemePanel
from desktop.ui.private.themes_over_time import ThemesOverTime
from desktop.ui.private.then_and_now_panel import ThenAndNowPanel

_LATER = (
    *("today", "interview", "goals", "debrief", "send", "brief"),
    *("between", "feedback", "notice", "opportunities", "sweet_spot", "limits"),
    *("agreement", "how_notes_are_kept", "record", "sheet", "between_the_lines", "keeping", "bin"),
    *("vault_keys", "backups", "about"),
)
"""What is made after the pages about everybody, in the order in which it may be wanted."""


class Pages(TalkPages):
    """All pages beside the side bar; the interview takes the whole window and stands outside."""

    def __init__(
        self,
        desk: Desk,
        private: PrivateDesk,
        session: Session,
        seen_by_others: Callable[[], str],
    ) -> None:
        """Make no page yet: each comes over the two halves of an open vault once it is wanted.

        ``seen_by_others`` says what a shared screen shows of our windows.
        """
        super().__init__(desk, private)
        self._session = session
        self._seen_by_others = seen_by_others

    def made_ahead(self) -> tuple[Making, ...]:
        """Return how pages are made before anybody asks for them.

        First that of a person, which is wanted soonest. Those about everybody show the same
        whoever was talked to last, and are read as well; those about somebody are laid out without
        anybody's words, for their look. The others are only made.
        """
        return (
            lambda: Made(self.person, self.person.refresh),
            lambda: Made(self.contract, self.contract.get_ready),
            lambda: Made(self.people, self.people.refresh),
            lambda: Made(self.choosing, self.choosing.get_ready),
            lambda: Made(self.playbook, self.playbook.refresh),
            lambda: Made(self.good, self.good.refresh),
            lambda: Made(self.themes, self.themes.refresh),
            lambda: Made(self.prepare, self.prepare.refresh),
            lambda: Made(self.over_time, self.over_time.refresh),
            *(partial(self._only_made, name) for name in _LATER),
        )

    def _only_made(self, name: str) -> Made:
        return Made(getattr(self, name))

    # Where everything begins --------------------------------------------------------------

    @cached_property
    def today(self) -> TodayPage:
        """What is next."""
        private = self._private
        self.waiting_signals, self.long_ago = WaitingSignals(private), LongAgoPanel(private)
        self.recall_offer = RecallOffer(private)
        return self.take_in(
            TodayPage(
                self._desk,
                TenQuietMinutes(private),
                self.waiting_signals,
                self.long_ago,
                self.recall_offer,
            )
        )

    @cached_property
    def people(self) -> PeoplePage:
        """Everybody."""
        return self.take_in(PeoplePage(self._desk))

    @cached_property
    def playbook(self) -> PlaybookPage:
        """Every question, and the manager's own."""
        return self.take_in(PlaybookPage(self._desk))

    @cached_property
    def choosing(self) -> ChoosingPage:
        """The choice of questions for somebody."""
        return self.take_in(ChoosingPage(self._desk))

    @cached_property
    def opportunities(self) -> OpportunitiesPage:
        """What could be offered."""
        register, sheet = OpportunityList(self._private), OpportunitySheet(self._private)
        return self.take_in(OpportunitiesPage(register, sheet), sheet, register)

    @cached_property
    def themes(self) -> ThemesPage:
        """What comes again with many."""
        theme = ThemePanel(self._private)
        page = ThemesPage(ThemeList(self._private), theme, ThemesOverTime(self._private))
        return self.take_in(page, theme)

    @cached_property
    def good(self) -> WhatGoodLooksLikePage:
        """What good looks like."""
        recall = RecallPanel(self._private)
        self.asked = (FuturePanel(self._private), MovedPanel(self._private))
        return self.take_in(WhatGoodLooksLikePage(self._desk, recall, self.asked), recall)

    # About one person ---------------------------------------------------------------------

    @cached_property
    def person(self) -> PersonPage:
        """Where somebody is heading."""
        private, note = self._private, NoteSheet(self._private)
        self.noticed, self.small_arc = NoticedPanel(private), SmallArc(private)
        beside = Beside(
            PersonNotesPanel(private),
            arc=self.small_arc,
            checklist=AfterCard(private, folded=True),
            notes=NotesGlance(private),
            note_list=NoteList(private),
            note_sheet=note,
        )
        return self.take_in(PersonPage(self._desk, beside, self.noticed), note)

    @cached_property
    def goals(self) -> GoalsPage:
        """The goals as agreed."""
        return self.take_in(GoalsPage(self._desk, CapturedGoals(self._private)))

    @cached_property
    def limits(self) -> LimitsPage:
        """The steps for an ambition that does not fit."""
        panel = LimitsPanel(self._private)
        return self.take_in(LimitsPage(self._desk, panel), panel)

    @cached_property
    def sweet_spot(self) -> SweetSpotPage:
        """The picture of interests, strengths and needs."""
        panel = SweetSpotPanel(self._private)
        return self.take_in(SweetSpotPage(self._desk, panel), panel)

    @cached_property
    def over_time(self) -> OverTimePage:
        """How it went with somebody."""
        self.arc, self.then_and_now = ArcPanel(self._private), ThenAndNowPanel(self._private)
        self.patterns = PatternsPanel(self._private)
        return self.take_in(OverTimePage(self._desk, self.arc, self.then_and_now, self.patterns))

    @cached_property
    def between_the_lines(self) -> BetweenTheLinesPage:
        """How the answers to the leaving question were read."""
        self.leaving = LeavingPanel(self._private)
        return self.take_in(BetweenTheLinesPage(self._desk, self.leaving))

    @cached_property
    def keeping(self) -> KeepingPage:
        """How long somebody is kept."""
        private, self.delete_person = self._private, DeletePersonCard(self._private)
        parts = (PersonFilePanel(private), DeleteOneCard(private), self.delete_person)
        return self.take_in(KeepingPage(self._desk, *parts))

    @cached_property
    def bin(self) -> BinPage:
        """What was deleted."""
        return self.take_in(BinPage(self._desk, BinPanel(self._private, self._session.backups)))

    # Between two conversations ------------------------------------------------------------

    @cached_property
    def notice(self) -> NoticePage:
        """Something noticed."""
        sheet = NoticeSheet(self._private)
        return self.take_in(NoticePage(sheet), sheet)

    @cached_property
    def between(self) -> BetweenPage:
        """What happens between conversations."""
        moments, experiments = MomentsPanel(self._private), ExperimentsPanel(self._private)
        return self.take_in(BetweenPage(self._desk, moments, experiments), moments, experiments)

    @cached_property
    def feedback(self) -> FeedbackPage:
        """What to have in mind before feedback."""
        self.feedback_card = FeedbackCard(self._private)
        return self.take_in(FeedbackPage(self._desk, self.feedback_card))

    # The vault ----------------------------------------------------------------------------

    @cached_property
    def vault_keys(self) -> VaultKeysPage:
        """What opens and locks the vault."""
        return self.take_in(VaultKeysPage(self._desk, self._session.keys, self._session.backups))

    @cached_property
    def backups(self) -> BackupsPage:
        """The copies there are."""
        return self.take_in(BackupsPage(self._desk, self._session.backups))

    @cached_property
    def damage(self) -> DamagePage:
        """What is lost, and the way back."""
        session = self._session
        return self.take_in(DamagePage(self._desk, session.backups, LostPanel(session.lost)))

    @cached_property
    def about(self) -> AboutPage:
        """What this program is."""
        page = self.take_in(AboutPage(self._session.folder, self._seen_by_others))
        page.offer_choice(self._desk if CAN else None)
        return page
