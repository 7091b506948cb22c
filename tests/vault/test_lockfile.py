import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.vault.lockfile import AlreadyOpen, hold

SECOND = """
import sys, time
from pathlib import Path
from desktop.vault.lockfile import AlreadyOpen, hold
try:
    lock = hold(Path(sys.argv[1]))
except AlreadyOpen as trouble:
    print(trouble.what_happened)
else:
    print("held", flush=True)
    sys.stdin.read()
"""


def second(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_window_is_told_that_the_vault_is_open(tmp_path: Path) -> None:
    with hold(tmp_path), second(tmp_path) as other:
        assert first_line(other) == "This vault is already open in another window."
    with second(tmp_path) as other:
        assert first_line(other) == "held"
        with pytest.raises(AlreadyOpen):
            hold(tmp_path)


def test_a_window_that_was_killed_locks_nobody_out(tmp_path: Path) -> None:
    with second(tmp_path) as other:
        assert first_line(other) == "held"
        other.kill()
    assert (tmp_path / "vault.lock").exists()
    with hold(tmp_path):
        pass


def test_a_lock_let_go_can_be_taken_again(tmp_path: Path) -> None:
    first = hold(tmp_path)
    first.release()
    first.release()
    hold(tmp_path).release()


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot reserve"):
        hold(tmp_path / "absent")
