"""Putting finished bytes into a file, whole or not at all."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from desktop.domain.errors import Trouble

_GONE = {errno.ENOENT, errno.ENOTDIR}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def save_aside(path: Path, content: bytes) -> None:
    """Write a file that only this user can read, in the place of an older one of that name.

    The bytes are on the disk in a file beside it before they take the name, so nobody ever finds
    half a page. Raises Trouble when the folder is gone, full or read-only.
    """
    beside = path.with_name(f".onward-{secrets.token_hex(8)}.part")
    try:
        _write_whole(beside, content)
        beside.replace(path)
    except OSError as error:
        raise _trouble(path, error) from None
    finally:
        # On a read-only disk even removing what is not there fails.
        with suppress(OSError):
            beside.unlink()
    # The file is whole by now; not every system can make a folder wait for its disk.
    with suppress(OSError):
        _sync_folder(path.parent)


def _write_whole(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:  # noqa: PTH123 - a descriptor
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _trouble(path: Path, error: OSError) -> Trouble:
    reason, way_out = _reason(path, error)
    return Trouble(
        what_happened=f"“{path.name}” could not be saved: {reason}.",
        what_is_safe="Nothing was written, and an older file of that name is unchanged.",
        what_to_do=way_out,
    )


def _reason(path: Path, error: OSError) -> tuple[str, str]:
    if error.errno == errno.ENAMETOOLONG:
        return "its name is too long", "Choose a shorter name."
    if path.is_dir():
        return "a folder has that name", "Choose another name."
    if error.errno in _GONE:
        return "its folder is not there any more", "Choose another folder."
    if error.errno in _FORBIDDEN:
        return (
            "its folder does not allow writing, or another program has the file open",
            "Close the file in other programs, or choose another folder.",
        )
    if error.errno in _FULL:
        return "the disk is full", "Make some room on the disk, or choose another one."
    return "the disk reported an error", "Choose a folder on another disk."
