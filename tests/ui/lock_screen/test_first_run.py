import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.keys.recovery_key import RecoveryKeyStep
from desktop.ui.lock_screen import Gate, NewVault
from desktop.vault import passphrase, recovery
from tests.helpers.robot import Robot
from tests.ui.backups.test_backups import choosing
from tests.ui.lock_screen.conftest import GateRobot


@pytest.fixture(autouse=True)
def first_run(gate: Gate) -> None:
    gate.show_first_run()


def test_three_steps_hand_over_all_that_a_vault_needs(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    phrase = robot.give_a_passphrase()
    key = " ".join(robot.key_groups())
    robot.give_groups_back()
    robot.type_into("Your name", "  Sam Okafor ")
    robot.type_into("Who will you talk with first?", "Priya Raman")
    with qtbot.waitSignal(gate.create_asked) as asked:
        robot.press("Open my vault")
    assert asked.args == [NewVault(phrase, recovery.decode(key), "Sam Okafor", "Priya Raman")]
    assert robot.reads("Making your vault…")


def test_quick_unlock_is_off_unless_it_is_chosen_and_says_what_it_costs(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    robot.give_a_passphrase()
    robot.give_groups_back()
    robot.type_into("Your name", "Sam Okafor")
    assert robot.reads("Every program that runs as you can read it then")
    robot.press("Quick unlock: this computer’s keychain opens my vault with one press")
    with qtbot.waitSignal(gate.create_asked) as asked:
        robot.press("Open my vault")
    assert asked.args[0].quick_unlock


def test_what_is_handed_over_shows_nothing_by_accident() -> None:
    new = NewVault("harbour velvet", bytearray(b"k" * 32), "Sam Okafor", "Priya Raman")
    assert repr(new) == "NewVault()"


def test_the_suggested_phrase_has_five_words_and_says_how_long_it_stands(
    robot: GateRobot,
) -> None:
    words = set(passphrase.words())
    assert len(robot.phrase().split(" ")) == 5
    assert set(robot.phrase().split(" ")) <= words
    assert robot.reads("Would take a thief with 100 graphics cards longer than history")


def test_another_phrase_is_another_and_the_field_is_empty_again(robot: GateRobot) -> None:
    first = robot.phrase()
    robot.type_into("Type it once to make sure", "half of it")
    robot.press("Another one")
    assert robot.phrase() != first
    assert robot.text_in("Type it once to make sure") == ""


def test_a_mistyped_phrase_is_refused_beside_the_field(robot: GateRobot) -> None:
    robot.type_into("Type it once to make sure", robot.phrase() + "s")
    robot.press("Next: recovery key")
    assert robot.reads("These are not the words above.")
    assert robot.find("Type it once to make sure", QLineEdit).hasFocus()


def test_a_phrase_that_was_not_typed_is_asked_for(robot: GateRobot) -> None:
    robot.press("Next: recovery key")
    assert robot.reads("Please type the five words once.")


def test_the_suggested_phrase_never_reaches_the_clipboard(robot: GateRobot) -> None:
    QGuiApplication.clipboard().setText("something harmless")
    robot.type_into("Type it once to make sure", robot.phrase())
    for keys in ("Ctrl+A", "Ctrl+C", "Ctrl+X"):
        robot.keys(keys)
    assert QGuiApplication.clipboard().text() == "something harmless"


def test_a_short_passphrase_of_ones_own_is_refused(robot: GateRobot) -> None:
    robot.press("Type my own")
    robot.type_into("Your own passphrase", "eleven char")
    robot.press("Next: recovery key")
    assert robot.reads("Please use at least 12 characters.")


def test_a_passphrase_of_ones_own_is_measured_in_words(robot: GateRobot, qtbot: QtBot) -> None:
    robot.press("Type my own")
    robot.type_into("Your own passphrase", "our dog is rex")
    qtbot.waitUntil(lambda: robot.reads("Would take a thief with 100 graphics cards about"))
    field = robot.find("Your own passphrase", QLineEdit)
    assert "graphics cards about" in field.accessibleDescription()
    robot.type_into("Your own passphrase", " velvet zebra tactic onion lantern")
    qtbot.waitUntil(lambda: robot.reads("longer than history"))


def test_a_weak_passphrase_is_asked_about_once_and_then_taken(robot: GateRobot) -> None:
    robot.press("Type my own")
    robot.type_into("Your own passphrase", "password1234")
    robot.type_into("Type it again to make sure", "password1234")
    robot.press("Next: recovery key")
    assert robot.reads("could find this one in less than a second")
    for field in ("Your own passphrase", "Type it again to make sure"):
        robot.replace_in(field, "password12345")
    robot.press("Next: recovery key")
    assert robot.reads("could find this one in"), "another weak one is another question"
    robot.press("Next: recovery key")
    assert robot.reads("A recovery key for the drawer")


def test_a_passphrase_that_would_stand_is_taken_without_a_question(robot: GateRobot) -> None:
    robot.press("Type my own")
    for field in ("Your own passphrase", "Type it again to make sure"):
        robot.type_into(field, "velvet zebra tactic onion lantern")
    robot.press("Next: recovery key")
    assert robot.reads("A recovery key for the drawer")


def test_a_passphrase_of_ones_own_has_to_be_typed_twice(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    robot.press("Type my own")
    robot.type_into("Your own passphrase", "fjord kettle 19 plum")
    robot.press("Next: recovery key")
    assert robot.reads("Please type your passphrase a second time.")
    robot.type_into("Type it again to make sure", "fjord kettle 19 plums")
    robot.press("Next: recovery key")
    assert robot.reads("This is not the same as above.")
    robot.replace_in("Type it again to make sure", "fjord kettle 19 plum")
    robot.keys("Return")
    robot.give_groups_back()
    robot.type_into("Your name", "Sam Okafor")
    with qtbot.waitSignal(gate.create_asked) as asked:
        robot.press("Open my vault")
    assert asked.args is not None
    assert asked.args[0].passphrase == "fjord kettle 19 plum"
    assert asked.args[0].first_person == ""


def test_both_groups_have_to_be_typed_back(robot: GateRobot) -> None:
    robot.give_a_passphrase()
    right, wrong = robot.asked_groups()
    groups = robot.key_groups()
    robot.type_into(f"Group {right}", groups[right - 1].lower())
    robot.press("Next: first person")
    assert robot.reads("Please type the four characters of this group.")
    robot.type_into(f"Group {wrong}", "0000" if groups[wrong - 1] != "0000" else "1111")
    robot.press("Next: first person")
    assert robot.reads("This is not that group.")
    assert robot.find(f"Group {wrong}", QLineEdit).hasFocus()


def test_the_two_groups_are_covered_while_they_are_typed(robot: GateRobot) -> None:
    robot.give_a_passphrase()
    before = robot.key_groups()
    first, second = robot.asked_groups()
    robot.type_into(f"Group {first}", "")
    assert robot.key_groups()[first - 1] == robot.key_groups()[second - 1] == "covered"
    assert not robot.reads(before[first - 1])
    robot.button("Print…").setFocus()
    assert robot.key_groups() == before


def test_without_a_printer_the_key_stays_to_be_copied_by_hand(
    robot: GateRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    robot.give_a_passphrase()
    before = robot.key_groups()
    robot.press("Print…")
    assert robot.reads("No printer is set up on this computer.")
    assert robot.key_groups() == before


def test_the_sheet_can_be_saved_instead_and_says_what_that_means(
    robot: GateRobot, tmp_path: Path, qtbot: QtBot
) -> None:
    robot.give_a_passphrase()
    groups = robot.key_groups()
    place = tmp_path / "stick" / "sheet.pdf"
    place.parent.mkdir()
    choosing(place)
    robot.press("Save it instead…")
    qtbot.waitUntil(lambda: robot.reads("Whoever finds this file can read everything"))
    with pypdfium2.PdfDocument(place) as document:
        words = " ".join(document[0].get_textpage().get_text_range().split())
    assert all(" ".join(group) in words for group in groups)
    assert place.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_a_sheet_that_cannot_be_saved_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    def where_no_folder_is(*_asked: object) -> Path:
        return tmp_path / "gone" / "sheet.pdf"

    step = RecoveryKeyStep("vault", aside="", onward="", choose_place=where_no_folder_is)
    qtbot.addWidget(step)
    step.begin()
    step.show()
    robot = Robot(step)
    robot.press("Save it instead…")
    assert robot.reads("“sheet.pdf” could not be saved: its folder is not there any more.")


def test_going_back_loses_nothing_and_the_key_stays_the_same(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    phrase = robot.give_a_passphrase()
    key = robot.key_groups()
    robot.give_groups_back()
    robot.type_into("Your name", "Sam Okafor")
    robot.press("Back")
    robot.press("Back")
    assert robot.phrase() == phrase
    assert robot.text_in("Type it once to make sure") == phrase
    robot.press("Next: recovery key")
    assert robot.key_groups() == key
    robot.press("Next: first person")
    assert robot.text_in("Your name") == "Sam Okafor"


def test_an_empty_name_is_refused_beside_the_field(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    robot.give_a_passphrase()
    robot.give_groups_back()
    robot.type_into("Your name", "   ")
    with qtbot.assertNotEmitted(gate.create_asked):
        robot.press("Open my vault")
    assert robot.reads("Please write your name: it stands on the page you share.")


def test_the_steps_are_named_to_a_screen_reader(robot: GateRobot) -> None:
    assert "Step 1 of 3: Passphrase" in robot.spoken()
    robot.give_a_passphrase()
    assert "Step 2 of 3: Recovery key" in robot.spoken()


def test_looking_around_first_is_one_press(gate: Gate, robot: GateRobot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(gate.sample_asked):
        robot.press("Look around with sample people first")
    assert robot.reads("Inviting the sample people…")


def test_once_the_vault_opens_every_secret_is_gone_from_the_window(
    gate: Gate, robot: GateRobot
) -> None:
    phrase = robot.give_a_passphrase()
    groups = robot.key_groups()
    robot.give_groups_back()
    robot.type_into("Your name", "Sam Okafor")
    robot.press("Open my vault")
    gate.opening()
    left = " ".join([*robot.everything(), *robot.spoken()])
    assert robot.reads("Opening your vault…")
    assert phrase not in left
    assert not [group for group in groups if group in left]


def test_after_trouble_it_begins_anew_with_another_key(gate: Gate, robot: GateRobot) -> None:
    robot.give_a_passphrase()
    key = robot.key_groups()
    gate.show_first_run()
    robot.give_a_passphrase()
    assert len(robot.key_groups()) == 14
    assert robot.key_groups() != key
