"""Folders for copies: gone with their use, or at the next start after a kill."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.vault import passing
from desktop.vault.passing import PassingFolder

ROOT = Path(__file__).parents[2]
HOLDS_ONE = """
import sys
from desktop.vault.passing import PassingFolder
with PassingFolder() as place:
    (place / "notes.db").write_bytes(b"sealed")
    print(place, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of this user, empty."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def other(room: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another Onward that reads a copy."""
    running = subprocess.Popen(
        [sys.executable, "-c", HOLDS_ONE],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(room)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield running
    running.kill()
    running.communicate()


def folder_of(other: "subprocess.Popen[str]") -> Path:
    assert other.stdout is not None
    return Path(other.stdout.readline().strip())


def test_it_is_gone_after_its_use(room: Path) -> None:
    with PassingFolder() as place:
        (place / "notes.db").write_bytes(b"sealed")
    assert list(room.iterdir()) == []


def test_what_a_killed_process_left_is_cleared(other: "subprocess.Popen[str]", room: Path) -> None:
    left = folder_of(other)
    other.kill()
    other.wait()
    assert (left / "notes.db").exists()
    passing.clear_left_behind()
    assert list(room.iterdir()) == []


def test_what_a_living_process_reads_stays(other: "subprocess.Popen[str]") -> None:
    place = folder_of(other)
    passing.clear_left_behind()
    assert (place / "notes.db").read_bytes() == b"sealed"


def test_a_link_of_that_name_and_what_it_shows_stay(room: Path) -> None:
    precious = room / "precious"
    precious.mkdir()
    (precious / "notes.db").write_bytes(b"mine")
    (room / f"{passing.PREFIX}link").symlink_to(precious, target_is_directory=True)
    passing.clear_left_behind()
    assert (precious / "notes.db").exists()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser gives files away"
)
def test_a_folder_of_somebody_else_stays(room: Path) -> None:
    theirs = room / f"{passing.PREFIX}theirs"
    theirs.mkdir()
    os.chown(theirs, 65534, 65534)
    passing.clear_left_behind()
    assert theirs.is_dir()
