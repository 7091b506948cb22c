"""Keys that change and locks that nobody asked for, in the real program with its real processes."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.vault import copies
from tests.helpers.bus import a_bus, a_keyring, needs_keyring
from tests.helpers.logind import Logind
from tests.helpers.program import Program
from tests.journeys import steps

pytestmark = [
    needs_keyring,
    pytest.mark.skipif(sys.platform != "linux", reason="these services are Linux's"),
]


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bus that is both the session's and the system's, with a real keyring on it."""
    home = tmp_path / "keyring"
    home.mkdir()
    with a_bus(home) as address, a_keyring(home, address):
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
            monkeypatch.setenv(name, address)
        yield address


@pytest.fixture
def logind(bus: str) -> Iterator[Logind]:
    logind = Logind(bus)
    yield logind
    logind.end()


def test_a_renewed_vault_opens_with_the_same_passphrase_and_the_keychain(
    bus: str, logind: Logind, program: Program, tmp_path: Path
) -> None:
    """Quick unlock was chosen in the first run."""
    passphrase, _key = steps.make_a_vault(
        program, "Sam Okafor", first_person="Priya Nair", quick_unlock=True
    )
    program.do("press", "Vault and keys")
    program.until_it_reads("The keychain of this computer opens your vault with one press.")

    program.do("press", "Renew it…")
    program.do("type_into", "Your passphrase as it is now", passphrase)
    program.do("press", "Next: new recovery key")
    program.until_it_reads("A new sheet for the drawer")
    groups = dict(re.findall(r"Group (\d+): ((?:\w ?){4})", "\n".join(program.do("names"))))
    for number in re.findall(r"^Group (\d+)$", program.do("screen"), re.MULTILINE):
        program.do("type_into", f"Group {number}", groups[number].replace(" ", ""))
    program.do("press", "Encrypt again")
    program.until_it_reads("Your vault is encrypted under its new key.")
    assert copies.read(tmp_path / "data" / "vault").epoch == 2

    program.do("press", "Open with this computer’s keychain")
    program.until_it_reads("Priya Nair")
    program.do("keys_soon", "Ctrl+L")
    steps.unlock(program, passphrase)


def test_sleep_locks_with_a_question_open_and_what_was_typed_is_kept(
    bus: str, logind: Logind, program: Program
) -> None:
    passphrase, _key = steps.make_a_vault(program, "Sam Okafor", first_person="Priya Nair")
    assert logind.hear() == "held"
    program.do("press", "Start a conversation")
    program.do("type_into", "Your notes", "Lit up.")
    window = program.pid()
    logind.do("lock another")
    logind.do("sleep")
    program.until_it_reads("Welcome back")
    assert logind.hear() == "released"
    program.wait(lambda: None if _alive(window) else True)
    steps.unlock(program, passphrase)
    program.do("press", "Continue")
    assert program.do("text_in", "Your notes") == "Lit up."


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
