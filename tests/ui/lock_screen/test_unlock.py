from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.lock_screen import Gate
from tests.ui.lock_screen.conftest import GateRobot

STATUS = "Vault: Personal · last opened yesterday, 17:42"
WRONG = "That is not the passphrase of this vault. Nothing was changed."


def test_enter_sends_the_passphrase(gate: Gate, robot: GateRobot, qtbot: QtBot) -> None:
    gate.show_unlock(STATUS)
    with qtbot.waitSignal(gate.unlock_asked) as asked:
        robot.type_into("Passphrase", "harbour velvet")
        robot.keys("Return")
    assert asked.args == ["harbour velvet"]


def test_the_button_sends_the_passphrase(gate: Gate, robot: GateRobot, qtbot: QtBot) -> None:
    gate.show_unlock(STATUS)
    robot.type_into("Passphrase", "harbour velvet")
    with qtbot.waitSignal(gate.unlock_asked) as asked:
        robot.press("Unlock")
    assert asked.args == ["harbour velvet"]


def test_nothing_is_sent_when_nothing_was_typed(gate: Gate, robot: GateRobot, qtbot: QtBot) -> None:
    gate.show_unlock(STATUS)
    with qtbot.assertNotEmitted(gate.unlock_asked):
        robot.press("Unlock")
    assert robot.reads("Please type your passphrase.")


