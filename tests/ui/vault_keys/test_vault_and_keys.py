"""The page "The vault and its keys", pressed as a manager would, over a real vault."""

import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.services import settings
from desktop.ui.desk import Desk, News
from desktop.ui.keys.this_computer import this_computer
from desktop.ui.pages.vault_keys import VaultKeysPage
from desktop.ui.widgets.page_with_ways import OutcomePanel
from desktop.vault import copies, derivation, quick_unlock, recovery, slots, unlocking
from desktop.vault.keychain import Keychain, KeychainTrouble, Why
from desktop.vault.unlocking import WrongPassphrase
from tests.helpers.clock import Clock
from tests.helpers.robot import Robot
from tests.helpers.vaults import KEY, OpenVault, make_vault_with_passphrase, open_vault
from tests.vault.test_keychain import Drawer

OLD = "harbour velvet tactic onion lantern"
NEW = "seven quiet rivers in the northern hills"
SHEET = " ".join(recovery.encode(bytearray(KEY)))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault that has a passphrase, made once since each derivation takes its time."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    make_vault_with_passphrase(folder, Clock(), OLD)
    return folder


@pytest.fixture
def vault(made: Path, tmp_path: Path, clock: Clock) -> Iterator[OpenVault]:
    """A copy of it, open."""
    shutil.copytree(made, tmp_path / "vault")
    session = open_vault(tmp_path / "vault", clock)
    yield session
    session.close()


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def page(qtbot: QtBot, vault: OpenVault, desk: Desk, drawer: Drawer) -> VaultKeysPage:
    page = VaultKeysPage(desk, vault.keys, vault.backups, lambda: Keychain(drawer))
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.refresh()
    page.show()
    return page


@pytest.fixture
def robot(page: VaultKeysPage) -> Robot:
    return Robot(page)


def prove(robot: Robot, qtbot: QtBot, onward: str) -> None:
    robot.type_into("Your passphrase as it is now", OLD)
    robot.press(onward)


def until(qtbot: QtBot, robot: Robot, text: str) -> None:
    qtbot.waitUntil(lambda: robot.reads(text), timeout=20_000)


def test_the_passphrase_is_changed_and_the_recovery_key_stays(
    robot: Robot, qtbot: QtBot, vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derivation, "calibrated", derivation.at_floor)  # its seconds prove nothing
    robot.press("Change passphrase…")
    prove(robot, qtbot, "Next: new passphrase")
    until(qtbot, robot, "A new passphrase")
    robot.press("Type my own")
    for field in ("Your own passphrase", "Type it again to make sure"):
        robot.type_into(field, NEW)
    robot.press("Change passphrase")
    until(qtbot, robot, "Your passphrase is changed.")
    assert unlocking.unlock(vault.folder, NEW) == KEY
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(vault.folder, OLD)
    assert vault.keys.is_recovery_key(SHEET)


def test_nothing_is_changed_without_the_present_passphrase(
    robot: Robot, qtbot: QtBot, vault: OpenVault
) -> None:
    before = copies.read(vault.folder)
    robot.press("Renew it…")
    robot.type_into("Your passphrase as it is now", "something else entirely")
    robot.press("Next: new recovery key")
    until(qtbot, robot, "That passphrase does not open this vault.")
    assert robot.text_in("Your passphrase as it is now") == ""
    robot.press("Cancel")
    assert robot.reads("The vault and its keys")
    assert copies.read(vault.folder) == before


def test_quick_unlock_is_turned_on_and_off_again(
    robot: Robot, qtbot: QtBot, vault: OpenVault, drawer: Drawer
) -> None:
    robot.press("Turn on…")
    assert robot.reads("Every program that runs as you can read it then")
    prove(robot, qtbot, "Turn on quick unlock")
    until(qtbot, robot, "Quick unlock is on")
    assert quick_unlock.unlock(vault.folder, Keychain(drawer), this_computer()) == KEY
    robot.press("Turn off")
    assert robot.reads("That quick unlock is off.")
    qtbot.waitUntil(lambda: drawer.held == {})
    assert [slot.type for slot in copies.read(vault.folder).slots] == [slots.PASSPHRASE]


