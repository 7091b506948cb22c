"""What is kept between conversations: quick entry, goals it served, experiments, stale goals."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.moments import MomentKind
from desktop.domain.private.experiments import Verdict
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import GoalWording
from desktop.domain.signals import SignalKind
from desktop.services import goals, people
from desktop.services.private import experiments, moments, opportunities, signals, stale
from desktop.ui import look
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window
from tests.ui.pages.story import TODAY, Story, day

GOAL = "Own the design of failover"


@pytest.fixture
def robot(vault: OpenVault, qtbot: QtBot) -> Iterator[Robot]:
    story = Story(vault)
    priya = story.person("Priya Nair")
    talk = story.ended(priya, day("2026-08-20"))
    story.kept(talk, "N9", Keeping(KeptAs.LEARNING), "How to run a drill")
    story.kept(talk, "N3", Keeping(KeptAs.DRAIN), "On-call every second week")
    story.kept(talk, "D8", Keeping(KeptAs.EXPERIMENT), "Lead the failover drill")
    vault.clock.at = day("2026-04-10")
    goals.write(vault.shared, priya, GoalWording(GOAL, "2 years"))
    vault.clock.at = TODAY
    with a_window(vault) as window:
        yield Robot(window)


def choose(words: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if words in action.text()).trigger()
    menu.close()


def test_feedback_is_noted_in_two_presses_and_linked_to_a_goal(
    robot: Robot, vault: OpenVault
) -> None:
    robot.keys("Ctrl+J")
    robot.press("Priya Nair", "About")
    robot.press("Feedback I gave")
    robot.type_text("The rota review was clear")
    robot.press("Link to a goal…")
    choose(GOAL)
    robot.press("Done")

    priya = people.everybody(vault.shared)[0].id
    (kept,) = moments.of_person(vault.private, priya)
    assert kept.kind is MomentKind.FEEDBACK
    assert kept.words.says_the_same_as(PrivateText("The rota review was clear"))
    assert kept.goal == goals.of_person(vault.shared, priya)[0].id
    robot.press("Priya Nair", "Side bar")
    robot.press("Noticed")
    robot.press("Between conversations")
    assert robot.text_in("Feedback I gave, today") == "The rota review was clear"


def test_a_trigger_that_was_an_observation_is_corrected_with_its_words(
    robot: Robot, vault: OpenVault
) -> None:
    robot.keys("Ctrl+J")
    robot.press("Priya Nair", "About")
    robot.press("Less drive than before")
    robot.type_text("Camera off")
    robot.press("Something I saw")

    priya = people.everybody(vault.shared)[0].id
    assert signals.of_person(vault.private, priya) == ()
    (kept,) = moments.of_person(vault.private, priya)
    assert kept.words.says_the_same_as(PrivateText("Camera off"))


def test_what_is_typed_before_anything_is_chosen_waits_there(
    robot: Robot, vault: OpenVault
) -> None:
    robot.keys("Ctrl+J")
    robot.type_into("In your own words, if you like", "Asked about the platform team")
    robot.press("Back")
    robot.keys("Ctrl+J")

    assert robot.text_in("In your own words, if you like") == "Asked about the platform team"
    robot.press("Priya Nair", "About")
    robot.press("Something I saw")
    robot.press("Done")
    robot.keys("Ctrl+J")
    assert robot.text_in("In your own words, if you like") == ""
    priya = people.everybody(vault.shared)[0].id
    (kept,) = moments.of_person(vault.private, priya)
    assert kept.words.says_the_same_as(PrivateText("Asked about the platform team"))


def test_before_giving_feedback_one_card_shows_goals_learning_and_drains(robot: Robot) -> None:
    robot.press("Priya Nair", "Side bar")
    # While a summary is owed it lies in the menu: there is no room for a third way on.
    robot.press("Other kinds of conversation")
    choose("Before giving feedback")

    assert robot.reads("Before giving Priya feedback")
    for words in (GOAL, "How to run a drill", "On-call every second week"):
        assert robot.reads(words)

    robot.press("Note what I said")
    assert robot.reads("Noted, and kept between your conversations.")
    robot.type_text("It was too long")
    robot.press("Done")
    assert robot.reads("What you said before")
    assert robot.reads("It was too long")


def test_an_experiment_ends_with_what_it_taught_and_wrong_is_fine(
    robot: Robot, vault: OpenVault
) -> None:
    robot.press("Priya Nair", "Side bar")
    robot.press("Noticed")
    robot.press("Between conversations")
    robot.press("Try “Lead the failover drill”")
    robot.type_into("What they expect of it", "That it is fun")
    robot.press("Drop it")
    assert robot.reads("What was learned? One sentence is enough; wrong is fine too.")

    robot.type_into("What it taught", "Running it is not building it")
    robot.press("Drop it")

    assert robot.reads("Dropped today, begun today. One question less.")
    assert robot.find("Let it run on", *Robot.pressable).hasFocus()
    robot.press("Let it run on")
    assert robot.find("Keep this direction", *Robot.pressable).hasFocus()
    robot.press("Drop it")
    learned = robot.find("What it taught", QTextEdit, QPlainTextEdit)
    assert learned.accessibleDescription() == "Lead the failover drill"
    robot.press("Today", "Side bar")
    robot.press("Priya Nair", "Side bar")
    robot.press("Noticed")
    robot.press("Between conversations")
    assert robot.text_in("What it taught") == "Running it is not building it"
    priya = people.everybody(vault.shared)[0].id
    (tried,) = experiments.of_person(vault.private, priya)
    assert tried.verdict is Verdict.DROP
    assert tried.expected.says_the_same_as(PrivateText("That it is fun"))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_a_try_taught_is_written_at_once_where_today_asks_for_it(
    robot: Robot, vault: OpenVault, qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    priya = people.everybody(vault.shared)[0].id
    experiments.begin(vault.private, priya, PrivateText("Sit in on the roadmap"))
    vault.clock.at = TODAY + timedelta(days=65)
    experiments.begin(vault.private, priya, PrivateText("Lead the failover drill"))
    look.apply(qapp, "light", text_scale=scale)
    robot.root.resize(1024, 700)
    robot.press("People", "Pages")
    robot.press("Today", "Pages")

    robot.press("Write it down")
    robot.type_text("Listening is work")

    field = QApplication.focusWidget()
    assert isinstance(field, QTextEdit)
    assert field.accessibleName() == "What it taught"
    assert field.accessibleDescription() == "Sit in on the roadmap"
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() > 30)
    robot.press("Back")
    lessons = {t.learned.reveal() for t in experiments.of_person(vault.private, priya)}
    assert lessons == {"Listening is work", ""}
    look.apply(qapp, "light")
    vault.clock.at = TODAY


def test_back_on_today_the_keyboard_begins_at_the_page_where_the_row_it_was_on_is_gone(
    robot: Robot, vault: OpenVault, qtbot: QtBot
) -> None:
    priya = people.everybody(vault.shared)[0].id
    experiments.begin(vault.private, priya, PrivateText("Sit in on the roadmap"))
    vault.clock.at = TODAY + timedelta(days=65)
    robot.press("People", "Pages")
    robot.press("Today", "Pages")
    robot.press("Write it down")
    robot.type_text("Listening is work")
    robot.press("Keep this direction")

    robot.keys("Escape")
    qtbot.wait(10)
    robot.keys("Tab")

    first = QApplication.focusWidget()
    assert first is not None
    assert first.accessibleName() == "Log something I noticed"
    vault.clock.at = TODAY


def test_a_goal_that_has_not_come_up_for_long_is_on_today_until_it_does(
    robot: Robot, vault: OpenVault
) -> None:
    assert robot.reads(f"Priya’s goal “{GOAL}” has not come up for 7 months.")
    robot.press("Look at it")
    assert robot.reads(f"“{GOAL}” has not come up for 7 months.")

    robot.press("Asked, and still wanted")

    assert not robot.reads("has not come up")
    robot.press("Today", "Side bar")
    assert not robot.reads("has not come up")
    vault.clock.at = TODAY + timedelta(days=190)
    assert len(stale.goals(vault.private)) == 1
    vault.clock.at = TODAY


def test_what_is_linked_to_a_goal_keeps_it_fresh(robot: Robot, vault: OpenVault) -> None:
    priya = people.everybody(vault.shared)[0].id
    goal = goals.of_person(vault.shared, priya)[0].id
    assert stale.goals(vault.private)

    moments.note(vault.private, priya, MomentKind.ASSIGNMENT, PrivateText("The drill"), goal)

    assert stale.goals(vault.private) == ()


def test_an_opportunity_goes_into_the_register_with_one_more_press(
    robot: Robot, vault: OpenVault
) -> None:
    robot.keys("Ctrl+J")
    robot.press("Priya Nair", "About")
    robot.press("An opportunity")
    robot.press("Put it into the register as well")
    assert opportunities.register(vault.private) == ()

    robot.type_into("In your own words, if you like", "Lead of the payments rebuild")
    robot.press("Put it into the register as well")

    assert robot.reads("It stands in the register as well, marked for them.")
    (opening,) = opportunities.register(vault.private)
    assert opening.is_for(people.everybody(vault.shared)[0].id)


def test_many_signals_stay_calm_on_today(robot: Robot, vault: OpenVault) -> None:
    priya = people.everybody(vault.shared)[0].id
    for kind in SignalKind:
        signals.notice(vault.private, priya, kind)
    robot.press("People", "Side bar")
    robot.press("Today", "Side bar")

    assert not robot.reads("Back after time away")
    robot.press("Show 10 more", "Noticed, private")
    assert robot.reads("Back after time away")


def test_at_large_text_a_new_experiment_is_begun_in_sight(
    robot: Robot, qapp: QApplication, qtbot: QtBot
) -> None:
    look.apply(qapp, "light", text_scale=2.0)
    robot.root.resize(1024, 700)
    robot.press("Priya Nair", "Side bar")
    robot.press("Noticed")
    robot.press("Between conversations")

    robot.press("Begin an experiment")

    field = robot.find("What you try", QTextEdit, QPlainTextEdit)
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() > 40)
    assert field.hasFocus()
    look.apply(qapp, "light")
