from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.lock_screen import Gate
from tests.ui.lock_screen.conftest import GateRobot


@pytest.fixture(autouse=True)
def missing(gate: Gate) -> None:
    """A gate before a vault that is not where it was."""
    gate.show_missing()


def test_it_says_where_the_vault_was_and_what_to_do(robot: GateRobot, tmp_path: Path) -> None:
    assert robot.reads("Your vault is not where it was")
    assert robot.reads(str(tmp_path / "Personal"))
    assert robot.reads("connect that")


def test_the_first_key_looks_again_and_never_begins_anew(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(gate.begin_anew_asked), qtbot.waitSignal(gate.look_again_asked):
        robot.keys("Space")


def test_a_new_vault_is_begun_when_that_is_asked_for(
    gate: Gate, robot: GateRobot, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(gate.begin_anew_asked):
        robot.press("Begin with a new vault here")


def test_a_look_in_vain_is_answered_and_forgotten_with_the_face(
    gate: Gate, robot: GateRobot
) -> None:
    gate.say_still_missing()
    assert robot.reads("It is still not there.")
    gate.show_unlock()
    gate.show_missing()
    assert not robot.reads("It is still not there.")


def test_a_folder_without_a_vault_is_named(gate: Gate, robot: GateRobot, tmp_path: Path) -> None:
    gate.say_no_vault_in(tmp_path / "Holidays")
    assert robot.reads("There is no vault in “Holidays”.")
