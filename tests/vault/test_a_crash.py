"""A real crash leaves no dump, and another program of the same user is kept out; as root only.

Root sets where dumps go, and lets two processes of another user meet. Both are put back.
"""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATTERN = Path("/proc/sys/kernel/core_pattern")

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="these are the ways of Linux"),
    pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0 or not os.access(PATTERN, os.W_OK),
        reason="only root may say where a dump goes",
    ),
]

HARDENED = "from desktop.vault.hardening import harden; harden(); "
CRASH = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
LIFTED = (
    "from desktop.vault.hardening import open_to_portals; lifted = open_to_portals(); "
    "lifted.__enter__(); "
)
LEAVE_ROOT = """
import ctypes, os, resource, sys, time
import desktop.vault.hardening
libc = ctypes.CDLL(None)
os.setgroups([])
os.setresgid(65534, 65534, 65534)
os.setresuid(65534, 65534, 65534)
libc.prctl(4, 1, 0, 0, 0)  # PR_SET_DUMPABLE, which a change of user takes away
"""
WAIT = "print('ready', flush=True); time.sleep(60)"
LOOK = """
pid = int(sys.argv[1])
attached = libc.ptrace(16, pid, 0, 0) == 0  # PTRACE_ATTACH
if attached:
    libc.ptrace(17, pid, 0, 0)  # PTRACE_DETACH
seen = ["attach"] if attached else []
for name in ("mem", "environ"):
    try:
        open(f"/proc/{pid}/{name}", "rb").close()
    except OSError:
        continue
    seen.append(name)
print(*seen)
"""


@contextmanager
def dumps_to(pattern: str) -> Iterator[None]:
    """Let the kernel put dumps somewhere, and then where it put them before."""
    before = PATTERN.read_text(encoding="ascii")
    PATTERN.write_text(pattern, encoding="ascii")
    try:
        yield
    finally:
        PATTERN.write_text(before, encoding="ascii")


def allow_dumps() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def crash(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, preexec_fn=allow_dumps, check=False
    )
    assert done.returncode == -signal.SIGSEGV


def dumps(folder: Path) -> list[Path]:
    """Return what was dumped; a pipe may need a moment."""
    time.sleep(0.5)
    return sorted(folder.glob("dump*"))


@pytest.mark.parametrize("while_open", ["", LIFTED], ids=["always", "file dialog open"])
@pytest.mark.parametrize("kind", ["file", "pipe"])
def test_a_crash_leaves_no_dump_in_a_file_and_none_for_a_pipe(
    tmp_path: Path, kind: str, while_open: str
) -> None:
    """Also while the shield is lifted for the system's file dialog; then a limit alone forbids."""
    with dumps_to(_pattern(tmp_path, kind)):
        crash(HARDENED + while_open + CRASH)
        assert dumps(tmp_path) == []
        crash(CRASH)
        assert len(dumps(tmp_path)) == 1, "without hardening there is one"


def _pattern(folder: Path, kind: str) -> str:
    if kind == "file":
        return str(folder / "dump")
    script = folder / "take"
    script.write_text(f"#!/bin/sh\ncat > {folder}/dump-piped\n", encoding="ascii")
    script.chmod(0o700)
    return f"|{script}"


@pytest.mark.parametrize(("hardened", "seen"), [(HARDENED, []), ("", ["attach", "mem", "environ"])])
def test_another_program_of_the_same_user_may_not_look_in(hardened: str, seen: list[str]) -> None:
    if _yama() != "0":
        pytest.skip("here nobody may look into anybody")
    target = subprocess.Popen(
        [sys.executable, "-c", LEAVE_ROOT + hardened + WAIT],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert target.stdout is not None
        assert target.stdout.readline().strip() == "ready"
        looked = subprocess.run(
            [sys.executable, "-c", LEAVE_ROOT + LOOK, str(target.pid)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert looked.stdout.split() == seen
    finally:
        target.kill()
        target.communicate()


def _yama() -> str:
    path = Path("/proc/sys/kernel/yama/ptrace_scope")
    return path.read_text(encoding="ascii").strip() if path.exists() else "0"
