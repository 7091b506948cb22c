"""A second copy that a service put beside the notes: shown, looked into, gone back to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services import people
from desktop.ui.desk import Desk
from desktop.ui.pages.backups import BackupsPage
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault, open_vault

NAME = "notes (conflicted copy 2026-11-22).db"


@pytest.fixture
def copy(vault: OpenVault, tmp_path: Path) -> Path:
    """A copy that holds somebody whom the vault does not hold."""
    vault.close()
    shutil.copytree(vault.folder, tmp_path / "elsewhere")
    other = open_vault(tmp_path / "elsewhere", vault.clock)
    people.add(other.shared, "Priya Nair")
    other.close()
    shutil.copy(tmp_path / "elsewhere" / "notes.db", vault.folder / NAME)
    return vault.folder / NAME


@pytest.fixture
def page(qtbot: QtBot, copy: Path, vault: OpenVault, desk: Desk) -> Iterator[BackupsPage]:
    assert copy.exists()
    again = open_vault(vault.folder, vault.clock)
    qtbot.addWidget(page := BackupsPage(Desk(again.shared, desk.news), again.backups))
    page.resize(1000, 900)
    page.refresh()
    page.show()
    yield page
    again.close()


def test_it_is_named_and_a_look_says_what_it_holds_and_changes_nothing(
    page: BackupsPage, copy: Path, qtbot: QtBot
) -> None:
    robot = Robot(page)
    before = copy.read_bytes()
    assert robot.reads(NAME)
    robot.press(f"Look inside the backup of {NAME}")
    qtbot.waitUntil(lambda: robot.reads("It holds 1 person"), timeout=20_000)
    assert copy.read_bytes() == before


def test_a_damaged_one_is_told_in_words(page: BackupsPage, copy: Path, qtbot: QtBot) -> None:
    content = bytearray(copy.read_bytes())
    content[5000] ^= 1
    copy.write_bytes(content)
    robot = Robot(page)
    robot.press(f"Look inside the backup of {NAME}")
    qtbot.waitUntil(lambda: robot.reads("damaged"), timeout=20_000)


def test_it_can_be_gone_back_to_and_shows_first_what_that_does(
    page: BackupsPage, copy: Path, qtbot: QtBot
) -> None:
    robot = Robot(page)
    robot.press(f"Restore the backup of {NAME}")
    qtbot.waitUntil(lambda: robot.reads("Inside the backup of"), timeout=20_000)
    assert robot.reads("1 person")
    assert robot.reads("vault.before-restore-1")
    assert copy.exists()
    robot.press("Cancel")
    assert robot.reads(NAME)
