"""Quick unlock as it was chosen in the first run: turned on, or named why not."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.app.first_choice import FirstChoice
from desktop.domain.errors import Trouble
from desktop.ui.jobs import Job
from desktop.ui.keys.this_computer import this_computer
from desktop.vault import copies, quick_unlock
from desktop.vault.keychain import Keychain, KeychainTrouble, Why
from tests.helpers.vaults import KEY, OpenVault
from tests.vault.test_keychain import Drawer


def test_the_keychain_opens_the_vault_from_now_on(vault: OpenVault, qtbot: QtBot) -> None:
    keychain = Keychain(Drawer())
    parent = QObject()
    choice = FirstChoice(parent, lambda: keychain)
    with qtbot.waitSignal(choice.turned_on):
        choice.start(vault)
    assert quick_unlock.unlock(vault.folder, keychain, this_computer()) == KEY


def test_one_that_keeps_secrets_readable_is_named_and_nothing_is_turned_on(
    vault: OpenVault, qtbot: QtBot
) -> None:
    def none_here() -> Keychain:
        raise KeychainTrouble(Why.NOT_TRUSTED, "keyrings.alt.file.PlaintextKeyring")

    parent = QObject()
    choice = FirstChoice(parent, none_here)
    with qtbot.waitSignal(choice.troubled) as told:
        choice.start(vault)
    trouble: Trouble = told.args[0]
    assert "PlaintextKeyring" in trouble.what_happened
    assert quick_unlock.of_computer(copies.read(vault.folder), this_computer()) == ()


def test_after_a_lock_it_comes_too_late(vault: OpenVault, qtbot: QtBot) -> None:
    parent, drawer = QObject(), Drawer()
    choice = FirstChoice(parent, lambda: Keychain(drawer))
    choice.start(vault)
    choice.stop()
    qtbot.waitUntil(lambda: bool(drawer.held) and not choice.findChildren(Job))
    assert quick_unlock.of_computer(copies.read(vault.folder), this_computer()) == ()
