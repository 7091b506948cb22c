"""What other computers did to the vault is said above the page, until it was read."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.services import people
from desktop.ui.main_window import MainWindow
from desktop.vault.last_seen import LastSeen
from tests.helpers.clock import Clock
from tests.helpers.robot import Robot
from tests.helpers.vaults import KEY, OpenVault, make_vault


def opened(folder: Path, now: Clock) -> OpenVault:
    here = LastSeen(folder.parent / "computer.json")
    return OpenVault.open(folder, bytearray(KEY), now, here=here)


def test_each_is_put_away_by_itself_and_saving_takes_none_away(
    qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    folder = tmp_path / "Nextcloud" / "vault"
    make_vault(folder, clock)
    (folder / "notes 2.db").write_bytes((folder / "notes.db").read_bytes())
    session = opened(folder, clock)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_session(session)
    window.show()
    robot = Robot(window)
    assert robot.reads("second copy of your notes in the vault folder: “notes 2.db”")
    people.add(session.shared, "Priya Nair")
    window.read_all_again()
    assert robot.reads("notes 2.db")
    robot.press("Understood")
    assert robot.reads("a folder that Nextcloud carries to other computers")
    robot.press("Understood")
    assert not robot.reads("Nextcloud")
    window.hide()
    session.close()

    again = opened(folder, clock)
    assert [each.names for each in again.presence.found()] == [("notes 2.db",)]
    again.close()


def test_it_leads_to_the_backups(qtbot: QtBot, tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "vault"
    make_vault(folder, clock)
    (folder / "notes 2.db").write_bytes((folder / "notes.db").read_bytes())
    session = opened(folder, clock)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_session(session)
    window.show()
    robot = Robot(window)
    robot.press("Show the backups")
    assert robot.reads("Second copies in the vault folder")
    window.hide()
    session.close()
