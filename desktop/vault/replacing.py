"""Putting a restored vault in the place of the one that stands there, which is kept beside it.

The new vault is built whole in a hidden folder beside the old one; then the two change names in one
step where the system can do that, and in two where it cannot. Whatever stops in between, the old
vault or the new one stands in its place, or ``finish_interrupted`` puts one there.
"""

import glob
import os
import shutil
import sys
from pathlib import Path
from typing import Final

from desktop.domain.errors import Refusal, Trouble
from desktop.vault import copies, lockfile, quick_unlock, renewal, restore_points
from desktop.vault import folder as vault_folder
from desktop.vault.durable import sync_folder
from desktop.vault.folder import Standing
from desktop.vault.lockfile import VaultLock

FIELD: Final = "folder"
_OURS: Final = frozenset(
    {vault_folder.NOTES, vault_folder.JOURNAL, vault_folder.BEING_MADE, *copies.NAMES}
    | {lockfile.NAME, restore_points.FOLDER, quick_unlock.TYPED, *renewal.NAMES}
    | {vault_folder.DAMAGE}
)
_AT_CWD: Final = -100
_EXCHANGE: Final = 2


def staging(folder: Path) -> Path:
    """Return where the new vault is built: hidden, beside the place it will take."""
    return folder.with_name(f".{folder.name}.restoring")


def hold_current(folder: Path) -> VaultLock | None:
    """Keep windows out of the vault that will be replaced; None where there is nothing to replace.

    Refusal for a folder with things in it that are not a vault's; AlreadyOpen if it is in use.
    """
    try:
        names = {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _cannot_replace() from error
    # Every vault that was ever open has a lock file; without one, strange files are a person's own.
    if names - _OURS and lockfile.NAME not in names:
        raise Refusal(FIELD, "There are other things in this folder. Please choose an empty one.")
    return lockfile.hold(folder) if names else None


def clear_staging(folder: Path) -> None:
    """Make room for building a new vault: finish what can be finished, remove what was half built.

    Raises Trouble if the disk refuses.
    """
    finish_interrupted(folder)
    try:
        if staging(folder).exists():
            shutil.rmtree(staging(folder))
    except OSError as error:
        raise _cannot_replace() from error


def clear_built(folder: Path) -> None:
    """Remove a new vault that was built and is not wanted; an old one is never touched.

    Raises Trouble if the disk refuses.
    """
    left = staging(folder)
    try:
        if left.exists() and not (left / lockfile.NAME).exists():
            shutil.rmtree(left)
    except OSError as error:
        raise _cannot_replace() from error


def put_in_place(folder: Path, current: VaultLock | None) -> Path | None:
    """Give the staged vault its place; return where the vault that stood there is kept, if any.

    ``current`` is what ``hold_current`` gave. Raises Trouble if the disk refuses; the old vault
    then stands where it stood.
    """
    new = staging(folder)
    try:
        kept = None if current is None else _swap(new, folder, current)
        if current is None:
            _take_empty_place(new, folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise _cannot_replace() from error
    return kept


def move_restore_points(kept: Path, folder: Path, vault_id: str) -> None:
    """Let the backups of the same vault go on in the restored one; those of another stay with it.

    They are its own if the newest that can be read is.
    """
    points = restore_points.of_vault(kept)
    if not points or points[0].vault_id != vault_id:
        return
    try:
        (kept / restore_points.FOLDER).rename(folder / restore_points.FOLDER)
        sync_folder(folder)
        sync_folder(kept)
    except OSError as error:
        raise Trouble(
            what_happened="The vault is restored, but its earlier backups could not be moved.",
            what_is_safe=f"They are still whole, in {kept.name}.",
            what_to_do="Move the folder named backups from there into the vault folder.",
        ) from error


def finish_interrupted(folder: Path) -> None:
    """Finish a restore that the machine stopped between two steps. Call it before looking there.

    An old vault that still has the hidden name gets its own; a new one that is whole while nothing
    stands in its place is put there. A vault that was ever open is told by its lock file from one
    that was only being built. Raises Trouble if the disk refuses.
    """
    left = staging(folder)
    is_old = (left / lockfile.NAME).exists()
    is_new = not is_old and vault_folder.look_into(left).standing is Standing.READY
    try:
        if is_old:
            left.rename(kept_name(folder))
        elif is_new and not folder.exists():
            left.rename(folder)
        else:
            return
        sync_folder(folder.parent)
    except OSError as error:
        raise _cannot_replace() from error


def _swap(new: Path, folder: Path, current: VaultLock) -> Path:
    kept = kept_name(folder)
    if _exchange(new, folder):
        sync_folder(folder.parent)
        new.rename(kept)
        return kept
    if sys.platform == "win32":
        current.release()  # there a folder with an open file in it cannot be renamed
    folder.rename(kept)
    try:
        new.rename(folder)
    except OSError:
        kept.rename(folder)
        raise
    return kept


def _take_empty_place(new: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()
    new.rename(folder)


def kept_of(folder: Path) -> tuple[Path, ...]:
    """Return the vaults that were replaced in ``folder``, in the order of their numbers."""
    found = folder.parent.glob(f"{glob.escape(folder.name)}.before-restore-*")
    numbered = [path for path in found if path.name.rpartition("-")[2].isdigit()]
    return tuple(sorted(numbered, key=lambda path: int(path.name.rpartition("-")[2])))


def kept_name(folder: Path) -> Path:
    """Return the name under which the vault in ``folder`` will be kept when it is replaced."""
    number = 1
    while (kept := folder.with_name(f"{folder.name}.before-restore-{number}")).exists():
        number += 1
    return kept


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step: renameat2(2), renamex_np(2). False if it cannot."""
    import ctypes

    names = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None)
        if sys.platform == "linux":
            outcome = libc.renameat2(_AT_CWD, names[0], _AT_CWD, names[1], _EXCHANGE)
        elif sys.platform == "darwin":
            outcome = libc.renamex_np(*names, _EXCHANGE)
        else:
            return False
    except (OSError, AttributeError, TypeError):
        return False
    return int(outcome) == 0


def _cannot_replace() -> Trouble:
    return Trouble(
        what_happened="The restored vault could not be put in its place.",
        what_is_safe="The vault that was there, and the backup, are whole.",
        what_to_do="Check that the disk has room and that you may write in the folder above it.",
    )
