"""It locks whatever is on the screen: what waits for an answer cannot hold it up (row 12)."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services import restoring
from tests.helpers.bus import a_bus, needs_bus
from tests.helpers.logind import Logind
from tests.helpers.memory import copies_in_memory
from tests.helpers.program import Program
from tests.helpers.screen import needs_screen, screen
from tests.journeys.steps import make_a_vault, unlock

pytestmark = [
    needs_bus,
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's"),
]

BOUND_S = 30.0
"""Far above the second that it takes, for a machine on which much else runs."""

OPEN = ("menu", "file chooser", "print dialog", "question in a question")


@pytest.fixture
def logind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Logind]:
    home = tmp_path / "bus"
    home.mkdir()
    with a_bus(home) as address:
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
            monkeypatch.setenv(name, address)
        logind = Logind(address)
        yield logind
        logind.end()


def gone(pid: int) -> bool | None:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    return state == "Z" or None


@pytest.mark.parametrize("what", OPEN)
def test_what_waits_for_an_answer_holds_no_lock_up(
    logind: Logind, program: Program, what: str
) -> None:
    passphrase, _ = make_a_vault(program, "Sam Okafor", "Priya Nair")
    program.do("press", "Start a conversation")
    canary = "Zq" + "fluorspar" + "7"
    program.do("type_into", "Your notes", canary)
    window = program.pid()
    program.do("open_soon", what)
    program.wait(lambda: program.do("is_waiting") or None)
    assert copies_in_memory([window], canary), "the search sees what is there"
    locked_within_bounds(logind, program, window)
    assert not program.do("reads", "Priya"), "a locked window shows no name"
    assert copies_in_memory([program.pid()], canary) == 0
    if what == OPEN[-1]:
        unlock(program, passphrase)
        program.do("press", "Continue")
        assert program.do("text_in", "Your notes") == canary


@needs_screen
def test_something_that_is_dragged_holds_no_lock_up(logind: Logind, tmp_path: Path) -> None:
    with screen() as on_a_screen:
        program = Program(tmp_path / "data" / "vault", tmp_path, screen=on_a_screen)
        try:
            make_a_vault(program, "Sam Okafor", "Priya Nair")
            window = program.pid()
            program.do("open_soon", "drag")
            program.wait(lambda: program.do("is_waiting") or None)
            locked_within_bounds(logind, program, window)
        finally:
            program.end()


def test_what_is_being_composed_is_saved_with_the_rest(logind: Logind, program: Program) -> None:
    passphrase, _ = make_a_vault(program, "Sam Okafor", "Priya Nair")
    program.do("press", "Start a conversation")
    program.do("type_into", "Your notes", "She said: ")
    program.do("compose_into", "Your notes", "\u304d\u307c\u3046")
    locked_within_bounds(logind, program, program.pid())
    unlock(program, passphrase)
    program.do("press", "Continue")
    assert program.do("text_in", "Your notes") == "She said: \u304d\u307c\u3046"


def test_a_backup_that_is_being_written_holds_no_lock_up(
    logind: Logind, program: Program, tmp_path: Path
) -> None:
    passphrase, _ = make_a_vault(program, "Sam Okafor", "Priya Nair")
    place = tmp_path / "taken along.zip"
    window = program.pid()
    program.do("press", "Vault and keys")
    program.do("press", "Look at the backups\u2026")
    program.do("press_soon", "Back up to a file\u2026")
    program.wait(lambda: program.do("is_waiting") or None)
    program.do("choose_file", str(place))
    locked_within_bounds(logind, program, window)
    if place.exists():
        restoring.made(place)  # whole, or Trouble
    unlock(program, passphrase)


def locked_within_bounds(logind: Logind, program: Program, window: int) -> None:
    """Let the system fall asleep; it waits until the window has closed, and the window is gone."""
    asked = time.monotonic()
    logind.do("sleep")
    program.wait(lambda: gone(window))
    assert time.monotonic() - asked < BOUND_S
    program.until_it_reads("Welcome back")
