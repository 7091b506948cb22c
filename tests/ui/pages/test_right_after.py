"""Right after a talk: ten quiet minutes alone, and what is still to be done."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.words import PrivateText
from desktop.services.private import debriefs
from desktop.ui.main_window import MainWindow
from tests.helpers.canary import canary
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import TODAY, Story

FIELDS = {
    "What I saw": "saw",
    "What I make of it": "made_of_it",
    "What surfaced underneath the first answer": "surfaced",
    "What I promised without noticing": "promised",
    "What I avoided": "avoided",
    "What to try next time": "to_try",
}

Open = Callable[[], Robot]


@pytest.fixture
def talk(story: Story) -> ConversationId:
    """A conversation with Jun that ended an hour ago."""
    return story.ended(story.person("Jun Watanabe"), TODAY - timedelta(hours=2))


@pytest.fixture
def open_window(qtbot: QtBot, vault: OpenVault) -> Iterator[Open]:
    """Open the whole window over the vault, on Today."""
    windows = []

    def open_window() -> Robot:
        window = MainWindow()
        window.show_session(vault)
        with qtbot.waitExposed(window):
            window.show()
        windows.append(window)
        return Robot(window)

    yield open_window
    for window in windows:
        window.flush()
        window.hide()
        window.deleteLater()


def written(vault: OpenVault, talk: ConversationId) -> Debrief:
    return debriefs.of_conversation(vault.private, talk)


def test_today_offers_ten_quiet_minutes_and_what_is_typed_in_them_is_saved(
    vault: OpenVault, talk: ConversationId, open_window: Open, qtbot: QtBot
) -> None:
    robot = open_window()
    assert robot.reads("Ten quiet minutes about Jun")
    robot.press("Begin")

    for number, field in enumerate(FIELDS):
        robot.type_into(field, f"Words {number}")
    robot.press("I spoke more")

    def kept() -> list[str]:
        found = written(vault, talk)
        return [getattr(found, part).reveal() for part in FIELDS.values()]

    qtbot.waitUntil(lambda: kept() == [f"Words {n}" for n in range(6)], timeout=1000)
    assert written(vault, talk).talking is Talking.MORE
    robot.press("Done")
    assert robot.reads("After the conversation")
    robot.press("Today", within="Side bar")
    assert not robot.reads("Ten quiet minutes about Jun")


def test_the_offer_is_declined_in_one_press_and_never_made_again(
    vault: OpenVault, talk: ConversationId, open_window: Open
) -> None:
    robot = open_window()

    robot.press("Not today")

    assert not robot.reads("Ten quiet minutes")
    vault.clock.forward(minutes=5)
    robot.press("People", within="Side bar")
    robot.press("Today", within="Side bar")
    assert not robot.reads("Ten quiet minutes")


def test_a_debrief_is_reached_from_the_person_and_from_the_contract_and_reads_the_same(
    talk: ConversationId, open_window: Open
) -> None:
    robot = open_window()
    robot.press("Jun Watanabe", within="Side bar")
    robot.press("Debrief, for you alone")
    robot.type_into("What I saw", "Looked at the door.")
    robot.press("Summary and contract")
    robot.press("Debrief, for you alone")

    assert robot.text_in("What I saw") == "Looked at the door."
    assert robot.reads("Your conversation with Jun, today.")


def test_the_debriefs_of_two_people_are_kept_apart(
    vault: OpenVault, story: Story, talk: ConversationId, open_window: Open
) -> None:
    other = story.ended(story.person("Priya Nair"), TODAY - timedelta(hours=4))
    robot = open_window()
    robot.press("Jun Watanabe", within="Side bar")
    robot.press("Debrief, for you alone")
    robot.type_into("What I avoided", "Pay.")
    robot.press("Priya Nair", within="Side bar")
    robot.press("Debrief, for you alone")

    assert robot.reads("Your conversation with Priya, today.")
    assert written(vault, talk).avoided == PrivateText("Pay.")
    assert written(vault, other).avoided == PrivateText("")


def test_the_share_of_talking_is_one_of_three_and_can_be_taken_back(
    vault: OpenVault, talk: ConversationId, open_window: Open
) -> None:
    robot = open_window()
    robot.press("Begin")

    robot.press("About half")
    robot.press("I spoke less")
    chosen = written(vault, talk).talking
    robot.press("I spoke less")

    assert chosen is Talking.LESS
    assert written(vault, talk).talking is None


def test_what_i_wanted_to_try_comes_back_at_the_next_debrief(
    vault: OpenVault, story: Story, open_window: Open
) -> None:
    jun = story.person("Jun Watanabe")
    before = story.ended(jun, TODAY - timedelta(days=90))
    debriefs.write(vault.private, Debrief(before, to_try=PrivateText("Count to seven.")))
    story.ended(jun, TODAY - timedelta(hours=2))
    robot = open_window()

    robot.press("Begin")

    assert robot.reads("Last time (24 August) you wanted to try: Count to seven.")


def test_ten_thousand_lines_pasted_into_a_debrief_are_kept(
    vault: OpenVault, talk: ConversationId, open_window: Open
) -> None:
    robot = open_window()
    robot.press("Begin")
    lines = "what I saw\n" * 10_000
    QApplication.clipboard().setText(lines)

    robot.type_into("What I saw", "")
    robot.keys("Ctrl+V")
    robot.keys("x")
    robot.press("Done")

    assert written(vault, talk).saw.reveal() == lines + "x"


def test_the_checklist_counts_the_hours_and_takes_ticks(
    story: Story, talk: ConversationId, open_window: Open
) -> None:
    story.noted(talk, "N1", "Tired.")
    robot = open_window()
    robot.press("Jun Watanabe", within="Side bar")
    assert robot.reads("47 hours left")
    robot.press("Show all six")
    assert robot.reads("no date yet")
    assert robot.reads("by 29 November")

    robot.press("My promises in my calendar")
    robot.press("Summary and contract")
    robot.press("Show all six")
    assert ticked(robot) == {"My promises in my calendar", "Notes kept"}
    robot.press("My promises in my calendar")

    assert ticked(robot) == {"Notes kept"}


def test_the_hours_turn_to_lateness_when_they_are_over(
    vault: OpenVault, talk: ConversationId, open_window: Open
) -> None:
    vault.clock.forward(hours=49)
    robot = open_window()

    robot.press("Jun Watanabe", within="Side bar")

    assert robot.reads("2 hours late")


def test_without_a_talk_there_is_no_checklist_and_no_debrief(
    story: Story, open_window: Open
) -> None:
    story.begun(story.person("Priya Nair"), TODAY)
    robot = open_window()
    assert not robot.reads("Ten quiet minutes")

    robot.press("Priya Nair", within="Side bar")

    assert not robot.reads("After the conversation")
    assert not robot.has("Debrief, for you alone")


def test_a_debrief_never_stands_on_a_page_that_leaves(
    vault: OpenVault, talk: ConversationId, open_window: Open
) -> None:
    words = [canary() for _ in FIELDS]
    robot = open_window()
    robot.press("Begin")
    for field, word in zip(FIELDS, words, strict=True):
        robot.type_into(field, word)
    robot.press("Summary and contract")

    assert not [word for word in words if robot.reads(word)]


def ticked(robot: Robot) -> set[str]:
    """Return the lines of the checklist that bear a tick."""
    boxes = [box for box in robot.root.findChildren(QCheckBox) if box.isVisible()]
    return {box.accessibleName() for box in boxes if box.isChecked()}
