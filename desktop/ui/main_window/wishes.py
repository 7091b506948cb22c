"""What each page wishes for, and which door answers it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.renewing import Renewal
from desktop.services.restoring import Restore
from desktop.ui.main_window.beginning import Beginning
from desktop.ui.main_window.doors import Doors
from desktop.ui.main_window.pages import Pages
from desktop.ui.main_window.showing import Showing
from desktop.ui.main_window.side_bar import SideBar
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
from desktop.ui.pages.over_time import OverTimePage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.person import PersonPage
from desktop.ui.pages.playbook import ChoosingPage
from desktop.ui.pages.prepare import AgreementPage, BriefPage, NotesPage, PreparePage, SheetPage
from desktop.ui.pages.record import RecordPage
from desktop.ui.pages.send import SendPage
from desktop.ui.pages.sweet_spot import SweetSpotPage
from desktop.ui.pages.themes import ThemesPage
from desktop.ui.pages.today import TodayPage
from desktop.ui.pages.vault_keys import VaultKeysPage
from desktop.ui.pages.what_good_looks_like import WhatGoodLooksLikePage
from desktop.ui.private.noticed_panel import NoticedPanel, WaitingSignals
from desktop.ui.wizard.interview_page import InterviewPage


class Wishes(QObject):
    """Listens to every page from the moment it is made."""

    renewed = Signal(Renewal)
    restored = Signal(Restore)
    erase_asked = Signal()
    """These three are for the process to answer, which says in ``MainWindow`` what they carry."""

    def __init__(
        self, pages: Pages, side_bar: SideBar, showing: Showing, doors: Doors, beginning: Beginning
    ) -> None:
        """Answer by ``doors`` and the menus of ``beginning``; begin before a page is made."""
        super().__init__(showing)
        self._pages, self._side_bar, self._showing = pages, side_bar, showing
        self._doors, self._beginning = doors, beginning
        self._listening: dict[type[QWidget], Callable[[Any], None]] = {
            TodayPage: self._listen_to_today,
            PeoplePage: self._listen_to_people,
            ChoosingPage: self._listen_to_choosing,
            ThemesPage: self._listen_to_themes,
            WhatGoodLooksLikePage: self._listen_to_good,
            PersonPage: self._listen_to_person,
            GoalsPage: self._listen_to_goals,
            LimitsPage: self._lead_back,
            SweetSpotPage: self._lead_back,
            OverTimePage: self._listen_to_over_time,
            BetweenTheLinesPage: self._listen_to_between_the_lines,
            KeepingPage: self._listen_to_keeping,
            BinPage: self._listen_to_bin,
            NoticePage: self._lead_back,
            BetweenPage: self._listen_to_between,
            FeedbackPage: self._listen_to_feedback,
            PreparePage: self._listen_to_prepare,
            BriefPage: self._listen_to_brief,
            SheetPage: self._listen_to_sheet,
            AgreementPage: self._listen_to_agreement,
            NotesPage: self._listen_to_how_notes_are_kept,
            InterviewPage: self._listen_to_interview,
            ContractPage: self._listen_to_contract,
            DebriefPage: self._listen_to_debrief,
            SendPage: self._listen_to_send,
            RecordPage: self._lead_back,
            VaultKeysPage: self._listen_to_vault_keys,
            BackupsPage: self._listen_to_backups,
            DamagePage: self._listen_to_damage,
            AboutPage: self._lead_back,
        }
        pages.made.connect(self._listen)

    def _listen(self, page: QWidget) -> None:
        # Two pages wish for nothing: the side bar leads away from both.
        listen = self._listening.get(type(page))
        if listen is not None:
            listen(page)

    def _lead_back(
        self, page: LimitsPage | SweetSpotPage | NoticePage | RecordPage | AboutPage
    ) -> None:
        page.back_asked.connect(self._showing.step_back)

    def _listen_to_signals(self, panel: WaitingSignals | NoticedPanel) -> None:
        doors = self._doors
        panel.booking_asked.connect(doors.open_booking)
        panel.talk_asked.connect(self._beginning.choose_talk)
        panel.naming_asked.connect(doors.open_naming)
        panel.words_asked.connect(doors.open_signal)
        panel.between_asked.connect(doors.open_between)

    def _listen_to_today(self, page: TodayPage) -> None:
        pages, doors = self._pages, self._doors
        page.person_chosen.connect(doors.open_person)
        page.conversation_chosen.connect(doors.open_conversation)
        page.letter_chosen.connect(doors.open_contract)
        page.people_asked.connect(doors.open_people)
        page.conversation_asked.connect(self._beginning.choose_whom)
        page.preparation_asked.connect(doors.open_preparation)
        page.booking_asked.connect(doors.open_booking)
        page.debrief_asked.connect(doors.open_debrief)
        page.keeping_asked.connect(doors.open_keeping)
        page.talk_asked.connect(doors.begin_at_once)
        page.notice_asked.connect(doors.open_notice)
        pages.long_ago.goals_asked.connect(doors.open_goals)
        pages.long_ago.lesson_asked.connect(doors.open_lesson)
        pages.recall_offer.recall_asked.connect(doors.open_recall)
        self._listen_to_signals(pages.waiting_signals)

    def _listen_to_people(self, page: PeoplePage) -> None:
        doors = self._doors
        page.bin_asked.connect(doors.open_bin)
        page.person_chosen.connect(doors.open_person)
        page.person_added.connect(doors.open_person)

    def _listen_to_choosing(self, page: ChoosingPage) -> None:
        doors = self._doors
        page.preparation_asked.connect(doors.open_preparation)
        page.conversation_chosen.connect(doors.open_conversation)
        page.person_chosen.connect(doors.open_person)

    def _listen_to_themes(self, page: ThemesPage) -> None:
        page.sheet_asked.connect(self._doors.open_theme_sheet)

    def _listen_to_good(self, page: WhatGoodLooksLikePage) -> None:
        pages, doors = self._pages, self._doors
        page.person_chosen.connect(doors.open_person)
        page.letter_chosen.connect(doors.open_contract)
        for panel in pages.asked:
            panel.over_time_asked.connect(doors.open_over_time)

    def _listen_to_person(self, page: PersonPage) -> None:
        pages, doors = self._pages, self._doors
        page.keeping_asked.connect(doors.open_keeping)
        page.conversation_chosen.connect(doors.open_conversation)
        page.letter_chosen.connect(doors.open_contract)
        page.preparation_asked.connect(doors.open_preparation)
        page.agreement_asked.connect(doors.open_agreement)
        page.goals_asked.connect(doors.open_goals)
        page.choosing_asked.connect(doors.open_choosing)
        page.debrief_asked.connect(doors.open_debrief)
        page.limits_asked.connect(doors.open_limits)
        page.sweet_spot_asked.connect(doors.open_sweet_spot)
        page.hand_over_asked.connect(doors.open_hand_over)
        page.record_asked.connect(doors.open_record)
        page.feedback_asked.connect(doors.open_feedback)
        pages.small_arc.arc_asked.connect(doors.open_over_time)
        self._listen_to_signals(pages.noticed)

    def _listen_to_goals(self, page: GoalsPage) -> None:
        doors = self._doors
        page.person_chosen.connect(doors.open_person)
        page.conversation_chosen.connect(doors.open_conversation)
        page.limits_asked.connect(doors.open_limits)

    def _listen_to_over_time(self, page: OverTimePage) -> None:
        pages, doors = self._pages, self._doors
        page.back_asked.connect(self._showing.step_back)
        pages.arc.conversation_asked.connect(doors.open_contract)
        pages.arc.goals_asked.connect(doors.open_goals)
        pages.arc.between_asked.connect(doors.open_between)
        pages.then_and_now.conversation_asked.connect(doors.open_contract)
        pages.patterns.conversation_asked.connect(doors.open_contract)
        pages.patterns.leaving_asked.connect(doors.open_between_the_lines)

    def _listen_to_between_the_lines(self, page: BetweenTheLinesPage) -> None:
        self._pages.leaving.conversation_asked.connect(self._doors.open_contract)
        page.back_asked.connect(self._showing.step_back)

    def _listen_to_keeping(self, page: KeepingPage) -> None:
        pages, doors = self._pages, self._doors
        page.person_chosen.connect(doors.open_person)
        page.archived.connect(doors.open_bin)
        pages.delete_person.leaving.connect(page.leave)
        pages.delete_person.deleted.connect(doors.open_bin)

    def _listen_to_bin(self, page: BinPage) -> None:
        doors = self._doors
        page.back_asked.connect(doors.open_people)
        page.person_chosen.connect(doors.open_person)

    def _listen_to_between(self, page: BetweenPage) -> None:
        page.notice_asked.connect(self._doors.open_notice)
        page.back_asked.connect(self._showing.step_back)

    def _listen_to_feedback(self, page: FeedbackPage) -> None:
        self._pages.feedback_card.notice_asked.connect(self._doors.open_feedback_note)
        page.back_asked.connect(self._showing.step_back)

    def _listen_to_prepare(self, page: PreparePage) -> None:
        doors = self._doors
        page.conversation_chosen.connect(doors.open_conversation)
        page.brief_asked.connect(doors.open_brief)
        page.agreement_asked.connect(doors.open_agreement)
        page.notes_asked.connect(doors.open_how_notes_are_kept)
        page.choosing_asked.connect(doors.open_picking)
        page.sheet_asked.connect(doors.open_sheet)

    def _listen_to_brief(self, page: BriefPage) -> None:
        page.preparation_asked.connect(self._doors.open_preparation)

    def _listen_to_sheet(self, page: SheetPage) -> None:
        doors = self._doors
        page.preparation_asked.connect(doors.open_preparation)
        page.choosing_asked.connect(doors.open_picking)

    def _listen_to_agreement(self, page: AgreementPage) -> None:
        doors = self._doors
        page.back_asked.connect(self._showing.step_back)
        page.notes_asked.connect(doors.open_how_notes_are_kept)
        page.send_asked.connect(doors.open_send_agreement)

    def _listen_to_how_notes_are_kept(self, page: NotesPage) -> None:
        page.back_asked.connect(self._showing.step_back)
        page.send_asked.connect(self._doors.open_send_notes)

    def _listen_to_interview(self, page: InterviewPage) -> None:
        doors = self._doors
        self._showing.give_a_room(page)
        page.paused.connect(doors.open_person)
        page.closing_reached.connect(doors.open_contract)
        page.limits_asked.connect(doors.open_limits)
        page.sweet_spot_asked.connect(doors.open_sweet_spot)

    def _listen_to_contract(self, page: ContractPage) -> None:
        doors = self._doors
        page.send_asked.connect(doors.open_send)
        page.questions_asked.connect(doors.open_conversation)
        page.person_chosen.connect(doors.open_person)
        page.debrief_asked.connect(doors.open_debrief)

    def _listen_to_debrief(self, page: DebriefPage) -> None:
        doors = self._doors
        page.letter_chosen.connect(doors.open_contract)
        page.person_chosen.connect(doors.open_person)

    def _listen_to_send(self, page: SendPage) -> None:
        doors = self._doors
        page.contract_asked.connect(doors.open_contract)
        page.person_chosen.connect(doors.open_person)
        page.back_asked.connect(self._showing.step_back)
        page.record_asked.connect(doors.open_record)

    def _listen_to_vault_keys(self, page: VaultKeysPage) -> None:
        doors = self._doors
        page.about_asked.connect(doors.open_about)
        page.busy.connect(self._side_bar.setDisabled)
        page.backups_asked.connect(doors.open_backups)
        page.moving_asked.connect(doors.take_along)
        page.renewed.connect(self.renewed)
        page.erase_asked.connect(self.erase_asked)

    def _listen_to_backups(self, page: BackupsPage) -> None:
        page.busy.connect(self._side_bar.setDisabled)
        page.back_asked.connect(self._doors.open_vault)
        page.restored.connect(self.restored)

    def _listen_to_damage(self, page: DamagePage) -> None:
        doors = self._doors
        page.backups_asked.connect(doors.open_backups)
        page.restore_asked.connect(doors.restore_at_once)
