"""The face before a vault that another computer has open."""

from datetime import UTC, date, datetime

from pytestqt.qtbot import QtBot

from desktop.ui.lock_screen import Gate
from tests.ui.lock_screen.conftest import GateRobot

TODAY = date(2026, 11, 22)


def test_it_says_since_when_by_the_other_clock(gate: Gate, robot: GateRobot) -> None:
    gate.show_elsewhere(datetime(2026, 11, 21, 14, 5, tzinfo=UTC), TODAY)
    assert robot.reads("Another computer opened this vault yesterday at 14:05, by its own clock")
    gate.show_elsewhere(datetime(2036, 11, 21, 14, 5, tzinfo=UTC), TODAY)
    assert robot.reads("21 November 2036")
    gate.show_elsewhere(None, TODAY)
    assert robot.reads("Another computer has this vault open.")


def test_it_says_how_long_nothing_came(gate: Gate, robot: GateRobot) -> None:
    gate.show_elsewhere(None, TODAY)
    assert robot.reads("Your notes are untouched")
    gate.say_quiet(4)
    assert robot.reads("Nothing came from it for 4 minutes")
    gate.say_quiet(0)
    assert robot.reads("Your notes are untouched")


def test_opening_it_here_must_be_meant(gate: Gate, robot: GateRobot, qtbot: QtBot) -> None:
    gate.show_elsewhere(None, TODAY)
    assert not robot.button("Open it here").isEnabled()
    robot.press("Nobody works with it there any more, or that computer is out of reach.")
    with qtbot.waitSignal(gate.take_over_asked):
        robot.press("Open it here")


def test_somebody_who_comes_back_is_asked_anew(gate: Gate, robot: GateRobot) -> None:
    gate.show_elsewhere(None, TODAY)
    robot.press("Nobody works with it there any more, or that computer is out of reach.")
    gate.show_unlock("")
    gate.show_elsewhere(None, TODAY)
    assert not robot.button("Open it here").isEnabled()


def test_reading_it_needs_no_promise(gate: Gate, robot: GateRobot, qtbot: QtBot) -> None:
    gate.show_elsewhere(None, TODAY)
    with qtbot.waitSignal(gate.only_read_asked):
        robot.press("Only read it here")
