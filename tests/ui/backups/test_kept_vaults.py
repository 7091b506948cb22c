"""The vaults from before a restore: what is in them, and removing one after a question."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services import people, restoring
from desktop.ui.desk import Desk, News
from desktop.ui.pages.backups import BackupsPage
from tests.helpers.clock import Clock
from tests.helpers.damage import PAGE, flip
from tests.helpers.robot import Robot
from tests.helpers.vaults import KEY, OpenVault, open_vault


@pytest.fixture
def restored(vault: OpenVault, clock: Clock) -> OpenVault:
    """A vault that was restored; the one before it, with Priya, was put aside."""
    file = vault.backups.make()
    people.add(vault.shared, "Priya Nair")
    vault.close()
    restoring.restore(file, bytearray(KEY), vault.folder)
    return open_vault(vault.folder, clock)


@pytest.fixture
def robot(qtbot: QtBot, restored: OpenVault) -> Robot:
    """The page of its backups, on the screen."""
    page = BackupsPage(Desk(restored.shared, News()), restored.backups)
    qtbot.addWidget(page)
    page.resize(1040, 800)
    page.refresh()
    page.show()
    return Robot(page)


def test_a_look_inside_says_what_it_holds(robot: Robot, qtbot: QtBot, restored: OpenVault) -> None:
    robot.press("Look inside vault.before-restore-1")

    qtbot.waitUntil(lambda: robot.reads("People: 1, conversations: 0"), timeout=20_000)
    restored.close()


def test_a_damaged_one_says_so(robot: Robot, qtbot: QtBot, restored: OpenVault) -> None:
    notes = restored.folder.with_name("vault.before-restore-1") / "notes.db"
    flip(notes, 30 * PAGE + 9)

    robot.press("Look inside vault.before-restore-1")

    qtbot.waitUntil(lambda: robot.reads("A part of it is damaged"), timeout=20_000)
    restored.close()


def test_it_is_removed_after_a_question_and_the_vault_stays(
    robot: Robot, restored: OpenVault
) -> None:
    before: Path = restored.folder.with_name("vault.before-restore-1")
    robot.press("Remove vault.before-restore-1…")
    assert before.exists()
    robot.press("Keep vault.before-restore-1")
    robot.press("Remove vault.before-restore-1…")

    robot.press("Remove vault.before-restore-1 for good")

    assert not before.exists()
    assert robot.reads("vault.before-restore-1 is removed.")
    assert not robot.reads("Vaults from before a restore")
    people.add(restored.shared, "Tomás Ortega")
    restored.close()


def test_the_key_that_asks_removes_nothing_and_escape_takes_it_back(
    robot: Robot, restored: OpenVault
) -> None:
    before: Path = restored.folder.with_name("vault.before-restore-1")
    robot.press("Remove vault.before-restore-1…")
    robot.keys("Esc")
    assert not robot.has("Remove vault.before-restore-1 for good")

    robot.keys("Return")
    assert robot.has("Remove vault.before-restore-1 for good"), "the keyboard is where it was"
    robot.keys("Return")

    assert not robot.has("Remove vault.before-restore-1 for good")
    assert before.exists()
    restored.close()


def test_only_one_vault_is_asked_about_so_that_escape_is_plain(
    robot: Robot, restored: OpenVault
) -> None:
    one = restored.folder.with_name("vault.before-restore-1")
    two = restored.folder.with_name("vault.before-restore-2")
    shutil.copytree(one, two)
    page = robot.root
    assert isinstance(page, BackupsPage)
    page.refresh()
    robot.press("Remove vault.before-restore-1…")
    robot.press("Remove vault.before-restore-2…")
    assert not robot.has("Remove vault.before-restore-1 for good")

    robot.keys("Esc")

    assert not robot.has("Remove vault.before-restore-2 for good")
    assert one.exists()
    assert two.exists()
    restored.close()
