"""Every page on which somebody writes hands its words over at a lock that the disk refuses."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.limits import LimitsStep
from desktop.domain.private.preparation import Subject
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.agreement import Clause
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.messages import MessageKind
from desktop.domain.shared.shares import Way
from desktop.domain.shared.unsaved import Form
from desktop.services import (
    agreements,
    contracts,
    conversations,
    half_typed,
    messages,
    people,
    plans,
    shares,
    wording,
)
from desktop.services.plans import Booking
from desktop.services.private import experiments, limits, moments, opportunities, preparation
from desktop.session import Session
from desktop.ui.main_window import MainWindow
from tests.helpers.disk import a_full_disk, on_posix
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import promise
from tests.ui.main_window.test_a_full_disk import Desktop, desktop, talk, unlock

__all__ = ["desktop", "talk", "unlock"]

pytestmark = on_posix

Unlock = Callable[[bytes], Session]
THOUGHT = "What you will say, and what you think"


def _priya(vault: OpenVault, talk: ConversationId) -> PersonId:
    return conversations.conversation(vault.shared, talk).person


def test_what_was_thought_and_the_message_before_a_talk(
    desktop: Desktop, vault: OpenVault, talk: ConversationId, unlock: Unlock
) -> None:
    wanted = Booking(date(2026, 11, 26), "10:00", "60")
    plan = plans.book(vault.shared, _priya(vault, talk), wanted).value
    desktop.robot.press("Priya Nair", within="Side bar")
    desktop.robot.press("Prepare")
    with a_full_disk():
        desktop.robot.type_into("What have I avoided saying?", "The salary.")
        desktop.robot.replace_in("Reflection prompt, to Priya", "Think about what you enjoy.")
        sealed = desktop.lock()

    session = unlock(sealed)

    thoughts = {t.subject: t.words for t in preparation.thoughts(session.private, plan)}
    assert thoughts[Subject.AVOIDED] == PrivateText("The salary.")
    message = messages.message(session.shared, plan, MessageKind.REFLECTION)
    assert message.text == "Think about what you enjoy."


def test_what_does_not_fit_the_organisation(
    desktop: Desktop, vault: OpenVault, talk: ConversationId, unlock: Unlock
) -> None:
    priya = _priya(vault, talk)
    desktop.robot.press("Priya Nair", within="Side bar")
    desktop.robot.press("When it does not fit here")
    with a_full_disk():
        desktop.robot.type_into("What does not fit", "A staff role")
        desktop.robot.type_into(THOUGHT, "Not this year.")
        desktop.robot.type_into("For the summary you will share", "There is none this year.")
        sealed = desktop.lock()

    session = unlock(sealed)

    (found,) = limits.of_person(session.private, priya)
    assert found.ambition == PrivateText("A staff role")
    assert found.at(LimitsStep.SAY_IT) == PrivateText("Not this year.")


def test_why_a_promise_is_let_go(
    desktop: Desktop, vault: OpenVault, talk: ConversationId, unlock: Unlock
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.PDF, b"%PDF the page")
    desktop.robot.press("Priya Nair", within="Side bar")
    desktop.robot.press("Contract")
    with a_full_disk():
        desktop.robot.press("Let go: Finish the runbook")
        desktop.robot.type_into("Why, in words Priya reads too", "Platform runs it.")
        sealed = desktop.lock()

    session = unlock(sealed)

    agreed = contracts.of_conversation(session.shared, talk)
    assert agreed is not None
    [runbook] = agreed.commitments
    assert "Platform runs it." in half_typed.begun(session.shared, Form.TURN, runbook.id)


def test_the_words_of_an_opportunity(desktop: Desktop, vault: OpenVault, unlock: Unlock) -> None:
    desktop.robot.press("Opportunities", within="Side bar")
    desktop.robot.type_into("A new opportunity", "Lead of the rebuild")
    desktop.robot.press("Write it down")
    with a_full_disk():
        desktop.robot.type_into("What limits it", "No headcount.")
        sealed = desktop.lock()

    session = unlock(sealed)

    (found,) = opportunities.register(session.private)
    assert (found.what, found.limits) == (
        PrivateText("Lead of the rebuild"),
        PrivateText("No headcount."),
    )


def test_the_details_of_a_person_and_never_what_a_rule_refuses(
    desktop: Desktop, vault: OpenVault, talk: ConversationId, unlock: Unlock
) -> None:
    priya = _priya(vault, talk)
    desktop.robot.press("Priya Nair", within="Side bar")
    desktop.robot.press("Details")
    with a_full_disk():
        desktop.robot.type_into("Role", "Backend")
        desktop.robot.type_into("E-mail", "priya at home")
        sealed = desktop.lock()

    session = unlock(sealed)

    found = people.person(session.shared, priya)
    assert (found.role, found.email) == ("Backend", "")


@pytest.mark.parametrize("form", ["Details", "Book"])
def test_what_was_typed_about_one_person_stays_when_another_is_opened(
    desktop: Desktop, vault: OpenVault, talk: ConversationId, form: str
) -> None:
    people.add(vault.shared, "Tomás Ortega")
    robot, field = desktop.robot, "Role" if form == "Details" else "Minutes"
    desktop.window.read_all_again()
    robot.press("Priya Nair", within="Side bar")
    robot.press(form)
    with a_full_disk():
        robot.replace_in(field, "75")
        robot.press("Tomás Ortega", within="Side bar")
        assert robot.text_in(field) == "75"
    robot.press("Tomás Ortega", within="Side bar")
    assert not robot.reads("75")
    robot.press("Priya Nair", within="Side bar")
    robot.press(form)

    assert robot.text_in(field) == "75"


def test_the_words_of_the_agreement(
    desktop: Desktop, vault: OpenVault, talk: ConversationId, unlock: Unlock
) -> None:
    clause = next(iter(Clause))
    priya = _priya(vault, talk)
    plans.book(vault.shared, priya, Booking(date(2026, 11, 26), "10:00", "60"))
    desktop.robot.press("Priya Nair", within="Side bar")
    desktop.robot.press("Prepare")
    desktop.robot.press("Agreement")
    with a_full_disk():
        desktop.robot.replace_in(wording.clause(clause).heading, "Only if somebody is in danger.")
        sealed = desktop.lock()

    session = unlock(sealed)

    assert agreements.draft(session.shared, priya).text(clause) == "Only if somebody is in danger."


OWN_WORDS = "In your own words, if you like"


@pytest.mark.parametrize("is_full", [True, False], ids=["full", "room"])
def test_a_quick_entry_before_anything_was_chosen(
    desktop: Desktop, unlock: Unlock, qtbot: QtBot, is_full: bool
) -> None:
    desktop.robot.press("Today", within="Side bar")
    desktop.robot.press("Log something I noticed")
    with a_full_disk() if is_full else nullcontext():
        desktop.robot.type_into(OWN_WORDS, "Camera off.")
        sealed = desktop.lock()

    session = unlock(sealed)

    desktop.window.hide()
    robot = _again(session, qtbot)
    robot.press("Today", within="Side bar")
    robot.press("Log something I noticed")
    assert robot.text_in(OWN_WORDS) == "Camera off."
    robot.close()


def test_a_quick_entry_once_it_is_noted(
    desktop: Desktop, vault: OpenVault, talk: ConversationId, unlock: Unlock
) -> None:
    priya = _priya(vault, talk)
    robot = desktop.robot
    robot.press("Priya Nair", within="Side bar")
    robot.press("Noticed")
    robot.press("Between conversations")
    robot.press("Log something")
    robot.press("Feedback I gave")
    with a_full_disk():
        robot.type_into(OWN_WORDS, "The review was clear.")
        sealed = desktop.lock()
    session = unlock(sealed)
    (kept,) = moments.of_person(session.private, priya)
    assert kept.words == PrivateText("The review was clear.")


def test_what_an_experiment_taught(
    desktop: Desktop, vault: OpenVault, talk: ConversationId, unlock: Unlock
) -> None:
    priya = _priya(vault, talk)
    robot = desktop.robot
    robot.press("Priya Nair", within="Side bar")
    robot.press("Noticed")
    robot.press("Between conversations")
    robot.press("Begin an experiment")
    with a_full_disk():
        robot.type_into("What it taught", "Running it is not building it.")
        sealed = desktop.lock()

    session = unlock(sealed)

    (tried,) = experiments.of_person(session.private, priya)
    assert tried.learned == PrivateText("Running it is not building it.")


def _again(session: Session, qtbot: QtBot) -> Robot:
    """Show a window over the vault as it stands after the unlock."""
    window = MainWindow()
    window.show_session(session)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.addWidget(window, before_close_func=QWidget.hide)
    return Robot(window)


@pytest.mark.parametrize("is_full", [True, False], ids=["full", "room"])
def test_a_form_that_is_half_typed(
    desktop: Desktop, vault: OpenVault, unlock: Unlock, qtbot: QtBot, is_full: bool
) -> None:
    robot = desktop.robot
    robot.press("Playbook", within="Side bar")
    robot.press("Add a question")
    with a_full_disk() if is_full else nullcontext():
        robot.type_into("Why ask, in a line or two", "Pride points at strength.")
        robot.press("Priya Nair", within="Side bar")
        robot.press("Book")
        robot.replace_in("Minutes", "7")
        robot.press("Opportunities", within="Side bar")
        robot.type_into("A new opportunity", "Lead of the rebuild")
        sealed = desktop.lock()

    session = unlock(sealed)

    desktop.window.hide()
    robot = _again(session, qtbot)
    robot.press("Priya Nair", within="Side bar")
    robot.press("Book")
    assert robot.text_in("Minutes") == "7"
    robot.press("Opportunities", within="Side bar")
    assert robot.text_in("A new opportunity") == "Lead of the rebuild"
    robot.press("Playbook", within="Side bar")
    robot.press("Add a question")
    assert robot.text_in("Why ask, in a line or two") == "Pride points at strength."
    robot.close()
