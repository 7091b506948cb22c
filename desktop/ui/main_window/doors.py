"""The doors: one verb for each page, which says for whom it is opened and how one comes back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import ConversationId, ExperimentId, PersonId, PlannedId
from desktop.domain.moments import MomentKind
from desktop.domain.shared.goals import Sign
from desktop.domain.shared.shares import NOBODY, Document
from desktop.services import conversations, people, plans
from desktop.ui.desk import Desk
from desktop.ui.main_window.pages import Pages
from desktop.ui.main_window.showing import Showing
from desktop.ui.main_window.side_bar import (
    GOOD,
    OPPORTUNITIES,
    PEOPLE,
    PLAYBOOK,
    THEMES,
    TODAY,
    VAULT,
    SideBar,
)

_OF_THE_SIDE_BAR: dict[str, Callable[[Pages], QWidget]] = {
    TODAY: lambda pages: pages.today,
    PEOPLE: lambda pages: pages.people,
    THEMES: lambda pages: pages.themes,
    OPPORTUNITIES: lambda pages: pages.opportunities,
    PLAYBOOK: lambda pages: pages.playbook,
    GOOD: lambda pages: pages.good,
    VAULT: lambda pages: pages.vault_keys,
}


class Doors(QObject):
    """Opens every page, each for the person or the conversation it is to be about."""

    def __init__(self, desk: Desk, pages: Pages, side_bar: SideBar, showing: Showing) -> None:
        """Open ``pages`` by ``showing`` and mark in the side bar whom they are about."""
        super().__init__(showing)
        self._desk = desk
        self._pages = pages
        self._side_bar = side_bar
        self._showing = showing

    def open_first_page(self) -> None:
        """Begin where the next step is: with somebody to add, the one there is, or with today."""
        everybody = self._desk.ask(people.everybody)
        if not everybody:
            self.open_page(PEOPLE)
        elif len(everybody) == 1 and not self._desk.ask(conversations.of_person, everybody[0].id):
            self.open_person(everybody[0].id)
        else:
            self.open_page(TODAY)

    def open_page(self, key: str) -> None:
        """Open a page of the side bar by its key."""
        if key == VAULT:
            self._pages.vault_keys.open()
        self._showing.show(_OF_THE_SIDE_BAR[key](self._pages))
        self._side_bar.choose(page=key)

    def open_vault(self) -> None:
        """Open what opens and locks the vault."""
        self.open_page(VAULT)

    def open_backups(self) -> None:
        """Open the copies there are."""
        self._pages.backups.open()
        self._showing.show_from_its_top(self._pages.backups)

    def open_damage(self) -> None:
        """Open what is lost of a damaged vault, and the way back."""
        self._showing.show_from_its_top(self._pages.damage)
        self._side_bar.choose(page=VAULT)

    def take_along(self) -> None:
        """Write the one file with which the vault moves to another computer."""
        self.open_backups()
        self._pages.backups.take_along()

    def restore_at_once(self, file: Path) -> None:
        """Let a backup take the vault's place."""
        self.open_backups()
        self._pages.backups.restore_at_once(file)

    def open_bin(self) -> None:
        """Open what was deleted."""
        self._pages.bin.open()
        self._showing.show_from_its_top(self._pages.bin)
        self._side_bar.choose(page=PEOPLE)

    def open_keeping(self, person: str) -> None:
        """Open how long somebody is kept."""
        self._pages.keeping.show_person(PersonId(person))
        self._showing.show_from_its_top(self._pages.keeping)
        self._side_bar.choose(person=person)

    def open_people(self) -> None:
        """Open the list of people."""
        self.open_page(PEOPLE)

    def open_person(self, person: str) -> None:
        """Open the page of somebody."""
        self._pages.person.show_person(PersonId(person))
        self._showing.show(self._pages.person, is_read=True)
        # What a full disk refuses keeps the page with whom it was typed about.
        self._side_bar.choose(person=self._pages.person.person())

    def open_choosing(self, person: str) -> None:
        """Choose a set of questions for somebody."""
        self._pages.choosing.show_person(PersonId(person))
        self._showing.show(self._pages.choosing)
        self._side_bar.choose(person=person)

    def open_conversation(self, conversation: str) -> None:
        """Go into the room, where the talk goes on."""
        self._pages.interview.open(ConversationId(conversation))
        self._showing.go_into_the_room()

    def open_contract(self, conversation: str) -> None:
        """Open the summary and contract of a conversation."""
        self._pages.contract.show_conversation(ConversationId(conversation))
        self._showing.show_from_its_top(self._pages.contract, is_read=True)
        self._mark_person_of(conversation)

    def open_send(self, conversation: str) -> None:
        """Open the page of a conversation that would leave."""
        self._pages.send.show_conversation(ConversationId(conversation))
        self._showing.show_from_its_top(self._pages.send, is_read=True)
        self._mark_person_of(conversation)

    def open_send_agreement(self, person: str) -> None:
        """Open the agreement with somebody, to be sent."""
        self.open_paper(Document.AGREEMENT, person)

    def open_send_notes(self, person: str) -> None:
        """Open the card on how notes are kept, to be sent."""
        self.open_paper(Document.NOTES, person)

    def open_hand_over(self, person: str) -> None:
        """Open the hand-over about somebody, to be sent."""
        self.open_paper(Document.HAND_OVER, person)

    def open_theme_sheet(self) -> None:
        """Open the anonymous sheet of themes, to be sent."""
        self.open_paper(Document.THEMES, NOBODY)

    def open_paper(self, document: Document, person: str) -> None:
        self._pages.send.show_paper(document, PersonId(person))
        self._showing.step_aside(self._pages.send)

    def open_record(self, person: str) -> None:
        """Open what left about somebody."""
        self._pages.record.show_person(PersonId(person))
        self._showing.step_aside(self._pages.record)

    def open_debrief(self, conversation: str) -> None:
        """Open what the manager makes of a conversation."""
        self._pages.debrief.show_conversation(ConversationId(conversation))
        self._showing.show(self._pages.debrief)
        self._mark_person_of(conversation)

    def open_booking(self, person: str, kind: str = Kind.FULL) -> None:
        """Open the fields with which a conversation is booked."""
        self.open_person(person)
        self._pages.person.open_booking(Kind(kind))

    def open_past_talk(self, person: str) -> None:
        """Open the fields for a conversation that was written down on paper."""
        self.open_person(person)
        self._pages.person.open_past_talk()

    def begin_at_once(self, person: str, kind: str) -> None:
        """Begin a conversation and go into it."""
        begun = self._desk.do(plans.begin_kind, PersonId(person), Kind(kind))
        if begun.done:
            self.open_conversation(begun.value)

    def open_preparation(self, planned: str) -> None:
        """Open the thinking before a planned conversation."""
        self._pages.prepare.show_plan(PlannedId(planned))
        self._showing.show_from_its_top(self._pages.prepare, is_read=True)
        self._mark_person_planned(planned)

    def open_brief(self, planned: str) -> None:
        """Open the page to read right before a planned conversation."""
        self._pages.brief.show_plan(PlannedId(planned))
        self._showing.show_from_its_top(self._pages.brief, is_read=True)
        self._mark_person_planned(planned)

    def open_picking(self, planned: str) -> None:
        """Choose the questions of a planned conversation."""
        self._pages.choosing.show_plan(PlannedId(planned))
        self._showing.show_from_its_top(self._pages.choosing)

    def open_sheet(self, planned: str) -> None:
        """Open the paper sheet of a planned conversation."""
        self._pages.sheet.show_plan(PlannedId(planned))
        self._showing.show_from_its_top(self._pages.sheet)

    def open_goals(self, person: str) -> None:
        """Open the goals as agreed with somebody."""
        self._pages.goals.show_person(PersonId(person))
        self._showing.show_from_its_top(self._pages.goals)
        self._side_bar.choose(person=person)

    def open_between(self, person: str) -> None:
        """Open what happens between conversations with somebody."""
        self._pages.between.show_person(PersonId(person))
        self._showing.step_aside(self._pages.between, is_read=True)
        self._side_bar.choose(person=person)

    def open_lesson(self, person: str, experiment: str) -> None:
        """Write down what a try with somebody has taught."""
        self.open_between(person)
        self._pages.between.ask_what_it_taught(ExperimentId(experiment))

    def open_feedback(self, person: str) -> None:
        """Open what to have in mind before giving somebody feedback."""
        self._pages.feedback.show_person(PersonId(person))
        self._showing.step_aside(self._pages.feedback, is_read=True)
        self._side_bar.choose(person=person)

    def open_naming(self, person: str, sign: str) -> None:
        """Open the words with which a sign of changed goals is named."""
        self.open_goals(person)
        self._pages.goals.show_sign(Sign(sign))

    def open_notice(self) -> None:
        """Note a signal, beginning with whoever the window is about."""
        if not self._desk.ask(people.everybody):
            self.open_people()
        elif self._showing.here() is not self._pages.notice:
            alone = self._showing.is_of_the_talk(self._showing.here())
            self._pages.notice.show_anew(self._person_here(), alone=alone)
            self._showing.step_aside(self._pages.notice)
            self._pages.notice.take_keyboard()

    def open_feedback_note(self) -> None:
        """Write down the feedback that was given to whoever the window is about."""
        self.open_notice()
        self._pages.notice.choose_kind(MomentKind.FEEDBACK)

    def open_signal(self, which: str) -> None:
        """Open a signal that was noted before."""
        self._pages.notice.show_signal(which)
        self._showing.step_aside(self._pages.notice)
        self._pages.notice.take_keyboard()

    def _person_here(self) -> PersonId | None:
        """Return about whom the window is now, if it is about one person."""
        talk = self._pages.interview.conversation() if self._showing.is_in_the_room() else None
        if talk is not None:
            return self._desk.ask(conversations.conversation, talk).person
        return PersonId(self._side_bar.person) if self._side_bar.person else None

    def open_agreement(self, person: str) -> None:
        """Open what both agree on about confidentiality."""
        self._pages.agreement.show_person(PersonId(person))
        self._showing.step_aside(self._pages.agreement)

    def open_how_notes_are_kept(self, person: str) -> None:
        """Open the card on how notes are kept."""
        self._pages.how_notes_are_kept.show_person(PersonId(person))
        self._showing.step_aside(self._pages.how_notes_are_kept)

    def open_limits(self, person: str) -> None:
        """Open the steps for an ambition that does not fit."""
        self._pages.limits.show_person(PersonId(person))
        self._showing.step_aside(self._pages.limits)
        self._side_bar.choose(person=person)

    def open_sweet_spot(self, person: str) -> None:
        """Open the picture of interests, strengths and needs."""
        self._pages.sweet_spot.show_person(PersonId(person))
        self._showing.step_aside(self._pages.sweet_spot)
        self._side_bar.choose(person=person)

    def open_over_time(self, person: str, mark: str = "") -> None:
        """Open how it went with somebody over time, at a mark of the arc where one is named."""
        self._pages.over_time.show_person(PersonId(person), mark)
        self._showing.step_aside(self._pages.over_time, is_read=True)
        self._side_bar.choose(person=person)

    def open_between_the_lines(self, person: str) -> None:
        """Open how somebody's answers to the leaving question were read."""
        self._pages.between_the_lines.show_person(PersonId(person))
        self._showing.step_aside(self._pages.between_the_lines)

    def open_recall(self) -> None:
        """Open the exercise of saying by heart where somebody wants to be."""
        self.open_page(GOOD)
        self._pages.good.ask_by_heart()

    def open_about(self) -> None:
        """Open what this program is."""
        self._showing.step_aside(self._pages.about)

    def _mark_person_of(self, conversation: str) -> None:
        talk = self._desk.ask(conversations.conversation, ConversationId(conversation))
        self._side_bar.choose(person=talk.person)

    def _mark_person_planned(self, planned: str) -> None:
        plan = self._desk.ask(plans.planned, PlannedId(planned))
        self._side_bar.choose(person=plan.person)
