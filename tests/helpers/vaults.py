"""A real encrypted vault in a folder of the test's own, opened with a key of the test's own."""

from pathlib import Path

from desktop.domain import ids
from desktop.services import vaults
from desktop.session import Session
from desktop.vault.keyfile import KeyFile, to_bytes
from tests.helpers.clock import Clock

KEY = bytes(range(32))


class OpenVault(Session):
    """A session whose clock and folder a test can reach."""

    clock: Clock
    folder: Path


def make_vault(folder: Path, clock: Clock, manager_name: str = "Sam Okafor") -> None:
    """Make a vault that opens with ``KEY``; it has no passphrase slot, so it is made at once."""
    keys = KeyFile(vault_id=ids.fresh(), epoch=1, seq=1, slots=())
    vaults.create_vault(
        folder, bytearray(KEY), to_bytes(keys), manager_name=manager_name, now=clock()
    )


def make_vault_with_passphrase(folder: Path, clock: Clock, passphrase: str) -> None:
    """Make a vault that opens with ``KEY`` and with a passphrase, at the cheapest derivation."""
    from desktop.vault import derivation, unlocking

    keys = unlocking.new_keys(passphrase, bytearray(KEY), derivation.at_floor())
    vaults.create_vault(
        folder, bytearray(KEY), to_bytes(keys), manager_name="Sam Okafor", now=clock()
    )


def open_vault(folder: Path, clock: Clock) -> OpenVault:
    """Open a vault made by ``make_vault``."""
    session = OpenVault.open(folder, bytearray(KEY), clock)
    session.clock, session.folder = clock, folder
    return session
