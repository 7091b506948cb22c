"""The choices about what Onward does while nobody looks, as a manager makes them."""

import sys
from pathlib import Path

import pytest

from desktop.domain.reminders import Reminders
from desktop.services import at_login, reminders
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault

CARD = "When you are not looking"


@pytest.fixture
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What this computer keeps for its user lies with the test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    # The vault of a test lies where the one of the sample people does.
    monkeypatch.setattr(at_login, "is_offered", lambda _folder: True)


@pytest.fixture
def robot(own_settings: None, in_the_window: Robot) -> Robot:
    return in_the_window


def test_reminders_are_turned_off_and_discreet_again(robot: Robot, vault: OpenVault) -> None:
    robot.press("Off", "Reminders by the system")
    assert reminders.how(vault.shared) is Reminders.OFF

    robot.press("Discreet")
    assert reminders.how(vault.shared) is Reminders.DISCREET


@pytest.mark.skipif(sys.platform != "linux", reason="the file of other systems is another")
def test_starting_at_sign_in_is_a_choice_that_is_off(robot: Robot) -> None:
    assert not at_login.is_on()

    robot.press("On", "Start when I sign in")
    assert at_login.is_on()

    robot.press("Off", "Start when I sign in")
    assert not at_login.is_on()
