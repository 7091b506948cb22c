"""From one contract to the next: what is open is carried, what is kept is not, history stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs import save_file
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window


@pytest.fixture
def robot(
    qapp: QApplication, vault: OpenVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Robot]:
    """The window over an empty vault; the file chooser always answers the same place."""
    monkeypatch.setattr(save_file, "choose_place", lambda *_args: tmp_path / "page.pdf")
    with a_window(vault) as window:
        yield Robot(window)


def test_a_second_conversation_begins_with_what_is_still_open(
    robot: Robot, qtbot: QtBot, vault: OpenVault
) -> None:
    robot.type_into("Name", "Priya Nair")
    robot.press("Add")
    robot.press("Start a conversation")
    talk_until_the_closing(robot)
    promise(robot, "Add Priya’s", 1, "Finish the runbook", "30 Nov 2026")
    promise(robot, "Add mine", 2, "Introduce Priya to Marta", "27 Nov 2026")
    share(robot, qtbot)

    robot.press("Today", within="Side bar")
    robot.press("Introduce Priya to Marta")
    assert robot.reads("Kept: Introduce Priya to Marta")

    vault.clock.forward(days=80)
    robot.press("Priya Nair", within="Side bar")
    robot.press("Start a conversation")
    assert robot.has("Introduce Priya to Marta")
    assert robot.reads("kept")
    robot.press("Next question")
    talk_until_the_closing(robot)
    assert robot.reads("Draft of version 2")
    assert robot.text_in("Commitment 1") == "Finish the runbook"
    assert not robot.has("Take out commitment 2"), "what was kept is told, not carried on"
    assert robot.reads("Since last time")
    share(robot, qtbot)

    robot.press("Priya Nair", within="Side bar")
    assert robot.reads("Contract v2, shared today")
    robot.press("Conversations")
    assert robot.reads("shared 22 November 2026, contract v1")


def talk_until_the_closing(robot: Robot) -> None:
    """Note a line, and go to the closing by its row in the rail."""
    robot.type_into("Your notes", "Has slept better.")
    robot.press("Closing: summary and contract")


def promise(robot: Robot, add: str, number: int, what: str, day: str) -> None:
    """Write one commitment with its date."""
    robot.press(add)
    robot.type_into(f"Commitment {number}", what)
    robot.set_day(f"Date of commitment {number}", day)


def share(robot: Robot, qtbot: QtBot) -> None:
    """Look at the page that leaves, and save it."""
    robot.press("Review and send")
    qtbot.waitUntil(lambda: robot.can_press("Save PDF…"))
    robot.press("Save PDF…")
    qtbot.waitUntil(lambda: robot.reads("Saved and recorded."))
