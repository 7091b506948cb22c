"""What is noticed between conversations: logged from anywhere, on Today until it is acted on."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.private.words import PrivateText
from desktop.services import conversations, people
from desktop.services.private import signals
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window
from tests.ui.pages.story import Story, day


@pytest.fixture
def robot(vault: OpenVault, qtbot: QtBot) -> Iterator[Robot]:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine={"Ask": "2026-12-20"})
    story.person("Tomás Ortega")
    with a_window(vault) as window:
        yield Robot(window)


def test_a_signal_with_a_line_of_ones_own_stands_on_today(robot: Robot) -> None:
    robot.keys("Ctrl+J")
    robot.press("Tomás Ortega", "About")
    robot.press("A promotion that stays talk")
    robot.type_text("Asked twice this month")
    robot.keys("Return")

    assert robot.reads("Log something I noticed")
    assert robot.reads("Tomás Ortega A promotion that stays talk  today")
    assert robot.reads("Asked twice this month")


def test_words_typed_straight_after_the_keys_are_noted_from_the_keyboard_alone(
    robot: Robot, vault: OpenVault
) -> None:
    robot.keys("Ctrl+J")
    robot.type_text("Asked twice about the lead opening")
    robot.keys("Return")
    assert robot.reads("Not noted yet: say about whom.")
    robot.keys("Right")
    robot.keys("Return")
    assert robot.reads("Not noted yet: say what it was.")
    robot.keys("Return")
    assert robot.reads("Noted.")
    robot.keys("Return")

    assert robot.reads("Log something I noticed"), "back where it began"
    [noted] = signals.waiting(vault.private)
    assert people.person(vault.shared, noted.signal.person).name == "Tomás Ortega"
    assert noted.signal.words == PrivateText("Asked twice about the lead opening")


@pytest.mark.parametrize("page", ["People", "Priya Nair", "Themes", "Vault and keys"])
def test_wherever_one_is_the_keys_lead_into_the_words(
    robot: Robot, vault: OpenVault, page: str
) -> None:
    robot.press(page, "Side bar")
    robot.keys("Ctrl+J")
    robot.type_text("Quiet today")

    assert robot.text_in("In your own words, if you like") == "Quiet today"


def test_in_a_talk_the_words_are_noted_about_who_is_there(robot: Robot, vault: OpenVault) -> None:
    robot.press("Priya Nair", "Side bar")
    robot.press("Start a conversation")
    robot.keys("Ctrl+J")
    robot.type_text("Looked at the door twice")
    robot.keys("Return")
    robot.keys("Return")
    robot.keys("Return")

    assert robot.has("Next question")
    priya = people.everybody(vault.shared)[0].id
    [noted] = signals.of_person(vault.private, priya)
    assert noted.signal.words == PrivateText("Looked at the door twice")


def test_a_word_on_a_signal_on_today_is_typed_at_once(robot: Robot, vault: OpenVault) -> None:
    noted_about_priya(robot, "Less drive than before")
    robot.press("Your words")
    robot.type_text("Since May")

    assert robot.text_in("In your own words, if you like") == "Since May"


def test_the_day_of_a_signal_is_never_broken_over_two_lines(robot: Robot, vault: OpenVault) -> None:
    noted_about_priya(robot, "Less drive than before")
    vault.clock.forward(days=20)
    robot.press("People", "Side bar")
    robot.press("Today", "Side bar")

    assert robot.reads("Less drive than before  22\N{NO-BREAK SPACE}November")


def test_two_clicks_on_the_persons_page_note_a_trigger(robot: Robot, vault: OpenVault) -> None:
    robot.press("Priya Nair", "Side bar")

    robot.press("Noticed")
    robot.press("Something noticed")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()

    assert robot.reads("Another organisation has been in touch  today")
    assert robot.reads("Ask what drew them")
    assert len(signals.waiting(vault.private)) == 1


def test_a_signal_leaves_today_with_its_conversation(robot: Robot, vault: OpenVault) -> None:
    noted_about_priya(robot, "Less drive than before")

    robot.press("Begin now")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(a for a in menu.actions() if "check-in" in a.text().lower()).trigger()
    menu.close()
    robot.keys("Esc")

    robot.press("Noticed")
    assert robot.reads("You talked: today")
    assert signals.waiting(vault.private) == ()


def test_book_leads_to_booking_with_that_person(robot: Robot) -> None:
    noted_about_priya(robot, "Less drive than before")

    robot.press("Book", "Noticed, private")

    assert robot.has("Book it")


def test_a_signal_is_set_aside_with_a_word_only(robot: Robot) -> None:
    noted_about_priya(robot, "Back after time away")
    robot.press("Set aside…")
    robot.press("Set aside")
    assert robot.reads("A word on why. It helps you when you look back.")

    robot.type_into("A word on why", "We spoke at lunch")
    robot.press("Set aside")

    assert not robot.reads("Back after time away")
    robot.press("Priya Nair", "Side bar")
    robot.press("Noticed")
    assert robot.reads("Set aside today: We spoke at lunch")


def test_a_wrong_kind_is_corrected_and_a_mistake_taken_back(robot: Robot, vault: OpenVault) -> None:
    robot.keys("Ctrl+J")
    robot.press("Priya Nair", "About")
    robot.press("Back after time away")
    robot.press("Less drive than before")
    assert [n.signal.kind.value for n in signals.waiting(vault.private)] == ["T3"]

    robot.press("Take it back")

    assert signals.waiting(vault.private) == ()


def test_in_the_room_it_is_about_the_person_there_and_leads_back(
    robot: Robot, vault: OpenVault
) -> None:
    robot.press("Priya Nair", "Side bar")
    robot.press("Start a conversation")
    robot.keys("Ctrl+J")
    robot.press("A hint that they think of leaving")
    robot.press("Done")

    priya = people.everybody(vault.shared)[0].id
    assert signals.of_person(vault.private, priya)
    assert conversations.of_person(vault.shared, priya)[0].is_open
    assert robot.has("Next question")


def noted_about_priya(robot: Robot, kind: str) -> None:
    robot.keys("Ctrl+J")
    robot.press("Priya Nair", "About")
    robot.press(kind)
    robot.press("Done")
