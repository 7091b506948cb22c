"""A vault on a disk that is mounted read-only: it says so, and everything in it can be read."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.program import Program
from tests.soak.damage import NAMES, PASSPHRASE, Written

MOUNT = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


def mounted_read_only(folder: Path) -> tuple[str, ...]:
    """Return the command after which a program sees a folder as a read-only disk."""
    return ("unshare", "--mount", "sh", "-c", MOUNT, str(folder))


def can_mount(folder: Path) -> bool:
    """Whether this computer lets us mount at all."""
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run([*mounted_read_only(folder), "true"], capture_output=True, check=False)
    return tried.returncode == 0


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """Onward, started over a vault on a read-only disk."""
    vault = Written.into(tmp_path).vault
    if not can_mount(vault):
        pytest.skip("nothing can be mounted here")
    running = Program(vault, tmp_path, before=mounted_read_only(vault))
    yield running
    running.end()


def test_it_is_read_nothing_is_written_and_it_is_never_called_empty(
    program: Program, tmp_path: Path
) -> None:
    program.until_it_reads("Welcome back")
    program.do("type_into", "Passphrase", PASSPHRASE)
    program.do("press", "Unlock")

    program.until_it_reads("Onward may not write into this vault")
    for name in NAMES:
        assert program.do("reads", name)
    program.do("press", NAMES[0], "Side bar")
    program.do("press", "Continue conversation")
    program.until_it_reads("She would rather build than lead.")
    program.do("keys_soon", "Ctrl+L")
    program.until_it_reads("Welcome back")

    assert "Traceback" not in program.said()
    assert not list(tmp_path.glob("onward-*"))


def test_the_copy_that_a_killed_window_left_goes_at_the_next_start(
    program: Program, tmp_path: Path
) -> None:
    program.until_it_reads("Welcome back")
    program.do("type_into", "Passphrase", PASSPHRASE)
    program.do("press", "Unlock")
    program.until_it_reads("Onward may not write into this vault")
    program.end()
    assert list(tmp_path.glob("onward-passing-*/notes.db")), "no copy was left"

    next_start = Program(tmp_path / "none yet", tmp_path)
    next_start.wait(lambda: None if list(tmp_path.glob("onward-passing-*")) else True)
    next_start.end()