def test_the_field_has_the_focus_and_the_status_stands_below(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock(STATUS)
    assert robot.find("Passphrase", QLineEdit).hasFocus()
    assert robot.reads(STATUS)


def test_nothing_jumps_while_the_key_is_made_and_the_window_comes(
    gate: Gate, robot: GateRobot
) -> None:
    gate.show_unlock(STATUS)
    field, button = robot.find("Passphrase", QLineEdit), robot.button("Unlock")
    places = field.geometry(), button.geometry()
    robot.type_into("Passphrase", "harbour velvet")
    robot.press("Unlock")
    assert robot.reads("Unlocking…")
    assert not field.isEnabled()
    gate.opening()
    QApplication.processEvents()
    assert robot.reads("Opening your vault…")
    assert (field.geometry(), button.geometry()) == places


def test_a_wrong_passphrase_says_so_and_clears_the_field(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock(STATUS)
    robot.type_into("Passphrase", "harbour velvet")
    robot.press("Unlock")
    gate.refuse_passphrase(WRONG, 0)
    assert robot.reads(WRONG)
    assert robot.text_in("Passphrase") == ""
    assert robot.find("Passphrase", QLineEdit).hasFocus()
    assert robot.find("Passphrase", QLineEdit).accessibleDescription() == WRONG
    assert robot.button("Unlock").isEnabled()


def test_a_cleared_passphrase_cannot_be_brought_back_by_undo(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock(STATUS)
    robot.type_into("Passphrase", "harbour velvet")
    robot.press("Unlock")
    gate.refuse_passphrase(WRONG, 0)
    robot.keys("Ctrl+Z")
    assert robot.text_in("Passphrase") == ""


def test_after_many_wrong_ones_the_button_counts_down(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    gate.show_unlock(STATUS)
    gate.refuse_passphrase(WRONG, 2)
    robot.type_into("Passphrase", "harbour velvet")
    assert not robot.button("Try again in 2 seconds").isEnabled()
    with qtbot.assertNotEmitted(gate.unlock_asked):
        robot.keys("Return")
    qtbot.waitUntil(lambda: robot.has("Try again in 1 second"))
    qtbot.waitUntil(lambda: robot.has("Unlock"))
    assert robot.text_in("Passphrase") == "harbour velvet"
    with qtbot.waitSignal(gate.unlock_asked):
        robot.keys("Return")


def test_the_wait_is_not_skipped_by_looking_elsewhere(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock(STATUS)
    gate.refuse_passphrase(WRONG, 20)
    robot.press("Use recovery key")
    robot.press("Back")
    assert not robot.has("Unlock")
    assert not robot.button("Try again in 20 seconds").isEnabled()


def test_leaving_for_the_recovery_key_forgets_what_was_typed(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock(STATUS)
    robot.type_into("Passphrase", "harbour velvet")
    robot.press("Use recovery key")
    robot.press("Back")
    assert robot.text_in("Passphrase") == ""


def test_the_passphrase_never_reaches_the_clipboard(gate: Gate, robot: GateRobot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("something harmless")
    gate.show_unlock(STATUS)
    robot.type_into("Passphrase", "harbour velvet")
    robot.press("Show passphrase")
    robot.find("Passphrase", QLineEdit).setFocus()
    for keys in ("Ctrl+A", "Ctrl+C", "Ctrl+X"):
        robot.keys(keys)
    assert robot.text_in("Passphrase") == "harbour velvet"
    assert clipboard.text() == "something harmless"


def test_a_passphrase_can_be_pasted(gate: Gate, robot: GateRobot) -> None:
    QGuiApplication.clipboard().setText("harbour velvet")
    gate.show_unlock(STATUS)
    robot.keys("Ctrl+V")
    assert robot.text_in("Passphrase") == "harbour velvet"
    QGuiApplication.clipboard().clear()


def test_a_shown_passphrase_is_hidden_again_after_a_refusal(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock(STATUS)
    robot.type_into("Passphrase", "harbour velvet")
    robot.press("Show passphrase")
    robot.press("Unlock")
    gate.refuse_passphrase(WRONG, 0)
    assert robot.has("Show passphrase")


def test_caps_lock_is_noticed_and_its_end_too(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock(STATUS)
    field = robot.find("Passphrase", QLineEdit)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClicks(field, "H", shift)
    assert not robot.reads("Caps Lock is on.")
    QTest.keyClicks(field, "H")
    assert robot.reads("Caps Lock is on.")
    QTest.keyClicks(field, "h")
    assert not robot.reads("Caps Lock is on.")


def test_the_sample_vault_tells_its_passphrase_and_has_no_recovery_key(
    gate: Gate, robot: GateRobot
) -> None:
    gate.show_unlock("Vault: Sample", sample=True)
    assert robot.reads("Sample people. The passphrase is: just looking around")
    assert not robot.has("Use recovery key")


def test_the_tab_key_goes_from_the_field_to_the_button_to_the_link(
    gate: Gate, robot: GateRobot
) -> None:
    gate.show_unlock(STATUS)
    names = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        robot.keys("Tab")
    assert names == ["Passphrase", "Show passphrase", "Unlock", "Use recovery key"]


def test_it_can_be_shown_again_after_the_window_did_not_come(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock(STATUS)
    robot.type_into("Passphrase", "harbour velvet")
    robot.press("Unlock")
    gate.opening()
    gate.show_unlock(STATUS)
    assert robot.find("Passphrase", QLineEdit).isEnabled()
    assert robot.button("Unlock").isEnabled()


def test_the_title_of_the_window_never_says_more(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock(STATUS)
    assert gate.windowTitle() == "Onward"
    robot.press("Use recovery key")
    assert gate.windowTitle() == "Onward"


def test_a_damaged_vault_says_why_it_takes_long_and_how_long_it_has_taken(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    gate.show_unlock("A part of the vault’s file is damaged.")
    gate.opening()
    gate.reading_around_damage()
    assert robot.reads("Reading what is whole…")
    assert robot.reads("That may take half a minute; nothing in it is changed.")
    qtbot.waitUntil(lambda: robot.reads("1 second so far.") or robot.reads("seconds so far."))
    gate.show_unlock("Last used today, 09:12")
    assert not robot.reads("so far.")


def test_damage_that_is_met_on_the_way_in_is_told_whatever_key_was_used(
    gate: Gate, robot: GateRobot
) -> None:
    gate.show_unlock(STATUS)
    robot.press("Use recovery key")
    gate.opening()
    gate.reading_around_damage()
    assert robot.reads("Reading what is whole…")
    assert robot.reads("The damaged file is read line by line")
