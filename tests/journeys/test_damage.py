"""A damaged vault says so, whichever page of it is damaged, and nothing is overwritten."""

from pathlib import Path

from tests.helpers.program import Program
from tests.journeys import steps


def test_damage_that_only_the_first_page_meets_is_told_on_the_lock_screen(
    program: Program, tmp_path: Path
) -> None:
    passphrase, _key = steps.make_a_vault(program, "Sam Okafor", first_person="Priya Nair")
    program.do("keys_soon", "Ctrl+L")
    program.until_it_reads("Welcome back")
    notes = tmp_path / "data" / "vault" / "notes.db"
    damaged = bytearray(notes.read_bytes())
    for page in range(4, len(damaged) // 4096):
        damaged[page * 4096 + 100] ^= 0xFF
    notes.write_bytes(damaged)

    program.do("type_into", "Passphrase", passphrase)
    program.do("press", "Unlock")
    program.until_it_reads("Your vault stays closed for now")

    assert program.do("reads", "damaged")
    assert notes.read_bytes() == damaged
