"""What can be done with a backup file: open it, look inside, verify it, restore it.

The key is that of the vault when it was made; the file needs nothing else, on whatever computer.

    >>> key = restoring.unlock(file, passphrase)          # doctest: +SKIP
    >>> restoring.look(file, key).people                  # doctest: +SKIP
    12
    >>> restoring.restore(file, key, folder).kept         # doctest: +SKIP
    PosixPath('…/vault.before-restore-1')
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.errors import Trouble
from desktop.storage import backup, migrations
from desktop.vault import backup_file, copies, replacing, unlocking
from desktop.vault import folder as vault_folder
from desktop.vault.backup_file import Label
from desktop.vault.keyfile import KeysTrouble


@dataclass(frozen=True, slots=True)
class Inside:
    """What a look inside a backup shows before anything is restored."""

    made: datetime
    people: int
    conversations: int
    latest: datetime | None
    version: int
    of_this_vault: bool | None
    """Whether it is a backup of the vault it was compared with; None if that has no keys."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: what stands in the folder now, and where the vault before it is kept."""

    inside: Inside
    kept: Path | None


def unlock(file: Path, passphrase: str) -> bytearray:
    """Return the data key of a backup, after about a second; wipe it after use.

    Raises WrongPassphrase, or Trouble for a file that is not a whole backup.
    """
    label = backup_file.read(file)
    with tempfile.TemporaryDirectory(prefix="onward-") as folder:
        copies.write(Path(folder), label.keys)
        return unlocking.unlock(Path(folder), passphrase)


def look(file: Path, data_key: bytearray, vault: Path | None = None) -> Inside:
    """Look inside a backup; with ``vault``, compare it with the vault in that folder.

    Raises Trouble for a file that is not a whole backup, for another key, and for a newer Onward's.
    """
    with _unpacked(file) as (label, notes):
        return _inside(label, notes, data_key, vault)


def verify(file: Path, data_key: bytearray) -> Inside:
    """Read a backup from its first byte to its last; Trouble if any of it is not as it was made.

    Some seconds for 100 MB. Source: security.md, row 6.
    """
    with _unpacked(file) as (label, notes):
        return _checked(label, notes, data_key, None)


def restore(file: Path, data_key: bytearray, folder: Path) -> Restored:
    """Put the vault of a backup into ``folder``; a vault that stands there is kept beside it.

    The backup is checked whole first. Whatever stops it, the old vault or the new one can be
    opened. A backup from an older Onward is brought up to date when it is opened. Raises Refusal
    where the folder holds other things, AlreadyOpen where its vault is in use, Trouble where the
    backup is not whole or the disk refuses.
    """
    backup_file.read(file)
    folder = folder.resolve()
    replacing.clear_staging(folder)
    current = replacing.hold_current(folder)
    try:
        inside = _stage(file, data_key, folder)
        kept = replacing.put_in_place(folder, current)
        if kept is not None:
            vault_id = copies.read(folder).vault_id
            replacing.move_restore_points(kept, folder, vault_id)
        return Restored(inside, kept)
    finally:
        if current is not None:
            current.release()


def _stage(file: Path, data_key: bytearray, folder: Path) -> Inside:
    """Build the new vault beside its place; its notes get their name when everything is checked."""
    new = replacing.staging(folder)
    try:
        vault_folder.make(new)
        notes = new / vault_folder.BEING_MADE
        label = backup_file.unpack_notes(file, notes)
        inside = _checked(label, notes, data_key, folder)
        copies.write(new, label.keys)
        vault_folder.put_in_place(new)
    except BaseException:
        replacing.clear_staging(folder)
        raise
    return inside


@contextmanager
def _unpacked(file: Path) -> Iterator[tuple[Label, Path]]:
    backup_file.read(file)
    with tempfile.TemporaryDirectory(prefix="onward-") as folder:
        notes = Path(folder) / vault_folder.NOTES
        yield backup_file.unpack_notes(file, notes), notes


def _checked(label: Label, notes: Path, data_key: bytearray, vault: Path | None) -> Inside:
    inside = _inside(label, notes, data_key, vault)
    faults = backup.faults(notes, data_key)
    if faults:
        raise _damaged(faults)
    return inside


def _inside(label: Label, notes: Path, data_key: bytearray, vault: Path | None) -> Inside:
    version = _version(notes, data_key)
    if version > len(migrations.steps()):
        raise _newer()
    with backup.reading(notes, data_key) as reader:
        found = backup.contents(reader)
    if (found.vault_id, found.epoch) != (label.keys.vault_id, label.keys.epoch):
        raise _damaged(("Its keys are those of another vault.",))
    return Inside(
        made=label.made,
        people=found.people,
        conversations=found.conversations,
        latest=found.latest,
        version=version,
        of_this_vault=_is_of(vault, found.vault_id),
    )


def _version(notes: Path, data_key: bytearray) -> int:
    """Return the schema version; Trouble that names the key, since the bytes are whole."""
    try:
        return backup.version_of(notes, data_key)
    except Trouble:
        raise _other_key() from None


def _is_of(vault: Path | None, vault_id: str) -> bool | None:
    if vault is None:
        return None
    try:
        return copies.read(vault).vault_id == vault_id
    except KeysTrouble:
        return None


def _damaged(faults: tuple[str, ...]) -> Trouble:
    return Trouble(
        what_happened=f"This backup is damaged: {' '.join(faults)}",
        what_is_safe="Nothing was changed.",
        what_to_do="Choose another backup.",
    )


def _other_key() -> Trouble:
    return Trouble(
        what_happened="This key does not open the notes in this backup.",
        what_is_safe="Nothing was changed.",
        what_to_do="Use the passphrase or the recovery key that the vault had when it was made.",
    )


def _newer() -> Trouble:
    return Trouble(
        what_happened="This backup was made by a newer Onward.",
        what_is_safe="Nothing was changed; the newer Onward restores it as it is.",
        what_to_do="Install the newer version on this computer, then restore the backup with it.",
    )