def test_a_keychain_that_fails_is_told_and_leaves_everything_as_it_was(
    qtbot: QtBot, vault: OpenVault, desk: Desk, news: News
) -> None:
    def none_here() -> Keychain:
        raise KeychainTrouble(Why.NOT_TRUSTED, "keyrings.alt.file.PlaintextKeyring")

    page = VaultKeysPage(desk, vault.keys, vault.backups, none_here)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    robot = Robot(page)
    before = copies.read(vault.folder)
    robot.press("Turn on…")
    with qtbot.waitSignal(news.troubled, timeout=20_000) as told:
        prove(robot, qtbot, "Turn on quick unlock")
    assert told.args is not None
    assert "PlaintextKeyring" in told.args[0].what_happened
    assert copies.read(vault.folder) == before


def test_a_sheet_from_the_drawer_is_checked(robot: Robot) -> None:
    robot.press("Check my sheet…")
    robot.type_into("Recovery key", " ".join(recovery.encode(bytearray(range(1, 33)))))
    robot.press("Check it")
    assert robot.reads("not of this vault as it is now")
    robot.replace_in("Recovery key", SHEET)
    robot.press("Check it")
    assert robot.reads("Your sheet is right")


def test_the_recovery_key_is_seen_again_and_nothing_of_it_stays(robot: Robot, qtbot: QtBot) -> None:
    robot.press("Print it again…")
    prove(robot, qtbot, "Next: recovery key")
    until(qtbot, robot, "A recovery key for the drawer")
    _type_groups_back(robot)
    robot.press("It is on paper")
    assert robot.reads("Your recovery key is on paper")
    assert SHEET.split()[0] not in robot.screen()


def test_the_key_is_renewed_with_a_new_sheet_and_every_way_in_stays(
    page: VaultKeysPage,
    robot: Robot,
    qtbot: QtBot,
    vault: OpenVault,
    drawer: Drawer,
    clock: Clock,
) -> None:
    way_in = vault.keys.ask_keychain(Keychain(drawer), this_computer())
    vault.keys.add_quick_unlock(way_in)
    robot.press("Renew it…")
    prove(robot, qtbot, "Next: new recovery key")
    until(qtbot, robot, "A new sheet for the drawer")
    sheet = _type_groups_back(robot)
    assert sheet != SHEET
    with qtbot.waitSignal(page.renewed, timeout=30_000) as renewed:
        robot.press("Encrypt again")
    assert renewed.args is not None
    vault.close_renewed(renewed.args[0])
    key = unlocking.unlock(vault.folder, OLD)
    assert key != bytearray(KEY)
    assert key == recovery.decode(sheet)
    assert quick_unlock.unlock(vault.folder, Keychain(drawer), this_computer()) == key
    open_again = OpenVault.open(vault.folder, key, clock)
    assert len(open_again.backups.kept()) == 1
    open_again.close()


def test_encrypting_again_can_be_stopped_and_changes_nothing(
    page: VaultKeysPage, robot: Robot, qtbot: QtBot, vault: OpenVault, drawer: Drawer
) -> None:
    vault.keys.add_quick_unlock(vault.keys.ask_keychain(Keychain(drawer), this_computer()))
    before = copies.read(vault.folder)
    drawer.silent = threading.Event()  # holds the work where it can be stopped in peace
    robot.press("Renew it…")
    prove(robot, qtbot, "Next: new recovery key")
    until(qtbot, robot, "A new sheet for the drawer")
    _type_groups_back(robot)
    robot.press("Encrypt again")
    robot.press("Stop")
    drawer.silent.set()
    until(qtbot, robot, "Stopped. Nothing was changed")
    assert copies.read(vault.folder) == before
    assert unlocking.unlock(vault.folder, OLD) == KEY


