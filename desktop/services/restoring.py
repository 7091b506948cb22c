"""What can be done with a backup file: open it, look inside, verify it, restore it.

The key is that of the vault when it was made; the file needs nothing else, on whatever computer.

    >>> key = restoring.unlock(file, passphrase)          # doctest: +SKIP
    >>> restoring.look(file, key).people                  # doctest: +SKIP
    12
    >>> restoring.restore(file, key, folder).kept         # doctest: +SKIP
    PosixPath('…/vault.before-restore-1')
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.domain.ids import PersonId
from desktop.services.watching import Watch
from desktop.storage import backup, migrations
from desktop.vault import backup_file, copies, replacing, unlocking
from desktop.vault import folder as vault_folder
from desktop.vault.backup_file import Label
from desktop.vault.data_key import wipe
from desktop.vault.keyfile import KeysTrouble
from desktop.vault.lockfile import VaultLock
from desktop.vault.passing import PassingFolder

_UNPACKED: Final = 0.3
"""The share of the work after which the notes are unpacked; the rest is checking them."""


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


class OtherKey(Trouble):
    """The bytes of a backup are whole, and belong to another key than this one."""

    def __init__(self) -> None:
        super().__init__(
            what_happened="This key does not open the notes in this backup.",
            what_is_safe="Nothing was changed.",
            what_to_do=(
                "Use the passphrase or the recovery key that the vault had when it was made."
            ),
        )


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: what stands in the folder now, and where the vault before it is kept."""

    inside: Inside
    kept: Path | None


def made(file: Path) -> datetime:
    """Return when a backup was made, without its key; Trouble for what is not a whole backup."""
    return backup_file.read(file).made


def unlock(file: Path, passphrase: str) -> bytearray:
    """Return the data key of a backup, after about a second; wipe it after use.

    Raises WrongPassphrase, or Trouble for a file that is not a whole backup.
    """
    label = backup_file.read(file)
    with PassingFolder() as folder:
        copies.write(folder, label.keys)
        return unlocking.unlock(folder, passphrase)


def look(file: Path, data_key: bytearray, vault: Path | None = None) -> Inside:
    """Look inside a backup; with ``vault``, compare it with the vault in that folder.

    Raises Trouble for a file that is not a whole backup, for another key, and for a newer Onward's.
    """
    with _unpacked(file) as (label, notes):
        return _inside(label, notes, data_key, vault)


def verify(file: Path, data_key: bytearray, vault: Path | None = None) -> Inside:
    """Read a backup from its first byte to its last; Trouble if any of it is not as it was made.

    Some seconds for 100 MB. Source: security.md, row 6. ``vault`` as for ``look``.
    """
    with _unpacked(file) as (label, notes):
        return _checked(label, notes, data_key, vault)


def may_hold(file: Path, data_key: bytearray, person: PersonId) -> bool:
    """Return whether a backup holds somebody, in the bin or out of it.

    One that cannot be opened with this key may hold anybody.
    """
    try:
        with _unpacked(file) as (_label, notes), backup.reading(notes, data_key) as reader:
            return backup.holds(reader, person)
    except Trouble:
        return True


def restore(file: Path, data_key: bytearray, folder: Path, watch: Watch | None = None) -> Restored:
    """Put the vault of a backup into ``folder``; a vault that stands there is kept beside it.

    The backup is checked whole first. Whatever stops it, the old vault or the new one can be
    opened. A backup from an older Onward is brought up to date when it is opened. Raises Refusal
    where the folder holds other things, AlreadyOpen where its vault is in use, Trouble where the
    backup is not whole or the disk refuses, Stopped where ``watch`` was stopped in time.
    """
    backup_file.read(file)
    folder = folder.resolve()
    replacing.clear_staging(folder)
    current = replacing.hold_current(folder)
    under_way = Restore(file, data_key, folder)
    try:
        inside = under_way.build(watch or Watch())
        return Restored(inside, under_way.switch(current))
    finally:
        under_way.discard()
        if current is not None:
            current.release()


class Restore:
    """One restore under way: built and checked beside the vault, put in its place in an instant.

    ``build`` may run in whatever thread there is, while the vault that will be replaced is open.
    """

    def __init__(self, file: Path, data_key: bytearray, folder: Path) -> None:
        self._file = file
        self._key = bytearray(data_key)
        self._folder = folder.resolve()

    def build(self, watch: Watch) -> Inside:
        """Unpack and check the backup; Trouble or Stopped leave nothing behind."""
        new = replacing.staging(self._folder)
        try:
            replacing.clear_staging(self._folder)
            watch.at(0.0)
            vault_folder.make(new)
            notes = new / vault_folder.BEING_MADE
            label = backup_file.unpack_notes(self._file, notes)
            watch.at(_UNPACKED)
            inside = _checked(label, notes, self._key, self._folder)
            watch.at(1.0)
            copies.write(new, label.keys)
            vault_folder.put_in_place(new)
        except BaseException:
            self.discard()
            raise
        return inside

    def switch(self, current: VaultLock | None) -> Path | None:
        """Put the new vault in place; return where the one before is kept, if there was one.

        Nobody may have that one open; ``current`` is its lock, which is let go of where the
        system asks for it. Raises Trouble where the disk refuses; the old vault then stands.
        """
        kept = replacing.put_in_place(self._folder, current)
        if kept is not None:
            vault_id = copies.read(self._folder).vault_id
            replacing.move_restore_points(kept, self._folder, vault_id)
        return kept

    def discard(self) -> None:
        """Forget the key, and remove what was built and not put in place."""
        wipe(self._key)
        with suppress(Trouble):
            replacing.clear_built(self._folder)


@contextmanager
def _unpacked(file: Path) -> Iterator[tuple[Label, Path]]:
    backup_file.read(file)
    with PassingFolder() as folder:
        notes = folder / vault_folder.NOTES
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
        raise OtherKey from None


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


def _newer() -> Trouble:
    return Trouble(
        what_happened="This backup was made by a newer Onward.",
        what_is_safe="Nothing was changed; the newer Onward restores it as it is.",
        what_to_do="Install the newer version on this computer, then restore the backup with it.",
    )
