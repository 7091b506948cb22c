"""The page "Backups", pressed as a manager would, over a real vault and real backup files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Damaged
from desktop.services import people, restoring
from desktop.services.restoring import Restore
from desktop.ui.desk import Desk, News
from desktop.ui.pages.backups import BackupsPage
from tests.helpers.clock import Clock
from tests.helpers.damage import PAGE, flip
from tests.helpers.robot import Robot
from tests.helpers.vaults import KEY, OpenVault, open_vault

PASSPHRASE = "harbour velvet tactic onion lantern"


@pytest.fixture
def page(qtbot: QtBot, vault: OpenVault, desk: Desk) -> BackupsPage:
    page = BackupsPage(desk, vault.backups)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.refresh()
    page.show()
    return page


@pytest.fixture
def robot(page: BackupsPage) -> Robot:
    return Robot(page)


def until(qtbot: QtBot, robot: Robot, text: str) -> None:
    qtbot.waitUntil(lambda: robot.reads(text), timeout=20_000)


def choosing(file: Path) -> None:
    """Answer the next file dialog."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setText(str(file))
        dialog.accept()

    QTimer.singleShot(200, answer)


def test_a_look_inside_says_what_a_backup_holds(
    page: BackupsPage, robot: Robot, qtbot: QtBot, vault: OpenVault
) -> None:
    people.add(vault.shared, "Priya Nair")
    vault.backups.make()
    page.refresh()

    robot.press("Look inside the backup of Sunday 22 November 2026, 15:00")

    until(qtbot, robot, "Whole. It holds 1 person, 0 conversations.")


def test_a_damaged_backup_is_told_when_somebody_looks(
    page: BackupsPage, robot: Robot, qtbot: QtBot, vault: OpenVault
) -> None:
    made = vault.backups.make()
    page.refresh()
    content = bytearray(made.read_bytes())
    content[9000] ^= 1
    made.write_bytes(content)

    robot.press("Look inside the backup of Sunday 22 November 2026, 15:00")

    until(qtbot, robot, "damaged or incomplete")


def test_one_is_written_to_a_file_of_ones_choice(
    robot: Robot, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "on a stick.zip"
    choosing(place)

    robot.press("Back up to a file…")

    until(qtbot, robot, "on a stick.zip holds your whole vault")
    assert restoring.verify(place, bytearray(KEY)).people == 0


def test_a_restore_shows_first_what_it_would_do_and_is_built_beside_the_vault(
    page: BackupsPage, robot: Robot, qtbot: QtBot, vault: OpenVault
) -> None:
    people.add(vault.shared, "Priya Nair")
    vault.backups.make()
    people.add(vault.shared, "Tomás Ortega")
    page.refresh()
    robot.press("Restore the backup of Sunday 22 November 2026, 15:00")
    until(qtbot, robot, "Inside the backup of Sunday 22 November 2026, 15:00")
    assert robot.reads("1 person")
    assert robot.reads("vault.before-restore-1")

    with qtbot.waitSignal(page.restored, timeout=20_000) as built:
        robot.press("Restore this backup")
    restore: Restore = built.args[0]
    vault.close_restored(restore)

    again = open_vault(vault.folder, vault.clock)
    assert [each.name for each in again.shared.people.all()] == ["Priya Nair"]
    assert len(again.backups.kept()) == 1
    again.close()
    before = open_vault(vault.folder.with_name("vault.before-restore-1"), vault.clock)
    assert len(before.shared.people.all()) == 2
    before.close()


def test_a_backup_of_another_vault_asks_for_its_key_and_says_whose_it_is(
    robot: Robot, qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    file = backup_of_another(tmp_path, clock)
    choosing(file)
    robot.press("Restore from a file…")
    until(qtbot, robot, "What opens this backup?")
    qtbot.waitUntil(lambda: robot.has("Look inside"), timeout=20_000)

    robot.type_into("Passphrase of that time", "not this one at all")
    robot.press("Look inside")
    until(qtbot, robot, "does not open")
    robot.type_into("Passphrase of that time", PASSPHRASE)
    robot.press("Look inside")

    until(qtbot, robot, "It is a backup of another vault than the one here.")
    robot.press("Cancel")
    assert robot.reads("Kept beside your vault")


def test_a_file_that_is_no_backup_is_refused_in_words(
    robot: Robot, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "holiday.zip"
    file.write_bytes(b"PK not ours")
    choosing(file)
    robot.press("Restore from a file…")
    assert robot.reads("not a backup made by Onward")


def backup_of_another(folder: Path, clock: Clock) -> Path:
    """Return a backup that opens with ``PASSPHRASE``, under a key of its own."""
    from desktop.services import vaults
    from desktop.session import Session
    from desktop.vault import derivation, keyfile, unlocking

    key = bytearray(range(100, 132))
    keys = unlocking.new_keys(PASSPHRASE, key, derivation.at_floor())
    vaults.create_vault(
        folder / "other", key, keyfile.to_bytes(keys), manager_name="Ruth", now=clock()
    )
    session = Session.open(folder / "other", key, clock)
    made = session.backups.make(folder / "other.zip")
    session.close()
    return made


def test_the_vault_is_checked_on_demand(robot: Robot, qtbot: QtBot) -> None:
    robot.press("Check the vault")

    until(qtbot, robot, "Your vault was read from its first byte to its last, and it is whole.")


def test_damage_that_a_check_finds_is_told(
    robot: Robot, qtbot: QtBot, vault: OpenVault, news: News
) -> None:
    flip(vault.folder / "notes.db", 60 * PAGE + 9)

    with qtbot.waitSignal(news.troubled, timeout=20_000) as told:
        robot.press("Check the vault")

    assert isinstance(told.args[0], Damaged)
