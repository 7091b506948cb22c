"""A new data key for a whole vault: whoever held the old recovery key can read nothing new.

``build`` copies every page under the new key beside the window, and keeps a verified backup under
it; ``ready`` and ``switch`` belong to the session's thread and take an instant. Until ``switch``
nothing has changed; it can be cancelled at any time, and a crash leaves the old vault or the new.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.services.taking import Snapshot, Taken
from desktop.storage import backup, renewing
from desktop.storage.backup import Original
from desktop.storage.database import Database
from desktop.vault import backup_file, copies, durable, keyfile, renewal, restore_points, slots
from desktop.vault.data_key import wipe
from desktop.vault.keyfile import KeyFile
from desktop.vault.slots import Owner, WayIn

Report = Callable[[object], None]
_COPYING: Final = 0.7
"""The share of the work that is copying; the rest is the backup and its verification."""


class Cancelled(Exception):
    """Somebody stopped the renewal; nothing was changed."""


class Renewal:
    """One renewal under way, from the bytes of an open vault to the moment before the switch."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        original: Original,
        keys: tuple[bytearray, bytearray],
        ways_in: tuple[tuple[str, WayIn], ...],
        now: datetime,
    ) -> None:
        """Copy the encrypted bytes as they stand; ``keys`` are the old data key and the new one.

        ``ways_in`` are those that will open the renewed vault, each with its kind; they are wiped.
        """
        self._folder = folder
        self._database = database
        self._old, self._new = (bytearray(key) for key in keys)
        self._now = now
        self._content = original.content(database)
        self._tally = original.tally(database, self._old)
        self._changes = backup.changes(database)
        self._stopped = threading.Event()
        self._keys = _renewed(copies.read(folder), self._new, ways_in)

    def cancel(self) -> None:
        """Stop as soon as possible; ``build`` then raises Cancelled."""
        self._stopped.set()

    def build(self, report: Report) -> None:
        """Copy, name the new owner, keep a backup under the new key, and verify all of it.

        In whatever thread there is; ``report`` hears the share that is done, 0 to 1. Raises Trouble
        where the disk refuses, Cancelled where it was stopped; nothing is left behind then.
        """
        try:
            self._build(report)
        except OSError as error:
            self.discard()
            raise backup_file.cannot_write(error) from error
        except BaseException:
            self.discard()
            raise
        finally:
            self._content = b""

    def ready(self) -> None:
        """Lay the new keys ready. Trouble where words were written since, or the disk refuses."""
        if backup.changes(self._database) != self._changes:
            raise _written_meanwhile()
        renewal.announce(self._folder, self._keys)

    def switch(self) -> None:
        """Put the renewed vault in its place; its files must be closed and its lock held."""
        try:
            renewal.switch(self._folder)
        finally:
            self._forget()

    def discard(self) -> None:
        """Remove what was built, and forget the keys."""
        for name in renewal.NAMES:
            with suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)
        self._forget()

    def _build(self, report: Report) -> None:
        restore_points.make_folder(self._folder)
        source = restore_points.aside(self._folder / restore_points.FOLDER / "whole", "check")
        renewed = self._folder / renewal.NOTES
        try:
            self._clear()
            source.touch(mode=0o600)
            source.write_bytes(self._content)
            renewing.copy_under(source, self._old, renewed, self._new, self._reporting(report))
        finally:
            source.unlink(missing_ok=True)
        renewing.name_owner(renewed, self._new, self._keys.epoch, keyfile.to_bytes(self._keys))
        self._still_wanted()
        content = renewed.read_bytes()
        report(_COPYING)
        snapshot = Snapshot(self._now, self._keys, content, self._tally)
        Taken(self._folder, self._new, snapshot, out=None).finish()
        durable.sync_folder(self._folder)
        self._still_wanted()
        report(1.0)

    def _clear(self) -> None:
        for name in renewal.NAMES:
            (self._folder / name).unlink(missing_ok=True)

    def _reporting(self, report: Report) -> Callable[[int, int], None]:
        def heard(done: int, of: int) -> None:
            self._still_wanted()
            report(_COPYING * done / of if of else _COPYING)

        return heard

    def _still_wanted(self) -> None:
        if self._stopped.is_set():
            raise Cancelled

    def _forget(self) -> None:
        wipe(self._old)
        wipe(self._new)


def _renewed(keys: KeyFile, new_key: bytearray, ways_in: tuple[tuple[str, WayIn], ...]) -> KeyFile:
    owner = Owner(keys.vault_id, keys.epoch + 1)
    made = []
    for kind, way_in in ways_in:
        made.append(slots.wrap(new_key, way_in, kind, owner))
        wipe(way_in.key)
    return replace(keys, epoch=owner.epoch, seq=keys.seq + 1, slots=tuple(made))


def _written_meanwhile() -> Trouble:
    return Trouble(
        what_happened="The key was not renewed: something was written in the meantime.",
        what_is_safe="Everything is saved, and your keys are as they were.",
        what_to_do="Renew it again, and leave the window alone until it is done.",
    )
