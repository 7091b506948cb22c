"""The ways from page to page: what a page wishes for, the window answers here."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.desk import Desk
from desktop.ui.main_window.beginning import Beginning
from desktop.ui.main_window.doors import Doors
from desktop.ui.main_window.pages import Pages
from desktop.ui.main_window.showing import Showing
from desktop.ui.main_window.side_bar import SideBar


class Ways(QObject):
    """Answers the wishes of the pages: connects each to the door that it opens."""

    def __init__(self, desk: Desk, pages: Pages, side_bar: SideBar, rooms: QStackedWidget) -> None:
        """Connect every wish; ``rooms`` holds the desk with its side bar, then the interview."""
        super().__init__(rooms)
        self._desk = desk
        self._pages = pages
        self._side_bar = side_bar
        self._showing = Showing(pages, side_bar, rooms, desk.news)
        self._doors = Doors(desk, pages, side_bar, self._showing)
        self._beginning = Beginning(desk, pages)
        self._connect_keys(rooms)
        self._connect_beginning()
        self._connect_desk()
        self._connect_preparation()
        self._connect_conversation()
        self._connect_signals()
        self._connect_over_time()

    def open_first_page(self) -> None:
        """Begin where the next step is: with somebody to add, the one there is, or with today."""
        self._doors.open_first_page()

    def open_backups(self) -> None:
        """Show every copy that there is of the vault."""
        self._doors.open_backups()

    def open_damage(self) -> None:
        """Open what is lost of a damaged vault."""
        self._doors.open_damage()

    def is_in_the_room(self) -> bool:
        """Return whether the interview has the window."""
        return self._showing.is_in_the_room()

    def _connect_keys(self, rooms: QStackedWidget) -> None:
        # On today's page the button listens itself; in a talk nobody begins another.
        self._start_keys = QShortcut(QKeySequence("Ctrl+N"), self._pages)
        self._start_keys.activated.connect(self._beginning.choose_whom)
        self._showing.page_shown.connect(self._listen_beside_today)
        # Also in a talk: what was just noticed will not wait for the desk.
        self._notice_keys = QShortcut(QKeySequence("Ctrl+J"), rooms)
        self._notice_keys.activated.connect(self._doors.open_notice)

    def _listen_beside_today(self, page: QWidget) -> None:
        alone = self._showing.is_of_the_talk(page)
        self._start_keys.setEnabled(page is not self._pages.today and not alone)

    def _connect_beginning(self) -> None:
        self._beginning.talk_chosen.connect(self._doors.open_conversation)
        self._beginning.kind_chosen.connect(self._doors.begin_at_once)
        self._beginning.choosing_asked.connect(self._doors.open_choosing)
        self._beginning.paper_asked.connect(self._doors.open_past_talk)

    def _connect_desk(self) -> None:
        pages, doors = self._pages, self._doors
        self._side_bar.page_chosen.connect(doors.open_page)
        self._side_bar.person_chosen.connect(doors.open_person)
        pages.vault_keys.about_asked.connect(doors.open_about)
        pages.about.back_asked.connect(self._showing.step_back)
        pages.vault_keys.busy.connect(self._side_bar.setDisabled)
        pages.vault_keys.backups_asked.connect(doors.open_backups)
        pages.vault_keys.moving_asked.connect(doors.open_backups)
        pages.vault_keys.moving_asked.connect(pages.backups.take_along)
        pages.backups.busy.connect(self._side_bar.setDisabled)
        pages.backups.back_asked.connect(doors.open_vault)
        pages.damage.backups_asked.connect(doors.open_backups)
        pages.damage.restore_asked.connect(doors.restore_at_once)
        pages.today.person_chosen.connect(doors.open_person)
        pages.today.conversation_chosen.connect(doors.open_conversation)
        pages.today.letter_chosen.connect(doors.open_contract)
        pages.today.people_asked.connect(doors.open_people)
        pages.today.conversation_asked.connect(self._beginning.choose_whom)
        pages.today.preparation_asked.connect(doors.open_preparation)
        pages.today.booking_asked.connect(doors.open_booking)
        pages.today.debrief_asked.connect(doors.open_debrief)
        pages.today.keeping_asked.connect(doors.open_keeping)
        pages.people.bin_asked.connect(doors.open_bin)
        pages.bin.back_asked.connect(doors.open_people)
        pages.bin.person_chosen.connect(doors.open_person)
        pages.person.keeping_asked.connect(doors.open_keeping)
        pages.keeping.person_chosen.connect(doors.open_person)
        pages.keeping.archived.connect(doors.open_bin)
        pages.delete_person.leaving.connect(pages.keeping.leave)
        pages.delete_person.deleted.connect(doors.open_bin)
        pages.people.person_chosen.connect(doors.open_person)
        pages.people.person_added.connect(doors.open_person)
        pages.person.conversation_chosen.connect(doors.open_conversation)
        pages.person.letter_chosen.connect(doors.open_contract)
        pages.person.preparation_asked.connect(doors.open_preparation)
        pages.person.agreement_asked.connect(doors.open_agreement)
        pages.person.goals_asked.connect(doors.open_goals)
        pages.goals.person_chosen.connect(doors.open_person)
        pages.goals.conversation_chosen.connect(doors.open_conversation)
        pages.goals.limits_asked.connect(doors.open_limits)
        pages.person.choosing_asked.connect(doors.open_choosing)
        pages.person.debrief_asked.connect(doors.open_debrief)

    def _connect_preparation(self) -> None:
        pages, doors = self._pages, self._doors
        pages.prepare.conversation_chosen.connect(doors.open_conversation)
        pages.prepare.brief_asked.connect(doors.open_brief)
        pages.prepare.agreement_asked.connect(doors.open_agreement)
        pages.prepare.notes_asked.connect(doors.open_how_notes_are_kept)
        pages.prepare.choosing_asked.connect(doors.open_picking)
        pages.prepare.sheet_asked.connect(doors.open_sheet)
        pages.choosing.preparation_asked.connect(doors.open_preparation)
        pages.sheet.preparation_asked.connect(doors.open_preparation)
        pages.sheet.choosing_asked.connect(doors.open_picking)
        pages.brief.preparation_asked.connect(doors.open_preparation)
        pages.agreement.back_asked.connect(self._showing.step_back)
        pages.agreement.notes_asked.connect(doors.open_how_notes_are_kept)
        pages.how_notes_are_kept.back_asked.connect(self._showing.step_back)
        pages.choosing.conversation_chosen.connect(doors.open_conversation)
        pages.choosing.person_chosen.connect(doors.open_person)

    def _connect_conversation(self) -> None:
        pages, doors = self._pages, self._doors
        pages.interview.paused.connect(doors.open_person)
        pages.interview.closing_reached.connect(doors.open_contract)
        pages.interview.limits_asked.connect(doors.open_limits)
        pages.interview.sweet_spot_asked.connect(doors.open_sweet_spot)
        pages.person.limits_asked.connect(doors.open_limits)
        pages.person.sweet_spot_asked.connect(doors.open_sweet_spot)
        pages.limits.back_asked.connect(self._showing.step_back)
        pages.sweet_spot.back_asked.connect(self._showing.step_back)
        pages.contract.send_asked.connect(doors.open_send)
        pages.contract.questions_asked.connect(doors.open_conversation)
        pages.contract.person_chosen.connect(doors.open_person)
        pages.contract.debrief_asked.connect(doors.open_debrief)
        pages.debrief.letter_chosen.connect(doors.open_contract)
        pages.debrief.person_chosen.connect(doors.open_person)
        pages.send.contract_asked.connect(doors.open_contract)
        pages.send.person_chosen.connect(doors.open_person)
        pages.send.back_asked.connect(self._showing.step_back)
        pages.agreement.send_asked.connect(doors.open_send_agreement)
        pages.how_notes_are_kept.send_asked.connect(doors.open_send_notes)
        pages.person.hand_over_asked.connect(doors.open_hand_over)
        pages.themes.sheet_asked.connect(doors.open_theme_sheet)
        pages.send.record_asked.connect(doors.open_record)
        pages.person.record_asked.connect(doors.open_record)
        pages.record.back_asked.connect(self._showing.step_back)

    def _connect_signals(self) -> None:
        pages, doors = self._pages, self._doors
        pages.today.talk_asked.connect(doors.begin_at_once)
        pages.today.notice_asked.connect(doors.open_notice)
        pages.notice.back_asked.connect(self._showing.step_back)
        for panel in (pages.waiting_signals, pages.noticed):
            panel.booking_asked.connect(doors.open_booking)
            panel.talk_asked.connect(self._beginning.choose_talk)
            panel.naming_asked.connect(doors.open_naming)
            panel.words_asked.connect(doors.open_signal)
            panel.between_asked.connect(doors.open_between)
        pages.long_ago.goals_asked.connect(doors.open_goals)
        pages.long_ago.between_asked.connect(doors.open_between)
        pages.person.feedback_asked.connect(doors.open_feedback)
        pages.between.notice_asked.connect(doors.open_notice)
        pages.between.back_asked.connect(self._showing.step_back)
        pages.feedback_card.notice_asked.connect(doors.open_feedback_note)
        pages.feedback.back_asked.connect(self._showing.step_back)

    def _connect_over_time(self) -> None:
        pages, doors = self._pages, self._doors
        pages.small_arc.arc_asked.connect(doors.open_over_time)
        pages.over_time.back_asked.connect(self._showing.step_back)
        pages.arc.conversation_asked.connect(doors.open_contract)
        pages.arc.goals_asked.connect(doors.open_goals)
        pages.arc.between_asked.connect(doors.open_between)
        pages.recall_offer.recall_asked.connect(doors.open_recall)
        pages.good.person_chosen.connect(doors.open_person)
        pages.good.letter_chosen.connect(doors.open_contract)
        for panel in pages.asked:
            panel.over_time_asked.connect(doors.open_over_time)
        pages.then_and_now.conversation_asked.connect(doors.open_contract)
        pages.patterns.conversation_asked.connect(doors.open_contract)
        pages.patterns.leaving_asked.connect(doors.open_between_the_lines)
        pages.leaving.conversation_asked.connect(doors.open_contract)
        pages.between_the_lines.back_asked.connect(self._showing.step_back)
