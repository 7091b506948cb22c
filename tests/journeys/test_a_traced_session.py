"""A whole session under the eyes of strace: what sockets it opened, and what files it wrote."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.program import Program
from tests.journeys.steps import make_a_vault, unlock

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here"),
]

SOCKET = re.compile(r"socket\((AF_\w+)[^)]*\)\s+= (-?\w+)")


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    return tmp_path / "trace"


@pytest.fixture
def traced(tmp_path: Path, trace: Path) -> Iterator[Program]:
    watched = ("strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(trace))
    program = Program(tmp_path / "data" / "vault", tmp_path, before=watched)
    yield program
    program.end()


def test_a_session_opens_no_socket_but_local_ones(traced: Program, trace: Path) -> None:
    passphrase, _ = make_a_vault(traced, "Sam Okafor", "Priya Nair")
    window = traced.pid()
    assert traced.do("attempt_a_socket") == "refused", "the very process of the window is bound"
    traced.do("press", "Vault and keys", "Side bar")
    traced.do("keys_soon", "Ctrl+L")
    unlock(traced, passphrase)
    assert traced.pid() != window
    assert traced.do("attempt_a_socket") == "refused", "and so is the one after a lock"
    traced.end()
    opened = SOCKET.findall(trace.read_text(encoding="utf-8"))
    attempted = [family for family, said in opened if family != "AF_UNIX" and said != "-1"]
    assert attempted == []
    assert ("AF_INET", "-1") in opened, "the trace sees an attempt when there is one"
