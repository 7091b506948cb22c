"""The backups of an open vault: when one is due, how it is made, and how the vault is looked over.

Making one has two halves. ``take`` copies the encrypted bytes into memory and belongs to the
session's thread: some milliseconds for 10 MB, a tenth of a second for 100 MB. ``finish`` of what
was taken writes, verifies and names the file with handles of its own, in whatever thread there is.

    >>> taken = session.backups.take()                    # doctest: +SKIP
    >>> taken.finish()                                    # doctest: +SKIP
    PosixPath('…/backups/000001-2026-11-22-150000.zip')
"""

import time
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.domain.ids import PersonId
from desktop.services import restoring, taking
from desktop.services.checking import Check
from desktop.services.newest_good import GoodBackup, newest_good
from desktop.services.restoring import Inside
from desktop.services.taking import Snapshot, Taken
from desktop.services.watching import Watch
from desktop.storage import about, backup, migrations
from desktop.storage.backup import Original
from desktop.storage.database import Database
from desktop.storage.shelves import Clock
from desktop.vault import copies, keyfile, restore_points, synced
from desktop.vault import folder as vault_folder
from desktop.vault.data_key import wipe
from desktop.vault.keyfile import Fault, KeyFile, KeysTrouble
from desktop.vault.restore_points import RestorePoint

EVERY_S: Final = 15 * 60
"""How long words may stand in no backup while somebody is writing (security.md, row 8)."""


