"""The vaults that restores have put aside: what is in them, and removing one on request.

They lie beside the vault as ``vault.before-restore-1`` and so on (``vault.replacing``), damaged or
whole, and open with the keys they had.
"""

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.errors import Trouble
from desktop.services.reading import ReadingCopy
from desktop.services.restoring import OtherKey
from desktop.storage import backup
from desktop.storage.backup import Contents
from desktop.vault import folder as vault_folder
from desktop.vault import lockfile, replacing


@dataclass(frozen=True, slots=True)
class KeptVault:
    """One vault that a restore has put aside: its folder, when that last changed, its bytes."""

    folder: Path
    used: datetime
    size: int


def kept_beside(folder: Path) -> tuple[KeptVault, ...]:
    """Return the vaults that lie beside one, the latest first."""
    found = [each for each in replacing.kept_of(folder) if (each / vault_folder.NOTES).is_file()]
    return tuple(_told(each) for each in reversed(found))


def look(kept: Path, data_key: bytearray) -> Contents:
    """Look inside one; safe in any thread.

    Raises OtherKey where this key does not open it, Trouble where it is damaged.
    """
    with closing(ReadingCopy(kept)) as copy:
        copy.settle(data_key)
        try:
            backup.version_of(copy.notes, data_key)
        except Trouble:
            raise OtherKey from None
        faults = backup.faults(copy.notes, data_key)
        if faults:
            raise _is_damaged(faults)
        with backup.reading(copy.notes, data_key) as reader:
            return backup.contents(reader)


def remove(kept: Path) -> None:
    """Remove one for good. AlreadyOpen where a window has it open, Trouble if the disk refuses."""
    with lockfile.hold(kept):
        try:
            (kept / vault_folder.NOTES).unlink()
            shutil.rmtree(kept)
        except OSError as error:
            raise _cannot_remove(kept) from error


def _told(folder: Path) -> KeptVault:
    used = datetime.fromtimestamp((folder / vault_folder.NOTES).stat().st_mtime).astimezone()
    size = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
    return KeptVault(folder, used, size)


def _is_damaged(faults: tuple[str, ...]) -> Trouble:
    return Trouble(
        what_happened=f"A part of it is damaged: {' '.join(faults)}",
        what_is_safe="Nothing was changed.",
        what_to_do="Onward still opens it for reading what is left.",
    )


def _cannot_remove(kept: Path) -> Trouble:
    return Trouble(
        what_happened=f"{kept.name} could not be removed.",
        what_is_safe="Your vault and its backups are as they were.",
        what_to_do="Check that you may write in the folder above it, then try again.",
    )
