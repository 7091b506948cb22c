"""One backup that was taken: written, read back, compared with the vault, and only then named.

>>> Taken(folder, key, snapshot, out=None).finish()   # doctest: +SKIP
PosixPath('…/backups/000001-2026-11-22-150000.zip')
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.domain.errors import Damaged, Trouble
from desktop.services.watching import Watch
from desktop.storage import backup
from desktop.storage.backup import Tally
from desktop.vault import backup_file, restore_points
from desktop.vault.backup_file import Label, NotWhole
from desktop.vault.data_key import wipe
from desktop.vault.durable import sync_folder
from desktop.vault.keyfile import KeyFile

_WRITTEN: Final = 0.3
_READ_BACK: Final = 0.5
"""The shares of the work after which a backup is written, and read again; the rest is checking."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The vault at one moment: its encrypted bytes, and what a backup of them must match."""

    made: datetime
    keys: KeyFile
    content: bytes = field(repr=False)
    tally: Tally

    def label(self) -> Label:
        """Return what the backup will say about itself; reads all of the bytes."""
        return backup_file.labelled(self.content, self.keys, self.made)


class Taken:
    """A consistent copy of the vault in memory; ``finish`` makes a backup file of it, once."""

    def __init__(
        self, folder: Path, data_key: bytearray, snapshot: Snapshot, out: Path | None
    ) -> None:
        self.over = False
        self.failed = False
        self._folder = folder
        self._key = bytearray(data_key)
        self._snapshot: Snapshot | None = snapshot
        self._out = out

    def finish(self, watch: Watch | None = None) -> Path:
        """Write the backup, open it again, compare it with the vault, and give it its name.

        Safe in any thread. Returns its path; of a rolling backup that would equal the newest one,
        that one's. Raises Trouble where the disk refuses or the vault itself is damaged, Stopped
        where ``watch`` was stopped; nothing is left behind then, and a file that stood at ``out``
        is as it was.
        """
        if self._snapshot is None:
            raise RuntimeError("This backup is finished already.")
        try:
            return self._finish(self._snapshot, watch or Watch())
        except BaseException:
            self.failed = True
            raise
        finally:
            wipe(self._key)
            self._snapshot = None
            self.over = True

    def _finish(self, snapshot: Snapshot, watch: Watch) -> Path:
        if self._out is not None:
            write(self._out, snapshot, self._key, watch)
            return self._out
        vault_id = snapshot.keys.vault_id
        newest = restore_points.of_vault(self._folder, vault_id)[:1]
        if newest and _holds_already(newest[0].path, snapshot.label()):
            return newest[0].path
        restore_points.make_folder(self._folder)
        out = restore_points.next_place(self._folder, snapshot.made)
        write(out, snapshot, self._key, watch)
        for point in restore_points.surplus(restore_points.of_vault(self._folder, vault_id)):
            remove(point.path)
        return out


def write(out: Path, snapshot: Snapshot, data_key: bytearray, watch: Watch) -> None:
    """Write a backup under another name, verify it there, and only then give it its own."""
    label = snapshot.label()
    restore_points.clear_aside(out.parent, out.name)
    beside, check = restore_points.aside(out, "new"), restore_points.aside(out, "check")
    try:
        watch.at(0.0)
        backup_file.write(beside, label, snapshot.content)
        watch.at(_WRITTEN)
        _read_back(beside, check, label)
        watch.at(_READ_BACK)
        _verify(check, snapshot, data_key)
        watch.at(1.0)
        beside.replace(out)
        sync_folder(out.parent)
    except OSError as error:
        raise backup_file.cannot_write(error) from error
    finally:
        remove(beside)
        remove(check)


def _read_back(written: Path, check: Path, label: Label) -> None:
    try:
        if backup_file.unpack_notes(written, check) == label:
            return
    except NotWhole:
        pass
    raise _came_back_changed()


def _verify(check: Path, snapshot: Snapshot, data_key: bytearray) -> None:
    """Compare what came back from the disk with what stood in the vault; Trouble if it differs.

    Source: security.md, row 8. What comes back as it was written and is damaged, was so before.
    """
    faults = backup.faults(check, data_key)
    if faults:
        raise _vault_damaged(faults)
    with backup.reading(check, data_key) as reader:
        found, owner = backup.tally(reader), backup.contents(reader)
    keys = snapshot.keys
    if (found, owner.vault_id, owner.epoch) != (snapshot.tally, keys.vault_id, keys.epoch):
        raise _came_back_changed()


def _holds_already(earlier: Path, label: Label) -> bool:
    """Whether a backup is still whole and would say the same as a new one."""
    try:
        found = backup_file.read_through(earlier)
    except Trouble:
        return False
    return (found.size, found.crc, found.keys) == (label.size, label.crc, label.keys)


def remove(path: Path) -> None:
    """Remove a file of a backup where the disk lets us."""
    # Tidying only; what a sick disk keeps is cleared at the next opening.
    with suppress(OSError):
        path.unlink()


def _came_back_changed() -> Trouble:
    return Trouble(
        what_happened="The backup was written, but it did not come back from the disk as it was.",
        what_is_safe="Your notes and your earlier backups are as they were; this one was removed.",
        what_to_do="Do not trust that disk. Choose another one, then try again.",
    )


def _vault_damaged(faults: tuple[str, ...]) -> Damaged:
    return Damaged(
        what_happened=f"No backup was made, since the vault itself is damaged: {' '.join(faults)}",
        what_is_safe="Your earlier backups are as they were; none of them was replaced.",
        what_to_do="Lock and unlock: what can still be read is shown, and a backup is offered.",
    )
