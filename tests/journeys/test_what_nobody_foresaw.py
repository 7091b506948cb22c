"""A fault of the program itself while the vault opens: a sentence, and not a wait without end."""

from pathlib import Path

from desktop.services import people
from desktop.storage.database import Database
from tests.helpers.clock import Clock
from tests.helpers.program import Program
from tests.helpers.vaults import KEY, make_vault_with_passphrase, open_vault

PASSPHRASE = "five words of a journey"


def test_a_vault_that_no_page_can_show_is_told_on_the_lock_screen(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "vault"
    make_vault_with_passphrase(folder, Clock(), PASSPHRASE)
    vault = open_vault(folder, Clock())
    people.add(vault.shared, "Priya Nair")
    vault.close()
    database = Database(folder / "notes.db", bytearray(KEY))
    with database.transaction():
        database.write("UPDATE person SET relation = 'what nobody is'")
    database.close()

    program = Program(folder, tmp_path)
    try:
        program.until_it_reads("Welcome back")
        program.do("type_into", "Passphrase", PASSPHRASE)
        program.do("press", "Unlock")
        program.until_it_reads("Something went wrong inside Onward.")
        assert program.do("reads", "safe")
        assert "what nobody is" not in program.said()
    finally:
        program.end()
