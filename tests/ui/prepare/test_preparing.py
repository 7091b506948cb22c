from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PersonId, PlannedId
from desktop.domain.private.preparation import CheckItem, Subject
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.messages import MessageKind
from desktop.services import messages, plans
from desktop.services.plans import Booking
from desktop.services.private import preparation
from desktop.ui.pages.prepare import PreparePage
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story, day

Show = Callable[[QWidget], Robot]


def kept(vault: OpenVault, plan: PlannedId, subject: Subject) -> PrivateText:
    return next(t.words for t in preparation.thoughts(vault.private, plan) if t.subject is subject)


def ticked(robot: Robot, name: str) -> bool:
    box = robot.find(name, QAbstractButton)
    assert isinstance(box, QAbstractButton)
    return box.isChecked()


def test_what_is_thought_is_saved_as_it_is_typed(
    vault: OpenVault, page: PreparePage, thursday: PlannedId, show: Show, qtbot: QtBot
) -> None:
    page.show_plan(thursday)
    robot = show(page)

    robot.type_into("What have I avoided saying?", "The salary.")

    def is_kept() -> bool:
        return kept(vault, thursday, Subject.AVOIDED) == PrivateText("The salary.")

    qtbot.waitUntil(is_kept, timeout=1000)


def test_before_a_first_talk_it_says_that_nothing_is_known(
    page: PreparePage, thursday: PlannedId, show: Show
) -> None:
    page.show_plan(thursday)

    assert show(page).reads("Nothing is noted about Priya yet.")


def test_words_carried_forward_say_from_when_until_they_are_changed(
    vault: OpenVault, page: PreparePage, priya: PersonId, thursday: PlannedId, show: Show
) -> None:
    preparation.write(vault.private, thursday, Subject.HOLDS_US_BACK, PrivateText("No headcount."))
    plans.begin(vault.shared, thursday)
    vault.clock.forward(days=100)
    spring = plans.book(vault.shared, priya, Booking(date(2027, 3, 5), "10:00", "60")).value

    page.show_plan(spring)
    robot = show(page)
    assert robot.text_in("What holds us back?") == "No headcount."
    assert robot.reads("from November 2026")
    assert robot.reads("You left this empty last time")

    robot.replace_in("What holds us back?", "Headcount in April.")
    assert page.flush()
    page.refresh()

    assert not robot.reads("from November 2026")
    assert kept(vault, spring, Subject.HOLDS_US_BACK) == PrivateText("Headcount in April.")
    assert kept(vault, thursday, Subject.HOLDS_US_BACK) == PrivateText("No headcount.")


def test_beside_the_thinking_stands_what_the_vault_knows(
    vault: OpenVault, page: PreparePage, story: Story, show: Show
) -> None:
    jun = story.person("Jun Watanabe")
    mine = {"Ask Ruth": "2026-08-20", "Write": "2026-12-20"}
    talk = story.agreed(jun, day("2026-08-14"), mine=mine)
    story.noted(talk, "D1", "Owning the hard problems.")
    story.noted(talk, "K5", "The rota is fixed until spring.")
    plan = plans.book(vault.shared, jun, Booking(date(2026, 11, 26), "10:00", "60")).value

    page.show_plan(plan)
    robot = show(page)

    assert not robot.reads("Nothing is noted about Jun yet.")
    assert robot.reads("Noted in one conversation:")
    assert robot.reads("A week in three years, August")
    assert robot.reads("Noted in August: The rota is fixed until spring.")
    assert robot.reads("Kept so far: 0 of 1 of your promises to Jun")
    assert robot.reads("Before that, your own 2 promises")
    assert robot.reads("First: “What has changed”")


def test_an_hour_ticks_itself_and_the_rest_is_ticked_by_hand(
    vault: OpenVault, page: PreparePage, thursday: PlannedId, show: Show
) -> None:
    page.show_plan(thursday)
    robot = show(page)
    assert ticked(robot, "An hour of its own is booked")

    robot.press("Honest about what I can offer")

    assert CheckItem.HONEST in preparation.ready(vault.private, thursday)
    robot.press("Honest about what I can offer")
    assert CheckItem.HONEST not in preparation.ready(vault.private, thursday)


def test_three_quarters_of_an_hour_are_allowed_and_named(
    vault: OpenVault, page: PreparePage, priya: PersonId, show: Show
) -> None:
    short = Booking(date(2026, 11, 26), "10:00", "45")
    page.show_plan(plans.book(vault.shared, priya, short).value)
    robot = show(page)

    assert not ticked(robot, "An hour of its own: only 45 minutes are booked")


def test_the_prompt_is_copied_in_plain_words_and_marked_as_sent_in_one_place(
    vault: OpenVault, page: PreparePage, thursday: PlannedId, show: Show
) -> None:
    page.show_plan(thursday)
    robot = show(page)

    robot.press("Copy")
    assert QGuiApplication.clipboard().text().startswith("Before Thursday, a few minutes")

    robot.press("Reflection prompt sent")
    page.refresh()

    assert ticked(robot, "Sent today")
    sent = messages.message(vault.shared, thursday, MessageKind.REFLECTION)
    assert sent.text is not None
    assert sent.text.startswith("Before Thursday")
    robot.press("Sent today")
    page.refresh()
    assert not ticked(robot, "Reflection prompt sent")


def test_own_words_of_a_message_are_kept_and_suggested_ones_follow_the_day(
    vault: OpenVault, page: PreparePage, thursday: PlannedId, show: Show
) -> None:
    page.show_plan(thursday)
    robot = show(page)
    robot.press("Invitation")
    robot.replace_in("Invitation, to Priya", "An hour for you, Priya?")
    robot.press("Reflection prompt")

    plans.move(vault.shared, thursday, Booking(date(2026, 11, 27), "15:00", "60"))
    page.refresh()

    assert robot.text_in("Reflection prompt, to Priya").startswith("Before Friday")
    robot.press("Invitation")
    assert robot.text_in("Invitation, to Priya") == "An hour for you, Priya?"


def test_nobody_is_told_to_bring_a_chart(
    page: PreparePage, thursday: PlannedId, show: Show
) -> None:
    page.show_plan(thursday)
    assert show(page).reads("Leave at home: a slide of what the organisation needs")


def test_beginning_begins_the_conversation_of_this_booking(
    vault: OpenVault, page: PreparePage, thursday: PlannedId, show: Show, qtbot: QtBot
) -> None:
    page.show_plan(thursday)
    robot = show(page)
    robot.type_into("What here could fit that?", "The resilience group.")

    with qtbot.waitSignal(page.conversation_chosen) as chosen:
        robot.press("Begin")

    assert plans.planned(vault.shared, thursday).conversation == chosen.args[0]
    words = PrivateText("The resilience group.")
    assert kept(vault, thursday, Subject.COULD_FIT) == words