class Backups:
    """The backups of one open vault. It belongs to the thread that opened it."""

    def __init__(self, folder: Path, database: Database, data_key: bytearray, clock: Clock) -> None:
        self._folder = folder
        self._database = database
        self._key = bytearray(data_key)
        self._now = clock
        self._original = Original(database.path)
        self._last: Taken | None = None
        self._tried_at: float | None = None
        self._changes_then = 0
        restore_points.clear_aside(folder / restore_points.FOLDER)

    def due(self) -> bool:
        """Say whether a rolling backup should be taken now; ask every minute or so.

        First when the vault was opened (``finish`` finds out whether anything changed since the
        newest one), then 15 minutes after the last one as soon as something was written. One that
        failed is tried again after the same time.
        """
        if self._tried_at is None:
            return True
        under_way = self._last is not None and not self._last.over
        if under_way or time.monotonic() - self._tried_at < EVERY_S:
            return False
        failed = self._last is None or self._last.failed
        return failed or backup.changes(self._database) != self._changes_then

    def take(self, out: Path | None = None) -> Taken:
        """Copy the vault as it stands: a restore point of its own, or for the new file ``out``.

        Not inside a transaction. Raises Trouble for a vault that is damaged or cannot be read.
        """
        if out is not None:
            return Taken(self._folder, self._key, self._snapshot(), out)
        self._last, self._tried_at = None, time.monotonic()
        self._changes_then = backup.changes(self._database)
        self._last = Taken(self._folder, self._key, self._snapshot(), None)
        return self._last

    def take_of_what_is_read(self) -> Taken:
        """Copy what a damaged vault still gives, as a backup that can take the vault's place."""
        restore_points.make_folder(self._folder)
        return self.take(restore_points.rescued(self._folder, self._now()))

    def make(self, out: Path | None = None) -> Path:
        """Take a backup and finish it, before something risky or for who can wait."""
        return self.take(out).finish()

    def take_for_check(self) -> Check:
        """Copy the vault's bytes to be looked over."""
        return Check(self._folder, self._key, self._original.content(self._database))

    def check(self) -> tuple[str, ...]:
        """Look the whole vault over (see ``Check.finish``)."""
        return self.take_for_check().finish()

    def kept(self) -> tuple[RestorePoint, ...]:
        """Return the backups that this vault keeps of itself, the newest first."""
        vault_id = about.AboutShelf(self._database).vault_id()
        return restore_points.of_vault(self._folder, vault_id)

    def look(self, file: Path) -> Inside:
        """Read a backup that opens with this vault's key to its end; raises as ``verify`` does.

        Safe in any thread.
        """
        return restoring.verify(file, self._key, self._folder)

    def copies(self) -> tuple[Path, ...]:
        """Return the second copies of the notes that a service put into the vault folder."""
        return synced.copies_beside(self._folder)

    def of_copy(self, copy: Path) -> Path:
        """Make a backup file of a second copy, to be looked into; the copy stays as it is.

        Safe in any thread. It lies among the backups until the vault is opened again. Trouble where
        the copy is damaged, or belongs to another key.
        """
        restore_points.make_folder(self._folder)
        out = restore_points.aside(self._folder / restore_points.FOLDER / copy.name, "check")
        try:
            with backup.reading(copy, self._key) as reader:
                tally = backup.tally(reader)
            content, changed = copy.read_bytes(), copy.stat().st_mtime
        except OSError as error:
            raise _copy_unread() from error
        made = datetime.fromtimestamp(changed).astimezone()
        taking.write(
            out, Snapshot(made, copies.read(self._folder), content, tally), self._key, Watch()
        )
        return out

    def holding(self, person: PersonId) -> tuple[RestorePoint, ...]:
        """Return the backups beside the vault that hold somebody, or cannot be looked into.

        Safe in any thread; it unpacks every one of them.
        """
        points = restore_points.of_vault(self._folder, copies.read(self._folder).vault_id)
        return tuple(p for p in points if restoring.may_hold(p.path, self._key, person))

    def remove(self, points: tuple[RestorePoint, ...], *, but: Path) -> None:
        """Remove these backups, all but one that was just made; safe in any thread."""
        for point in points:
            if point.path != but:
                taking.remove(point.path)

    def key(self) -> bytearray:
        """Return a copy of the vault's own key, which opens most of its backups; wipe it."""
        return bytearray(self._key)

    @property
    def folder(self) -> Path:
        """Where the vault lies, and beneath it the backups that it keeps of itself."""
        return self._folder

    @property
    def original(self) -> Original:
        """The bytes of the open file, for whoever copies them for another purpose."""
        return self._original

    def newest_good(self) -> GoodBackup | None:
        """Return the newest backup that is whole; safe in any thread, some seconds for 100 MB."""
        key = self.key()
        try:
            return newest_good(self._folder, key)
        finally:
            wipe(key)

    def of_older_keys(self) -> tuple[RestorePoint, ...]:
        """Return the backups that still open with a recovery key from before a renewal."""
        epoch = about.AboutShelf(self._database).epoch()
        return tuple(point for point in self.kept() if point.epoch < epoch)

    def remove_those_of_older_keys(self) -> None:
        """Remove them, if there is one under the present key; else they are all there is."""
        old = self.of_older_keys()
        if len(old) < len(self.kept()):
            for point in old:
                taking.remove(point.path)

    def close(self) -> None:
        """Forget the key and let go of the file, whose database must be closed already."""
        wipe(self._key)
        self._original.close()

    def _snapshot(self) -> Snapshot:
        keys = _keys(self._folder, self._database)
        tally = self._original.tally(self._database, self._key)
        content = self._original.content(self._database)
        return Snapshot(self._now(), keys, content, tally)


def before_migration(folder: Path, data_key: bytearray, now: datetime) -> Path | None:
    """Back a closed vault up if opening it would bring its shelves up to date; None if not.

    Hold the vault's lock, and have no connection to it. Raises Trouble if the vault cannot be read
    or the backup cannot be made; opening it must then wait.
    """
    notes = folder / vault_folder.NOTES
    database = Database(notes, data_key)  # not only to read: it finishes what a crash interrupted
    try:
        is_old = 0 < migrations.version_of(database) < len(migrations.steps())
        keys = _keys(folder, database) if is_old else None
    finally:
        database.close()
    if keys is None:
        return None
    with backup.reading(notes, data_key) as reader:
        tally = backup.tally(reader)
    snapshot = Snapshot(now, keys, notes.read_bytes(), tally)
    return Taken(folder, data_key, snapshot, out=None).finish()


def _keys(folder: Path, database: Database) -> KeyFile:
    """Return the keys that open this vault, from its inner copy where the files are lost."""
    try:
        return copies.read(folder)
    except KeysTrouble as trouble:
        if trouble.fault is Fault.NEWER:
            raise
        return keyfile.from_bytes(about.key_copy(database))


def _copy_unread() -> Trouble:
    return Trouble(
        what_happened="The second copy cannot be read.",
        what_is_safe="Your vault and the copy are as they were.",
        what_to_do="Wait until the folder has caught up, then look again.",
    )
