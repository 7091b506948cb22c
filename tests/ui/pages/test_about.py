"""About Onward: where the vault is, what holds here, what it is made of (K10)."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop import offline
from desktop.services import licences
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window


@pytest.fixture
def robot(qtbot: QtBot, vault: OpenVault) -> Iterator[Robot]:
    with a_window(vault) as window:
        robot = Robot(window)
        robot.press("Vault and keys", within="Side bar")
        robot.press("About Onward")
        yield robot


def test_it_names_the_version_the_place_and_every_part(robot: Robot, vault: OpenVault) -> None:
    assert robot.reads("Version 0.1.0")
    assert robot.reads(str(vault.folder))
    for part in licences.parts():
        assert robot.reads(f"{part.name} {part.version}: {part.licence}"), part.name
    assert robot.reads("Write as if they may read it one day.")


def test_it_says_what_holds_in_this_very_process_and_claims_no_more(robot: Robot) -> None:
    assert not offline.network_is_refused(), "a test process is not bound"
    assert robot.reads("Here the system does not enforce it")
    assert not robot.reads("Refused: the system itself")
    assert robot.reads("This system cannot leave a window out")


def test_back_leads_to_the_vault(robot: Robot) -> None:
    robot.press("Back to the vault")
    assert robot.reads("The vault and its keys")