def test_backups_of_an_older_key_go_only_when_it_was_asked_twice(
    qtbot: QtBot, vault: OpenVault, news: News, clock: Clock
) -> None:
    vault.backups.make()
    renewal = vault.keys.renewal(bytearray(range(1, 33)), ())
    renewal.build(lambda _share: None)
    vault.close_renewed(renewal)
    again = OpenVault.open(vault.folder, bytearray(range(1, 33)), clock)
    page = VaultKeysPage(Desk(again.shared, news), again.keys, again.backups)
    qtbot.addWidget(page)
    page.resize(1000, 500)
    page.refresh()
    page.show()
    robot = Robot(page)

    robot.press("Remove these backups…")
    assert robot.reads("You cannot go back to the days of these backups")
    robot.keys("Esc")
    assert not robot.has("Remove them for good")
    robot.keys("Return")
    assert robot.has("Remove them for good"), "the keyboard is where it was"
    robot.press("Keep them")
    assert [point.epoch for point in again.backups.kept()] == [2, 1]

    robot.press("Remove these backups…")
    robot.press("Remove them for good")
    assert [point.epoch for point in again.backups.kept()] == [2]
    assert robot.reads("The backups under older keys are gone.")
    (said,) = page.findChildren(OutcomePanel)
    qtbot.waitUntil(lambda: not said.visibleRegion().isEmpty())
    again.close()


def test_the_minutes_until_it_locks_are_chosen_and_kept(robot: Robot, vault: OpenVault) -> None:
    assert settings.lock_after(vault.shared) == settings.LOCK_AFTER
    robot.press("30 minutes")
    assert settings.lock_after(vault.shared) == 30


def test_the_first_day_of_the_week_follows_the_system_until_it_is_chosen(
    robot: Robot, vault: OpenVault
) -> None:
    assert settings.week_begins(vault.shared) is None
    robot.press("Saturday")
    assert settings.week_begins(vault.shared) == 6
    robot.press("As on this computer")
    assert settings.week_begins(vault.shared) is None


def _type_groups_back(robot: Robot) -> str:
    QApplication.processEvents()
    found = dict(re.findall(r"Group (\d+): ((?:\w ?){4})", "\n".join(robot.names())))
    groups = [found[str(n)].replace(" ", "") for n in range(1, recovery.GROUPS + 1)]
    for number in re.findall(r"^Group (\d+)$", robot.screen(), re.MULTILINE):
        robot.type_into(f"Group {number}", groups[int(number) - 1])
    return " ".join(groups)


def test_erasing_the_vault_asks_for_the_passphrase_and_says_what_it_cannot_reach(
    page: VaultKeysPage, robot: Robot, qtbot: QtBot, vault: OpenVault
) -> None:
    vault.backups.make()
    vault.folder.with_name("vault.before-restore-1").mkdir()
    robot.press("Erase the whole vault…")
    prove(robot, qtbot, "Next: what goes")
    until(qtbot, robot, "There is no way back from here")
    assert robot.reads("With it the one backup beside it.")
    assert robot.reads("Vaults kept beside it stay: vault.before-restore-1.")
    assert robot.reads("destroy it as well")
    button = robot.find("Erase for good", QAbstractButton)
    assert not button.isEnabled()
    robot.keys("Esc")
    assert not robot.reads("There is no way back from here")
    assert (vault.folder / "notes.db").exists()

    robot.keys("Return")
    assert robot.reads("Nothing happens yet."), "the keyboard is where it was"
    robot.keys("Esc")
    assert not robot.reads("Nothing happens yet.")
    robot.press("Erase the whole vault…")
    robot.press("Cancel")
    robot.press("Erase the whole vault…")
    prove(robot, qtbot, "Next: what goes")
    until(qtbot, robot, "There is no way back from here")
    robot.press("I know that nobody can bring it back, not even with the recovery key.")
    with qtbot.waitSignal(page.erase_asked):
        robot.press("Erase for good")


def test_a_way_to_another_computer_stands_on_the_page(
    page: VaultKeysPage, robot: Robot, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.moving_asked):
        robot.press("Write the file to take along…")
