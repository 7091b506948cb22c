"""It locks whatever is on the screen: what waits for an answer cannot hold it up (row 12)."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.bus import a_bus, needs_bus
from tests.helpers.logind import Logind
from tests.helpers.memory import copies_in_memory
from tests.helpers.program import Program
from tests.journeys.steps import make_a_vault, unlock

pytestmark = [
    needs_bus,
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's"),
]

OPEN = ("menu", "file chooser", "question in a question")


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
    logind.do("sleep")
    program.wait(lambda: gone(window))
    program.until_it_reads("Welcome back")
    assert not program.do("reads", "Priya"), "a locked window shows no name"
    assert copies_in_memory([program.pid()], canary) == 0
    if what == OPEN[-1]:
        unlock(program, passphrase)
        program.do("press", "Continue")
        assert program.do("text_in", "Your notes") == canary
