"""Folders for copies that are needed for a while: each goes with its use, or at the next start.

What lies in them is encrypted as the vault is. A process that is killed leaves its folder behind;
whose process is gone is told by the lock in it, never by its age.

    >>> with PassingFolder() as place:        # doctest: +SKIP
    ...     shutil.copy(notes, place)
"""

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from desktop.domain.errors import Trouble
from desktop.vault import lockfile
from desktop.vault.lockfile import VaultLock

PREFIX: Final = "onward-passing-"
_TRIES: Final = 8


class PassingFolder:
    """One folder in the system's temporary one, entered by this user alone and held by a lock."""

    def __init__(self) -> None:
        """Make it; Trouble where the system gives no room for it."""
        try:
            self.path, self._lock = _held()
        except OSError as error:
            raise _no_room() from error

    def close(self) -> None:
        """Remove it with all that lies in it."""
        if self._lock is not None:
            self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def clear_left_behind() -> None:
    """Remove the folders of this user whose process is gone, as far as the system allows it."""
    for folder in _temporary_folder().glob(f"{PREFIX}*"):
        if not _is_ours(folder):
            continue
        with suppress(Trouble):
            with lockfile.hold(folder):
                shutil.rmtree(folder, ignore_errors=True)
            # Windows removes no file that is held; elsewhere nothing is left by now.
            shutil.rmtree(folder, ignore_errors=True)


def _temporary_folder() -> Path:
    """Return where ``tempfile`` puts things; unlike its own answer, looking writes nothing."""
    named = (tempfile.tempdir, *map(os.environ.get, ("TMPDIR", "TEMP", "TMP")))
    places = (*filter(None, named), "/tmp", "/var/tmp", "/usr/tmp")
    return next((Path(place) for place in places if Path(place).is_dir()), Path.cwd())


def _held() -> tuple[Path, VaultLock | None]:
    """Make a folder and hold it; a start elsewhere may clear it in the instant between the two."""
    for _ in range(_TRIES):
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        try:
            lock = lockfile.hold(folder)
        except lockfile.AlreadyOpen:
            continue
        except Trouble:
            if folder.is_dir():
                return folder, None  # its disk knows no locks: then nobody else can take it either
            continue
        if (folder / lockfile.NAME).exists():
            return folder, lock
        lock.release()
    raise FileNotFoundError(PREFIX)


def _is_ours(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return mine and stat.S_ISDIR(found.st_mode)


def _no_room() -> Trouble:
    return Trouble(
        what_happened="There is no room on this computer for a copy to read from.",
        what_is_safe="Your notes are as they were.",
        what_to_do="Free some space on this computer, then try again.",
    )
