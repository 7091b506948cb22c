"""A whole vault moves to another computer in one file, or is erased from its own window."""

import sys
from pathlib import Path

import pytest

from tests.helpers.program import Program
from tests.journeys.steps import make_a_vault, unlock

pytestmark = [
    pytest.mark.timeout(400),
    pytest.mark.skipif(sys.platform == "win32", reason="ends and looks as Linux does"),
]


def test_erased_for_good_the_lock_screen_offers_a_first_vault(
    program: Program, tmp_path: Path
) -> None:
    passphrase, _ = make_a_vault(program, "Sam Okafor", "Priya Nair")
    program.do("press", "Vault and keys")
    program.do("press", "Erase the whole vault…")
    program.do("type_into", "Your passphrase as it is now", passphrase)
    program.do("press", "Next: what goes")
    program.until_it_reads("There is no way back from here")
    program.do("press", "I know that nobody can bring it back, not even with the recovery key.")
    program.do("press_soon", "Erase for good")
    program.until_it_reads("A passphrase only you know")
    assert not (tmp_path / "data" / "vault").exists()
    assert program.do("has", "Bring my vault here, from another computer or a backup")


def test_a_vault_moves_to_another_computer_in_one_file(program: Program, tmp_path: Path) -> None:
    passphrase, _ = make_a_vault(program, "Sam Okafor", "Priya Nair")
    file = tmp_path / "taken along.zip"
    program.do("press", "Vault and keys")
    program.do("press_soon", "Write the file to take along…")
    program.wait(lambda: program.do("is_waiting") or None)
    program.do("choose_file", str(file))
    program.until_it_reads("On the other computer, start Onward, press “Bring my vault here")

    (tmp_path / "new").mkdir()
    new = Program(tmp_path / "new" / "data" / "vault", tmp_path / "new")
    try:
        new.until_it_reads("A passphrase only you know")
        new.do("press", "Bring my vault here, from another computer or a backup")
        new.do("press_soon", "Choose a file…")
        new.wait(lambda: new.do("is_waiting") or None)
        new.do("choose_file", str(file))
        new.until_it_reads("Passphrase of that time")
        new.do("type_into", "Passphrase of that time", passphrase)
        new.do("press", "Look inside")
        new.until_it_reads("Inside the backup of")
        new.do("press", "Restore this backup")
        unlock(new, passphrase)
        new.until_it_reads("Priya Nair")
    finally:
        new.end()
