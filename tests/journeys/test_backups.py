"""Back to an earlier day, in the real program: from its window, and over a vault that is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services import people
from tests.helpers.clock import Clock
from tests.helpers.program import Program
from tests.helpers.vaults import make_vault_with_passphrase, open_vault

PASSPHRASE = "harbour velvet tactic onion lantern"


def look_inside(program: Program, which: str) -> None:
    program.do("press", which)
    program.until_it_reads("Inside the backup of")


def restore_names(program: Program) -> list[str]:
    return [name for name in program.do("names") if name.startswith("Restore the backup of")]


def backups_page(program: Program) -> None:
    program.do("press", "Vault and keys")
    program.do("press", "Look at the backups…")
    program.until_it_reads("Encrypted copies of your whole vault")


def unlock(program: Program, passphrase: str) -> None:
    program.until_it_reads("Welcome back")
    program.do("type_into", "Passphrase", passphrase)
    program.do("press", "Unlock")


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    """A vault with Priya in its one backup, and Tomás added since."""
    folder = tmp_path / "data" / "vault"
    make_vault_with_passphrase(folder, clock, PASSPHRASE)
    session = open_vault(folder, clock)
    people.add(session.shared, "Priya Nair")
    session.backups.make()
    people.add(session.shared, "Tomás Ortega")
    session.close()
    return folder


@pytest.fixture
def program(folder: Path, tmp_path: Path) -> Iterator[Program]:
    """Onward, started over that vault."""
    running = Program(folder, tmp_path)
    yield running
    running.end()


def test_a_restored_vault_comes_back_behind_the_lock_and_the_one_before_is_kept(
    program: Program, folder: Path
) -> None:
    unlock(program, PASSPHRASE)
    program.until_it_reads("Tomás Ortega")
    backups_page(program)
    look_inside(program, restore_names(program)[0])
    assert program.do("reads", "1 person")
    program.do("press", "Restore this backup")

    program.until_it_reads("The vault of before is kept beside it.")
    unlock(program, PASSPHRASE)
    program.until_it_reads("Priya Nair")
    assert not program.do("reads", "Tomás Ortega")
    assert (folder.with_name("vault.before-restore-1") / "notes.db").exists()


def test_over_a_vault_that_is_lost_the_lock_screen_offers_the_newest_backup(
    program: Program, folder: Path
) -> None:
    program.until_it_reads("Welcome back")
    (folder / "notes.db").write_bytes(b"")
    unlock(program, PASSPHRASE)
    program.until_it_reads("Your vault stays closed for now")

    program.do("press", "Restore a backup…")
    program.do("press", "Sunday 22 November 2026, 15:00")
    program.do("type_into", "Passphrase of that time", PASSPHRASE)
    look_inside(program, "Look inside")
    program.do("press", "Restore this backup")

    program.until_it_reads("Restored. Unlock it with the passphrase it had then.")
    unlock(program, PASSPHRASE)
    program.until_it_reads("Priya Nair")
