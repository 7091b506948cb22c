"""A whole session under the eyes of strace: what sockets it opened, and what files it wrote."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.canary import canary, files_holding, finds
from tests.helpers.memory import with_in_environment
from tests.helpers.program import Program
from tests.journeys.steps import make_a_vault, unlock

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here"),
]

CANARY = canary()
NAME = f"Priya {canary()}"
OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|]+)')
SOCKET = re.compile(r"socket\((AF_\w+)[^)]*\)\s+= (-?\w+)")


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    return tmp_path / "trace"


@pytest.fixture
def traced(tmp_path: Path, trace: Path) -> Iterator[Program]:
    watched = (
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=socket,connect,open,openat,creat",
        "-o",
        str(trace),
    )
    program = Program(tmp_path / "data" / "vault", tmp_path, before=watched)
    yield program
    program.end()


def test_a_session_opens_no_socket_but_local_ones_and_writes_only_into_the_vault(
    traced: Program, trace: Path, tmp_path: Path
) -> None:
    passphrase, _ = make_a_vault(traced, "Sam Okafor", NAME)
    window = traced.pid()
    assert traced.do("attempt_a_socket") == "refused", "the very process of the window is bound"
    traced.do("press", "Start a conversation")
    traced.do("type_into", "Your notes", CANARY)
    traced.do("type_into", "For the summary you will share", f"We spoke of {CANARY}.")
    assert told_to_everybody(tmp_path, [CANARY, NAME, passphrase]) == []
    traced.do("keys_soon", "Ctrl+L")
    unlock(traced, passphrase)
    assert traced.pid() != window
    assert traced.do("attempt_a_socket") == "refused", "and so is the one after a lock"
    traced.do("press", "Continue")
    traced.do("type_into", "Your notes", f" And {CANARY}")
    traced.end()  # with SIGKILL, whatever was on its way
    opened = SOCKET.findall(trace.read_text(encoding="utf-8"))
    attempted = [family for family, said in opened if family != "AF_UNIX" and said != "-1"]
    assert attempted == []
    assert ("AF_INET", "-1") in opened, "the trace sees an attempt when there is one"
    assert strangers(trace, tmp_path) == set()
    assert files_holding(tmp_path, [CANARY, NAME, passphrase]) == set()
    assert any("notes.db" in path for path in written(trace)), "the trace sees what is written"


def told_to_everybody(home: Path, words: list[str]) -> list[int]:
    """Return the processes whose command line or environment holds any of the words.

    Nobody but root can see them at all, since the processes shut themselves.
    """
    if os.geteuid() != 0:
        return []
    everybody = with_in_environment(f"ONWARD_ROBOT={home}")
    assert everybody
    return [
        pid
        for pid in everybody
        for name in ("environ", "cmdline")
        if any(finds(Path(f"/proc/{pid}/{name}").read_bytes(), word) for word in words)
    ]


def written(trace: Path) -> set[str]:
    """Return every path that any of the processes opened to write in."""
    opened = OPENED.findall(trace.read_text(encoding="utf-8"))
    return {path for path, how in opened if "O_WRONLY" in how or "O_RDWR" in how}


def strangers(trace: Path, home: Path) -> set[str]:
    """Return what was opened for writing and has no business there."""
    # What this computer remembers of vaults lies outside of them: random marks and numbers.
    memory = str(home / ".local" / "share" / "Onward")
    vault, pipes = str(home / "data" / "vault"), str(home / "onward")
    ours = (vault, pipes, memory, "/dev/null", "/dev/tty", "/proc/")
    return {path for path in written(trace) if not path.startswith(ours) and ".pyc" not in path}
