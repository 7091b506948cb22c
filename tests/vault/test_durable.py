import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.vault.durable import write_durably


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "does not allow writing"),
        (errno.EIO, "reported an error"),
    ],
)
def test_when_a_step_fails_the_old_file_is_whole_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, words: str
) -> None:
    target = tmp_path / "keys.json"
    write_durably(target, b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(Trouble, match=words):
        write_durably(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_written_file_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    target = tmp_path / "keys.json"
    target.write_bytes(b"old and readable")
    target.chmod(0o644)
    write_durably(target, b"new")
    assert target.read_bytes() == b"new"
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_the_folder_itself_is_made_durable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    real = os.fsync

    def watched(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    write_durably(tmp_path / "keys.json", b"new")
    assert synced == ([False] if sys.platform == "win32" else [False, True])


def test_a_folder_that_is_gone_is_trouble_and_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        write_durably(tmp_path / "gone" / "keys.json", b"new")
