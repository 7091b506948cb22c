"""Damage done to files on purpose, and a user whom the system lets read and not write."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PAGE = 4096
_NOBODY = 65534

can_be_kept_from_writing = pytest.mark.skipif(
    sys.platform == "win32", reason="folders have no such permission there"
)


def flip(path: Path, place: int, bit: int = 0) -> None:
    """Change one bit of a file, with a handle that is closed again."""
    content = bytearray(path.read_bytes())
    content[place] ^= 1 << bit
    path.write_bytes(content)


def pages(path: Path) -> int:
    """Return how many pages a vault's file has."""
    return path.stat().st_size // PAGE


@contextmanager
def only_to_read(folder: Path, *, but_the_folder: bool = False) -> Iterator[None]:
    """Let nobody write in a folder for the length of a block; root becomes nobody for as long.

    ``but_the_folder`` takes writing away from the files alone.
    """
    tops = [folder, *folder.rglob("*")]
    was_root = os.geteuid() == 0
    for each in tops:
        if was_root:
            os.chown(each, _NOBODY, _NOBODY)
        each.chmod((0o755 if but_the_folder else 0o555) if each.is_dir() else 0o444)
    if was_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)
        for each in tops:
            each.chmod(0o700 if each.is_dir() else 0o600)
            if was_root:
                os.chown(each, 0, 0)
