"""A whole vault is erased from its own window."""

import sys
from pathlib import Path

import pytest

from tests.helpers.program import Program
from tests.journeys.steps import make_a_vault

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
