"""Erasing a whole vault: every file of ours in its folder, the keys first.

What a disk keeps of old blocks is not in anybody's hand here; it is encrypted, and only the
recovery key still opens it (product A8, security.md section 1). An erasing that the machine stopped
is finished at the next look: a file of its own says that it was meant.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.vault import copies, in_use, lockfile, quick_unlock, renewal, restore_points, synced
from desktop.vault import folder as vault_folder
from desktop.vault.durable import sync_file, sync_folder, write_durably
from desktop.vault.lockfile import VaultLock

MEANT: Final = "being-erased"
_AT_EACH_END: Final = 1 << 20


def kept_beside(folder: Path) -> tuple[str, ...]:
    """Return the names of vaults that a restore kept beside this one; they are not erased."""
    with suppress(OSError):
        found = folder.parent.glob(f"{folder.name}.before-restore-*")
        return tuple(sorted(path.name for path in found if path.is_dir()))
    return ()


def erase(folder: Path, lock: VaultLock) -> tuple[str, ...]:
    """Erase a closed vault whose ``lock`` is held; return the names of what is not ours and stays.

    Raises Trouble where the disk refuses; what could be erased until then is gone.
    """
    try:
        write_durably(folder / MEANT, b"")
        for path in _ours(folder):
            _overwrite(path)
            path.unlink()
        sync_folder(folder)
        lock.release()
        return _leave(folder)
    except OSError as error:
        raise _cannot() from error
    finally:
        lock.release()


def finish_interrupted(folder: Path) -> None:
    """Finish an erasing that was stopped in the middle; Trouble where the disk refuses."""
    if (folder / MEANT).exists():
        erase(folder, lockfile.hold(folder))


def _ours(folder: Path) -> Iterator[Path]:
    """Yield every file of a vault: what opens it before what it opens."""
    backups = folder / restore_points.FOLDER
    names = (
        *copies.NAMES,
        *renewal.NAMES,
        vault_folder.NOTES,
        vault_folder.JOURNAL,
        vault_folder.BEING_MADE,
        quick_unlock.TYPED,
    )
    yield from (folder / name for name in names if (folder / name).is_file())
    yield from synced.copies_beside(folder)
    yield from in_use.files_in(folder)
    if backups.is_dir():
        yield from (path for path in sorted(backups.iterdir()) if restore_points.is_ours(path))


def _leave(folder: Path) -> tuple[str, ...]:
    """Remove the lock, the mark and the empty folders; return the names of what stays."""
    with suppress(OSError):
        (folder / restore_points.FOLDER).rmdir()
    (folder / lockfile.NAME).unlink(missing_ok=True)
    (folder / MEANT).unlink(missing_ok=True)
    left = tuple(sorted(path.name for path in folder.iterdir()))
    if not left:
        folder.rmdir()
        sync_folder(folder.parent)
    return left


def _overwrite(path: Path) -> None:
    """Write over both ends of a file: there lie the keys of a backup, and the salt of the notes."""
    size = path.stat().st_size
    with path.open("r+b", buffering=0) as file:
        for start in {0, max(0, size - _AT_EACH_END)}:
            file.seek(start)
            file.write(os.urandom(min(size - start, _AT_EACH_END)))
        sync_file(file.fileno())


def _cannot() -> Trouble:
    return Trouble(
        what_happened="The vault could not be erased to its end: the disk refuses.",
        what_is_safe="What is erased stays erased; the rest is encrypted as before.",
        what_to_do="Allow writing in the vault folder and start Onward again: it goes on there.",
    )
