"""On the goals page nothing is shared but what is written for both."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.goals import GoalWording
from desktop.domain.shared.shares import Way
from desktop.services import conversations, goals, people, shares
from desktop.services.private import answers, kept
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.pages.goals import GoalsPage
from desktop.ui.private.captured_goals import CapturedGoals
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import promise

HEARD = "“On it, not near it.”"


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def talk(vault: OpenVault, priya: PersonId) -> ConversationId:
    """A conversation in which a goal was captured in private."""
    which = conversations.begin(vault.shared, priya).value
    at = (which, QuestionId("D3"))
    kept.keep(vault.private, at, Keeping(KeptAs.GOAL, "6 months"), PrivateText(HEARD))
    conversations.close(vault.shared, which)
    return which


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, private_desk: PrivateDesk, priya: PersonId, talk: ConversationId
) -> Iterator[GoalsPage]:
    page = GoalsPage(desk, CapturedGoals(private_desk))
    qtbot.addWidget(page)
    page.resize(1068, 800)
    page.show_person(priya)
    desk.news.changed.connect(page.refresh)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.hide()


def test_what_was_noted_of_a_direction_is_heard_though_nothing_was_kept_of_it(
    vault: OpenVault, page: GoalsPage
) -> None:
    jun = people.add(vault.shared, "Jun Watanabe").value
    which = conversations.begin(vault.shared, jun).value
    noted = Answer(which, QuestionId("D1"), PrivateText("“The one who is asked.”"), 0)
    answers.write(vault.private, noted)
    page.show_person(jun)
    robot = Robot(page)

    assert not robot.reads("No goal was captured in your notes yet.")
    assert robot.reads("3 years · ")
    robot.press("Write it for both: “The one who is asked.”")
    assert "The one who is asked." in robot.text_in("The goal, in words for both")


def agreed_goal(vault: OpenVault, who: PersonId, talk: ConversationId) -> None:
    goals.write(vault.shared, who, GoalWording("Lead a team of her own", "2 years"))
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.PDF, b"page")
    vault.clock.forward(days=30)


def test_a_captured_goal_is_shared_only_by_writing_it(
    page: GoalsPage, vault: OpenVault, priya: PersonId
) -> None:
    robot = Robot(page)
    assert robot.reads(HEARD)
    robot.press(f"Write it for both: {HEARD}")
    assert goals.of_person(vault.shared, priya) == ()
    robot.replace_in("The goal, in words for both", "Work on the ledger itself")
    robot.press("Growth and mastery")
    robot.press("Here")
    robot.press("Write it")

    (goal,) = goals.of_person(vault.shared, priya)
    assert (goal.now.wording.words, goal.now.wording.horizon) == (
        "Work on the ledger itself",
        "6 months",
    )
    assert robot.reads("in 6 months · Here · Growth and mastery · draft, written today")


def test_a_goal_without_words_is_named(page: GoalsPage) -> None:
    robot = Robot(page)
    robot.press("Add a goal")
    robot.press("Write it")
    assert robot.reads("What do they want?")


def test_a_change_asks_why_and_shows_the_past(
    page: GoalsPage, vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    agreed_goal(vault, priya, talk)
    page.refresh()
    robot = Robot(page)
    robot.press("Change: Lead a team of her own")
    robot.replace_in("The goal, in words for both", "Own the hard problems")
    robot.press("Write it")
    assert robot.reads("Why has it changed?")
    robot.type_into("Why it has changed", "Leading tired her.")
    robot.press("Write it")

    assert robot.reads("Own the hard problems")
    assert robot.reads("Leading tired her.")
    assert robot.reads("Before, 22 November: Lead a team of her own")


def test_the_past_names_what_else_was_other(
    page: GoalsPage, vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    agreed_goal(vault, priya, talk)
    page.refresh()
    robot = Robot(page)
    robot.press("Change: Lead a team of her own")
    for chip in ("3 years", "Elsewhere", "People leadership", "Meaning", "Set aside"):
        robot.press(chip)
    robot.type_into("Why it has changed", "Not here, she says.")
    robot.press("Write it")

    assert robot.reads("in 3 years · Elsewhere · People leadership · Meaning · Set aside")
    before = "in 2 years · Here or elsewhere · No path in particular · nothing named beneath it"
    assert robot.reads(f"Before, 22 November: {before} · Alive")


@pytest.mark.parametrize("which", range(4))
def test_each_sign_of_change_leads_to_a_revision_with_its_reason(
    page: GoalsPage, vault: OpenVault, priya: PersonId, talk: ConversationId, which: int
) -> None:
    agreed_goal(vault, priya, talk)
    page.refresh()
    robot = Robot(page)
    robot.press("Has it changed? Lead a team of her own")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[which].trigger()
    menu.close()

    robot.press("It has: write it anew, and why")
    assert not robot.reads("still what they want?")
    robot.type_text(", or the hard problems")
    robot.press("Write it")
    assert robot.reads("Why has it changed?")
    robot.type_text("The drill was the best week.")
    robot.press("Write it")
    assert robot.reads("Lead a team of her own, or the hard problems")
    assert robot.reads("The drill was the best week.")


def test_what_a_sign_leads_to_comes_into_sight_in_a_low_window(
    page: GoalsPage, vault: OpenVault, priya: PersonId, talk: ConversationId, qtbot: QtBot
) -> None:
    agreed_goal(vault, priya, talk)
    page.resize(700, 480)
    page.refresh()
    robot = Robot(page)
    robot.press("Has it changed? Lead a team of her own")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    anew = robot.find("It has: write it anew, and why", QAbstractButton)
    qtbot.waitUntil(lambda: not anew.visibleRegion().isEmpty())

    robot.press("It has: write it anew, and why")
    words = robot.find("The goal, in words for both", QTextEdit)
    assert words.hasFocus()
    qtbot.waitUntil(lambda: not words.visibleRegion().isEmpty())


def test_a_sign_of_change_gives_words_for_it_and_leads_to_the_talk(
    page: GoalsPage, vault: OpenVault, priya: PersonId, talk: ConversationId, qtbot: QtBot
) -> None:
    agreed_goal(vault, priya, talk)
    page.refresh()
    robot = Robot(page)
    robot.press("Has it changed? Lead a team of her own")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 4
    menu.actions()[1].trigger()
    menu.close()

    assert robot.reads("Is “Lead a team of her own” still what they want?")
    robot.press("Copy these words")
    assert "Priya" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(page.conversation_chosen) as chosen:
        robot.press("Begin the conversation about it")
    begun = conversations.conversation(vault.shared, ConversationId(chosen.args[0]))
    assert (begun.person, begun.is_open) == (priya, True)


def test_what_is_being_worded_is_written_when_the_page_is_left(
    page: GoalsPage, vault: OpenVault, priya: PersonId
) -> None:
    robot = Robot(page)
    robot.press("Add a goal")
    robot.type_into("The goal, in words for both", "Work on the ledger itself")

    assert page.flush()
    assert [g.now.wording.words for g in goals.of_person(vault.shared, priya)] == [
        "Work on the ledger itself"
    ]


def test_a_change_that_lacks_its_reason_waits_while_somebody_else_is_looked_at(
    page: GoalsPage, vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    agreed_goal(vault, priya, talk)
    jun = people.add(vault.shared, "Jun Watanabe").value
    page.refresh()
    robot = Robot(page)
    robot.press("Change: Lead a team of her own")
    robot.replace_in("The goal, in words for both", "Own the hard problems")

    assert page.flush()
    page.show_person(jun)
    assert not robot.has("The goal, in words for both")
    page.show_person(priya)

    assert robot.text_in("The goal, in words for both") == "Own the hard problems"
    robot.press("Not now")
    page.show_person(jun)
    page.show_person(priya)
    assert not robot.has("The goal, in words for both")


def test_after_a_change_the_contract_goes_along_and_the_team_gets_an_honest_word(
    page: GoalsPage, vault: OpenVault, priya: PersonId, talk: ConversationId, qtbot: QtBot
) -> None:
    agreed_goal(vault, priya, talk)
    page.refresh()
    robot = Robot(page)
    robot.press("Change: Lead a team of her own")
    robot.replace_in("The goal, in words for both", "Own the design of failover")
    robot.press("Write it")
    robot.type_into("Why it has changed", "The drill was the best week")
    robot.press("Write it")

    assert robot.reads("The contract serves Priya, so let it change with the goal.")
    assert not robot.reads("Fudging helps nobody")
    robot.press("It costs the team something")
    assert robot.reads("Fudging helps nobody")
    with qtbot.waitSignal(page.limits_asked) as asked:
        robot.press("Plan the way there in five honest steps")
    assert asked.args == [priya]
    with qtbot.waitSignal(page.conversation_chosen):
        robot.press("Talk it through, then revise the contract")


def test_the_goals_of_many_years_begin_with_the_newest_and_the_rest_is_a_press_away(
    page: GoalsPage, vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    for number in range(20):
        words = PrivateText(f"Goal number {number:02}")
        kept.keep(vault.private, (talk, QuestionId("D3")), Keeping(KeptAs.GOAL, "2 years"), words)
    page.refresh()
    robot = Robot(page)
    assert robot.reads(HEARD)
    assert not robot.reads("Goal number 19")

    robot.press("Show 9 more")
    assert robot.reads("Goal number 19")

    robot.press("Show less")
    assert not robot.reads("Goal number 19")
    robot.press(f"Write it for both: {HEARD}")
    robot.press("Growth and mastery")
    robot.press("Here")
    robot.press("Write it")
    (goal,) = goals.of_person(vault.shared, priya)
    assert goal.now.wording.words == HEARD
