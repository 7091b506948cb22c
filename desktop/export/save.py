"""Putting finished bytes into a file, whole or not at all."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from desktop import held
from desktop.domain.errors import Trouble

_BESIDE: Final = (".onward-", ".part")
_WITHOUT_A_NAME: Final = getattr(os, "O_TMPFILE", 0)
_PLAIN: Final = getattr(os, "O_BINARY", 0)
_NO_DETOUR: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

_GONE = {errno.ENOENT, errno.ENOTDIR}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def save_aside(path: Path, content: bytes) -> None:
    """Write a file that only this user can read, in the place of an older one of that name.

    The bytes are on the disk before they take the name, in a file that has none at all where the
    system knows such files (O_TMPFILE, open(2)): then a kill leaves nothing. Elsewhere they lie
    hidden beside it, and what a kill leaves there goes with the next page saved into that folder.
    Raises Trouble when the folder is gone, full or read-only.
    """
    _clear_beside(path.parent)
    try:
        if not _saved_without_a_name(path, content):
            _save_beside(path, content)
    except OSError as error:
        raise _trouble(path, error) from None
    # The file is whole by now; not every system can make a folder wait for its disk.
    with suppress(OSError):
        _sync_folder(path.parent)


def _saved_without_a_name(path: Path, content: bytes) -> bool:
    """Write a file that gets its name when it is whole; False where that cannot be done."""
    if not _WITHOUT_A_NAME:
        return False
    try:
        descriptor = os.open(path.parent, os.O_WRONLY | _WITHOUT_A_NAME, 0o600)
    except OSError:
        return False
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor
        _hold(file)
        _write_whole(file, content)
        return _named(file, path)


def _named(file: BinaryIO, path: Path) -> bool:
    """Give a whole file its name; over an older one it bears a hidden name for an instant."""
    try:
        _link(file, path)
    except FileExistsError:
        with _beside(path) as beside:
            _link(file, beside)
            beside.replace(path)
    except FileNotFoundError:
        return False  # no /proc to take the file by
    return True


def _link(file: BinaryIO, path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # Only with a folder at hand does Python follow the way into /proc (linkat(2)).
        os.link(f"/proc/self/fd/{file.fileno()}", path.name, dst_dir_fd=folder)
    finally:
        os.close(folder)


def _save_beside(path: Path, content: bytes) -> None:
    with _beside(path) as beside:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
        with open(os.open(beside, flags, 0o600), "wb") as file:  # noqa: PTH123 - a descriptor
            _hold(file)
            _write_whole(file, content)
        beside.replace(path)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield a hidden name beside a file, free again afterwards."""
    beside = path.with_name(secrets.token_hex(8).join(_BESIDE))
    try:
        yield beside
    finally:
        # On a read-only disk even removing what is not there fails.
        with suppress(OSError):
            beside.unlink()


def _hold(file: BinaryIO) -> None:
    """Let nobody take it for left behind, as far as the disk knows locks."""
    with suppress(OSError):
        held.hold(file.fileno())


def _clear_beside(folder: Path) -> None:
    """Remove what a kill left hidden in a folder: ours, and held by nobody any more."""
    with suppress(OSError):
        for left in folder.glob("*".join(_BESIDE)):
            _clear(left)


def _clear(left: Path) -> None:
    with suppress(OSError):
        descriptor = os.open(left, os.O_RDONLY | _NO_DETOUR | _PLAIN)
        try:
            if _is_ours(descriptor):
                held.hold(descriptor)
                left.unlink()
        finally:
            os.close(descriptor)


def _is_ours(descriptor: int) -> bool:
    found = os.fstat(descriptor)
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return mine and stat.S_ISREG(found.st_mode)


def _write_whole(file: BinaryIO, content: bytes) -> None:
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
