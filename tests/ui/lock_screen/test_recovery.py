import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Trouble
from desktop.ui.lock_screen import Gate
from desktop.vault import recovery
from tests.ui.lock_screen.conftest import GateRobot

KEY = recovery.encode(bytearray(range(32)))
NOT_THIS_VAULT = "This recovery key belongs to another vault. Nothing was changed."


@pytest.fixture(autouse=True)
def forgotten(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock("Vault: Personal")
    robot.press("Use recovery key")


def give_key_and_passphrase(robot: GateRobot) -> str:
    robot.type_into("Recovery key", "-".join(KEY).lower())
    robot.press("Next: new passphrase")
    phrase = robot.phrase()
    robot.type_into("Type it once to make sure", phrase)
    robot.press("Open my vault")
    return phrase


def test_the_key_and_a_new_passphrase_are_sent_together(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(gate.recovery_asked) as asked:
        phrase = give_key_and_passphrase(robot)
    assert asked.args == ["-".join(KEY).lower(), phrase]
    assert robot.reads("Unlocking…")


def test_a_mistyped_group_is_named_beside_the_field(robot: GateRobot) -> None:
    swapped = KEY[4][1] + KEY[4][0] + KEY[4][2:]
    robot.type_into("Recovery key", " ".join([*KEY[:4], swapped, *KEY[5:]]))
    robot.keys("Return")
    assert robot.reads("Group 5 looks mistyped.")


def test_a_key_that_is_too_short_is_counted(robot: GateRobot) -> None:
    robot.type_into("Recovery key", " ".join(KEY[:13]))
    robot.press("Next: new passphrase")
    assert robot.reads("A recovery key has 14 groups of 4 characters")


def test_the_key_of_another_vault_is_refused_and_nothing_typed_is_lost(
    gate: Gate, robot: GateRobot
) -> None:
    phrase = give_key_and_passphrase(robot)
    gate.refuse_recovery_key(NOT_THIS_VAULT)
    assert robot.reads(NOT_THIS_VAULT)
    assert robot.text_in("Recovery key") == "-".join(KEY).lower()
    robot.press("Next: new passphrase")
    assert robot.text_in("Type it once to make sure") == phrase
    assert robot.button("Open my vault").isEnabled()


def test_the_key_never_reaches_the_clipboard(robot: GateRobot) -> None:
    QGuiApplication.clipboard().setText("something harmless")
    robot.type_into("Recovery key", " ".join(KEY))
    for keys in ("Ctrl+A", "Ctrl+C", "Ctrl+X"):
        robot.keys(keys)
    assert QGuiApplication.clipboard().text() == "something harmless"


def test_leaving_forgets_the_key(robot: GateRobot) -> None:
    robot.type_into("Recovery key", " ".join(KEY))
    robot.press("Back")
    robot.press("Use recovery key")
    assert robot.text_in("Recovery key") == ""


def test_once_the_vault_opens_key_and_passphrase_are_gone_from_the_window(
    gate: Gate, robot: GateRobot
) -> None:
    phrase = give_key_and_passphrase(robot)
    gate.opening()
    left = " ".join(robot.everything())
    assert robot.reads("Opening your vault…")
    assert phrase not in left
    assert KEY[0] not in left.upper()


def test_back_leads_to_the_trouble_it_came_from(gate: Gate, robot: GateRobot) -> None:
    lost = Trouble(
        what_happened="The key file is missing.",
        what_is_safe="Your notes are untouched.",
        what_to_do="Use your recovery key.",
    )
    gate.show_trouble(lost, recovery_key_helps=True)
    robot.press("Use recovery key")
    robot.press("Back")
    assert robot.reads("The key file is missing.")
