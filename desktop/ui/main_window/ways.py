"""The ways from page to page: what a page wishes for, the window answers here."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import ConversationId, PersonId, PlannedId
from desktop.domain.shared.goals import Sign
from desktop.domain.shared.shares import NOBODY, Document
from desktop.services import conversations, people, plans
from desktop.services.packs import pack
from desktop.ui.desk import Desk
from desktop.ui.main_window.pages import Pages
from desktop.ui.main_window.side_bar import (
    OPPORTUNITIES,
    PEOPLE,
    PLAYBOOK,
    THEMES,
    TODAY,
    VAULT,
    SideBar,
)

_PAGE_EDGE = 40
_BELOW_HEADER = 92
_AT_THE_DESK, _IN_THE_ROOM = 0, 1
_CHOOSE, _PAPER = "choose", "paper"


class Ways(QObject):
    """Answers the wishes of the pages by showing another one."""

    def __init__(self, desk: Desk, pages: Pages, side_bar: SideBar, rooms: QStackedWidget) -> None:
        """Connect every wish; ``rooms`` holds the desk with its side bar, then the interview."""
        super().__init__(rooms)
        self._desk = desk
        self._pages = pages
        self._side_bar = side_bar
        self._rooms = rooms
        self._came_from: dict[QWidget, QWidget] = {}
        # On today's page the button listens itself; in a talk nobody begins another.
        self._start_keys = QShortcut(QKeySequence("Ctrl+N"), pages)
        self._start_keys.activated.connect(self._choose_whom)
        # Also in a talk: what was just noticed will not wait for the desk.
        self._notice_keys = QShortcut(QKeySequence("Ctrl+J"), rooms)
        self._notice_keys.activated.connect(self._open_notice)
        self._from_the_room: set[QWidget] = set()
        self._connect_desk()
        self._connect_preparation()
        self._connect_conversation()
        self._connect_signals()

    def _connect_desk(self) -> None:
        pages = self._pages
        self._side_bar.page_chosen.connect(self._open_page)
        self._side_bar.person_chosen.connect(self._open_person)
        pages.vault_keys.about_asked.connect(self._open_about)
        pages.about.back_asked.connect(self._step_back)
        pages.vault_keys.busy.connect(self._side_bar.setDisabled)
        pages.vault_keys.backups_asked.connect(self._open_backups)
        pages.backups.busy.connect(self._side_bar.setDisabled)
        pages.backups.back_asked.connect(self._open_vault)
        pages.today.person_chosen.connect(self._open_person)
        pages.today.conversation_chosen.connect(self._open_conversation)
        pages.today.letter_chosen.connect(self._open_contract)
        pages.today.people_asked.connect(self._open_people)
        pages.today.conversation_asked.connect(self._choose_whom)
        pages.today.preparation_asked.connect(self._open_preparation)
        pages.today.booking_asked.connect(self._open_booking)
        pages.today.debrief_asked.connect(self._open_debrief)
        pages.today.keeping_asked.connect(self._open_keeping)
        pages.people.bin_asked.connect(self._open_bin)
        pages.bin.back_asked.connect(self._open_people)
        pages.bin.person_chosen.connect(self._open_person)
        pages.person.keeping_asked.connect(self._open_keeping)
        pages.keeping.person_chosen.connect(self._open_person)
        pages.keeping.archived.connect(self._open_bin)
        pages.delete_person.leaving.connect(pages.keeping.leave)
        pages.delete_person.deleted.connect(self._open_bin)
        pages.people.person_chosen.connect(self._open_person)
        pages.people.person_added.connect(self._open_person)
        pages.person.conversation_chosen.connect(self._open_conversation)
        pages.person.letter_chosen.connect(self._open_contract)
        pages.person.preparation_asked.connect(self._open_preparation)
        pages.person.agreement_asked.connect(self._open_agreement)
        pages.person.goals_asked.connect(self._open_goals)
        pages.goals.person_chosen.connect(self._open_person)
        pages.goals.conversation_chosen.connect(self._open_conversation)
        pages.person.choosing_asked.connect(self._open_choosing)
        pages.person.debrief_asked.connect(self._open_debrief)

    def _connect_preparation(self) -> None:
        pages = self._pages
        pages.prepare.conversation_chosen.connect(self._open_conversation)
        pages.prepare.brief_asked.connect(self._open_brief)
        pages.prepare.agreement_asked.connect(self._open_agreement)
        pages.prepare.notes_asked.connect(self._open_how_notes_are_kept)
        pages.prepare.choosing_asked.connect(self._open_picking)
        pages.prepare.sheet_asked.connect(self._open_sheet)
        pages.choosing.preparation_asked.connect(self._open_preparation)
        pages.sheet.preparation_asked.connect(self._open_preparation)
        pages.sheet.choosing_asked.connect(self._open_picking)
        pages.brief.preparation_asked.connect(self._open_preparation)
        pages.agreement.back_asked.connect(self._step_back)
        pages.agreement.notes_asked.connect(self._open_how_notes_are_kept)
        pages.how_notes_are_kept.back_asked.connect(self._step_back)
        pages.choosing.conversation_chosen.connect(self._open_conversation)
        pages.choosing.person_chosen.connect(self._open_person)

    def _connect_conversation(self) -> None:
        pages = self._pages
        pages.interview.paused.connect(self._open_person)
        pages.interview.closing_reached.connect(self._open_contract)
        pages.interview.limits_asked.connect(self._open_limits)
        pages.interview.sweet_spot_asked.connect(self._open_sweet_spot)
        pages.person.limits_asked.connect(self._open_limits)
        pages.person.sweet_spot_asked.connect(self._open_sweet_spot)
        pages.limits.back_asked.connect(self._step_back_inside)
        pages.sweet_spot.back_asked.connect(self._step_back_inside)
        pages.contract.send_asked.connect(self._open_send)
        pages.contract.questions_asked.connect(self._open_conversation)
        pages.contract.person_chosen.connect(self._open_person)
        pages.contract.debrief_asked.connect(self._open_debrief)
        pages.debrief.letter_chosen.connect(self._open_contract)
        pages.debrief.person_chosen.connect(self._open_person)
        pages.send.contract_asked.connect(self._open_contract)
        pages.send.person_chosen.connect(self._open_person)
        pages.send.back_asked.connect(self._step_back)
        pages.agreement.send_asked.connect(self._open_send_agreement)
        pages.how_notes_are_kept.send_asked.connect(self._open_send_notes)
        pages.person.hand_over_asked.connect(self._open_hand_over)
        pages.themes.sheet_asked.connect(self._open_theme_sheet)
        pages.send.record_asked.connect(self._open_record)
        pages.person.record_asked.connect(self._open_record)
        pages.record.back_asked.connect(self._step_back)

    def _connect_signals(self) -> None:
        pages = self._pages
        pages.today.talk_asked.connect(self._begin_at_once)
        pages.today.notice_asked.connect(self._open_notice)
        pages.notice.back_asked.connect(self._step_back_inside)
        for panel in (pages.waiting_signals, pages.noticed):
            panel.booking_asked.connect(self._open_booking)
            panel.talk_asked.connect(self._choose_talk)
            panel.naming_asked.connect(self._open_naming)
            panel.words_asked.connect(self._open_signal)

    def open_first_page(self) -> None:
        """Begin where the next step is: with somebody to add, the one there is, or with today."""
        everybody = self._desk.ask(people.everybody)
        if not everybody:
            self._open_page(PEOPLE)
        elif len(everybody) == 1 and not self._desk.ask(conversations.of_person, everybody[0].id):
            self._open_person(everybody[0].id)
        else:
            self._open_page(TODAY)

    def is_in_the_room(self) -> bool:
        """Return whether the interview has the window."""
        return self._rooms.currentIndex() == _IN_THE_ROOM

    def _open_page(self, key: str) -> None:
        pages: dict[str, QWidget] = {
            TODAY: self._pages.today,
            PEOPLE: self._pages.people,
            THEMES: self._pages.themes,
            OPPORTUNITIES: self._pages.opportunities,
            PLAYBOOK: self._pages.playbook,
            VAULT: self._pages.vault_keys,
        }
        if key == VAULT:
            self._pages.vault_keys.open()
        self._show(pages[key])
        self._side_bar.choose(page=key)

    def _open_vault(self) -> None:
        self._open_page(VAULT)

    def _open_backups(self) -> None:
        self._pages.backups.open()
        self._show_from_its_top(self._pages.backups)

    def _open_bin(self) -> None:
        self._pages.bin.open()
        self._show_from_its_top(self._pages.bin)
        self._side_bar.choose(page=PEOPLE)

    def _open_keeping(self, person: str) -> None:
        self._pages.keeping.show_person(PersonId(person))
        self._show_from_its_top(self._pages.keeping)
        self._side_bar.choose(person=person)

    def _open_people(self) -> None:
        self._open_page(PEOPLE)

    def _open_person(self, person: str) -> None:
        self._pages.person.show_person(PersonId(person))
        self._show(self._pages.person)
        self._side_bar.choose(person=person)

    def _open_choosing(self, person: str) -> None:
        self._pages.choosing.show_person(PersonId(person))
        self._show(self._pages.choosing)
        self._side_bar.choose(person=person)

    def _open_conversation(self, conversation: str) -> None:
        self._pages.interview.open(ConversationId(conversation))
        self._rooms.setCurrentIndex(_IN_THE_ROOM)

    def _open_contract(self, conversation: str) -> None:
        self._pages.contract.show_conversation(ConversationId(conversation))
        self._show(self._pages.contract)
        self._mark_person_of(conversation)

    def _open_send(self, conversation: str) -> None:
        self._pages.send.show_conversation(ConversationId(conversation))
        self._show_from_its_top(self._pages.send)
        self._mark_person_of(conversation)

    def _open_send_agreement(self, person: str) -> None:
        self._open_paper(Document.AGREEMENT, person)

    def _open_send_notes(self, person: str) -> None:
        self._open_paper(Document.NOTES, person)

    def _open_hand_over(self, person: str) -> None:
        self._open_paper(Document.HAND_OVER, person)

    def _open_theme_sheet(self) -> None:
        self._open_paper(Document.THEMES, NOBODY)

    def _open_paper(self, document: Document, person: str) -> None:
        self._pages.send.show_paper(document, PersonId(person))
        self._step_aside(self._pages.send)

    def _open_record(self, person: str) -> None:
        self._pages.record.show_person(PersonId(person))
        self._step_aside(self._pages.record)

    def _open_debrief(self, conversation: str) -> None:
        self._pages.debrief.show_conversation(ConversationId(conversation))
        self._show(self._pages.debrief)
        self._mark_person_of(conversation)

    def _open_booking(self, person: str, kind: str = Kind.FULL) -> None:
        self._open_person(person)
        self._pages.person.open_booking(Kind(kind))

    def _begin_at_once(self, person: str, kind: str) -> None:
        begun = self._desk.do(conversations.begin, PersonId(person), Kind(kind))
        if begun.done:
            self._open_conversation(begun.value)

    def _open_preparation(self, planned: str) -> None:
        self._pages.prepare.show_plan(PlannedId(planned))
        self._show_from_its_top(self._pages.prepare)
        self._mark_person_planned(planned)

    def _open_brief(self, planned: str) -> None:
        self._pages.brief.show_plan(PlannedId(planned))
        self._show_from_its_top(self._pages.brief)
        self._mark_person_planned(planned)

    def _open_picking(self, planned: str) -> None:
        self._pages.choosing.show_plan(PlannedId(planned))
        self._show_from_its_top(self._pages.choosing)

    def _open_sheet(self, planned: str) -> None:
        self._pages.sheet.show_plan(PlannedId(planned))
        self._show_from_its_top(self._pages.sheet)

    def _open_goals(self, person: str) -> None:
        self._pages.goals.show_person(PersonId(person))
        self._show_from_its_top(self._pages.goals)
        self._side_bar.choose(person=person)

    def _open_naming(self, person: str, sign: str) -> None:
        self._open_goals(person)
        self._pages.goals.show_sign(Sign(sign))

    def _open_notice(self) -> None:
        if not self._desk.ask(people.everybody):
            self._open_people()
        elif self._here() is not self._pages.notice or self.is_in_the_room():
            self._remember_room(self._pages.notice)
            self._pages.notice.show_anew(self._person_here())
            self._step_aside(self._pages.notice)

    def _open_signal(self, which: str) -> None:
        self._remember_room(self._pages.notice)
        self._pages.notice.show_signal(which)
        self._step_aside(self._pages.notice)

    def _person_here(self) -> PersonId | None:
        """Return about whom the window is now, if it is about one person."""
        talk = self._pages.interview.conversation() if self.is_in_the_room() else None
        if talk is not None:
            return self._desk.ask(conversations.conversation, talk).person
        return PersonId(self._side_bar.person) if self._side_bar.person else None

    def _open_agreement(self, person: str) -> None:
        self._pages.agreement.show_person(PersonId(person))
        self._step_aside(self._pages.agreement)

    def _open_how_notes_are_kept(self, person: str) -> None:
        self._pages.how_notes_are_kept.show_person(PersonId(person))
        self._step_aside(self._pages.how_notes_are_kept)

    def _open_limits(self, person: str) -> None:
        self._remember_room(self._pages.limits)
        self._pages.limits.show_person(PersonId(person))
        self._step_aside(self._pages.limits)
        self._side_bar.choose(person=person)

    def _open_sweet_spot(self, person: str) -> None:
        self._remember_room(self._pages.sweet_spot)
        self._pages.sweet_spot.show_person(PersonId(person))
        self._step_aside(self._pages.sweet_spot)
        self._side_bar.choose(person=person)

    def _remember_room(self, page: QWidget) -> None:
        if self.is_in_the_room():
            self._from_the_room.add(page)
        else:
            self._from_the_room.discard(page)

    def _step_back_inside(self) -> None:
        """Go back into the room where the talk goes on, or to the page that led here."""
        if self._here() in self._from_the_room:
            self._rooms.setCurrentIndex(_IN_THE_ROOM)
            self._pages.interview.resume()
        else:
            self._step_back()

    def _open_about(self) -> None:
        self._step_aside(self._pages.about)

    def _step_aside(self, page: QWidget) -> None:
        """Show a page that leads back to wherever it was opened."""
        self._came_from[page] = self._here()
        self._show_from_its_top(page)

    def _show_from_its_top(self, page: QWidget) -> None:
        """Show a page with the keyboard at its beginning, not at whichever button comes first."""
        self._show(page)
        self._pages.setFocus()

    def _step_back(self) -> None:
        self._show(self._came_from[self._here()])

    def _here(self) -> QWidget:
        return self._pages.currentWidget() or self._pages.today

    def _choose_whom(self) -> None:
        menu = QMenu(self._pages)
        for person in self._desk.ask(people.everybody):
            self._offer_kinds(menu.addMenu(person.name.replace("&", "&&")), person.id)
        menu.triggered.connect(self._begin_with)
        corner = QPoint(self._pages.width() - _PAGE_EDGE - menu.sizeHint().width(), _BELOW_HEADER)
        menu.popup(self._pages.mapToGlobal(corner))

    def _choose_talk(self, person: str) -> None:
        """Offer every kind of conversation with one person, beneath what was pressed."""
        menu = QMenu(self._pages)
        self._offer_kinds(menu, PersonId(person))
        menu.triggered.connect(self._begin_with)
        pressed = QApplication.focusWidget() or self._pages
        menu.popup(pressed.mapToGlobal(QPoint(0, pressed.height())))

    def _offer_kinds(self, menu: QMenu, person: PersonId) -> None:
        """Offer what is under way first, then every kind, then the ways beside them."""
        talks = self._desk.ask(conversations.of_person, person)
        under_way = [talk for talk in talks if talk.is_open]
        for talk in under_way:
            words = self.tr("Continue: {kind}").format(kind=pack(talk.kind).title)
            menu.addAction(words).setData(f"{person} {talk.id}")
        for kind in Kind:
            if kind not in [talk.kind for talk in under_way]:
                menu.addAction(pack(kind).title).setData(f"{person} {kind.value}")
        menu.addSeparator()
        menu.addAction(self.tr("Choose the questions…")).setData(f"{person} {_CHOOSE}")
        menu.addAction(self.tr("Type in from paper…")).setData(f"{person} {_PAPER}")

    def _begin_with(self, action: QAction) -> None:
        # Qt would make something else of a tuple: identities and kinds hold no space.
        person, what = str(action.data()).split(" ")
        if what == _CHOOSE:
            self._open_choosing(person)
        elif what == _PAPER:
            self._open_person(person)
            self._pages.person.open_past_talk()
        elif what in [kind.value for kind in Kind]:
            begun = self._desk.do(conversations.begin, PersonId(person), Kind(what))
            if begun.done:
                self._open_conversation(begun.value)
        else:
            self._open_conversation(what)

    def _mark_person_of(self, conversation: str) -> None:
        talk = self._desk.ask(conversations.conversation, ConversationId(conversation))
        self._side_bar.choose(person=talk.person)

    def _mark_person_planned(self, planned: str) -> None:
        plan = self._desk.ask(plans.planned, PlannedId(planned))
        self._side_bar.choose(person=plan.person)

    def _show(self, page: QWidget) -> None:
        self._pages.flush()
        # What changes at the desk is told to the side bar at once, what changes in the room not.
        is_late = self.is_in_the_room()
        self._rooms.setCurrentIndex(_AT_THE_DESK)
        self._pages.setCurrentWidget(page)
        self._start_keys.setEnabled(page is not self._pages.today)
        self._pages.refresh()
        if is_late:
            self._side_bar.refresh()
