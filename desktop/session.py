"""An unlocked vault, and what may be done while it stays unlocked.

A session has two halves. Pages are given the shared one; the private one goes only to the panels
that show the manager's own notes.

    >>> session = Session.open(folder, key)               # doctest: +SKIP
    >>> session.shared.people.all()                       # doctest: +SKIP
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from desktop.domain.errors import Trouble
from desktop.services import presence, vaults
from desktop.services.backups import Backups
from desktop.services.clock import here_and_now
from desktop.services.keys import Keys
from desktop.services.presence import ALONE, Coming, Presence
from desktop.services.private import drafts
from desktop.services.private.drafts import Draft, Halves
from desktop.services.reading import nothing_is_saved, say_nothing
from desktop.services.renewing import Renewal
from desktop.services.restoring import Restore
from desktop.services.vaults import Opened
from desktop.services.whereabouts import Whereabouts
from desktop.storage.salvage.losses import Loss
from desktop.storage.shelves import Clock, PrivateShelf, SharedShelf
from desktop.vault import erasing
from desktop.vault.data_key import wipe
from desktop.vault.last_seen import LastSeen
from desktop.vault.slots import WayIn


class Session:
    """The open database, its exclusive lock, its two halves, and the backups of it.

    With ``reading`` it is open for reading only: every verb that would write is refused in words.
    """

    def __init__(
        self,
        folder: Path,
        opened: Opened,
        data_key: bytearray,
        clock: Clock,
        coming: Coming = ALONE,
    ) -> None:
        database = opened.database
        self._database = database
        self._lock = opened.lock
        self._copy = opened.copy
        self._key = bytearray(data_key)
        self.reading = opened.reading
        self.folder = folder
        self.shared = SharedShelf(database, clock)
        self.private = PrivateShelf(database, clock)
        self.backups = Backups(folder, database, data_key, clock)
        self.keys = Keys(folder, database, self.backups.original, data_key, clock)
        self.whereabouts = Whereabouts(database.path)
        self.presence = Presence(folder, database, coming, clock())

    @classmethod
    def open_to_read(
        cls,
        folder: Path,
        data_key: bytearray,
        clock: Clock = here_and_now,
        rescuing: Callable[[], None] = say_nothing,
    ) -> Self:
        """Show a vault that another computer has open as it is now; nothing is written in it."""
        opened = vaults.open_to_read(folder, data_key, clock(), rescuing)
        return cls(folder, opened, data_key, clock)

    @classmethod
    def open(
        cls,
        folder: Path,
        data_key: bytearray,
        clock: Clock = here_and_now,
        here: LastSeen | None = None,
        *,
        take_over: bool = False,
        rescuing: Callable[[], None] = say_nothing,
    ) -> Self:
        """Open a vault with its data key.

        ``here`` is what this computer remembers; with it, a vault that another computer has open
        stays closed unless ``take_over``. One that is damaged, may not be written or comes from a
        newer Onward opens for reading only where it can; ``rescuing`` is told where it is about to
        be read row by row. Raises Trouble when it cannot, is in use, missing or foreign; nothing is
        overwritten then.
        """
        coming = presence.coming(folder, here, take_over=take_over)
        with presence.named(coming):
            opened = vaults.open_what_can_be(folder, data_key, clock(), rescuing)
        return cls(folder, opened, data_key, clock, coming if opened.lock else ALONE)

    def open_from_now_on_with(self, way_in: WayIn) -> None:
        """Let a new passphrase open the vault, where it can be written; closed after Trouble."""
        if self.reading is not None:
            return
        try:
            vaults.set_passphrase(self.folder, self._database, self._key, way_in)
        except Trouble:
            self.close()
            raise

    def write_nothing(self, because: Callable[[], Trouble]) -> None:
        """Refuse every change for now with what ``because`` gives."""
        self._database.hold(because)

    def write_again(self) -> None:
        """Take changes again."""
        self._database.let_go()

    @property
    def lost(self) -> tuple[Loss, ...]:
        """What of a damaged vault cannot be read; nothing for one that is whole."""
        return self.reading.lost if self.reading is not None else ()

    def seal(self, unsaved: Sequence[Draft], before: bytes = b"") -> bytes:
        """Return words that could not be saved, after those sealed ``before``: for a lock."""
        return drafts.sealed(self._key, unsaved, before)

    def restore(self, sealed: bytes, *, keep_what_stands: bool = False) -> None:
        """Write words that were sealed at the last lock; Trouble while they cannot be saved.

        Once the manager may have written on, ``keep_what_stands``.
        """
        halves = Halves(self.shared, self.private)
        drafts.restore(halves, self._key, sealed, keep_what_stands=keep_what_stands)

    def close_renewed(self, renewal: Renewal) -> None:
        """Close, and put the renewed vault in place of this one; only its new key opens it then.

        Trouble before anything is closed where words were written since it was built; where the
        disk refuses at the last step, the session is closed and the old key stays in force.
        """
        renewal.ready()
        self._close_files()
        try:
            renewal.switch()
        finally:
            self._release()

    def close_restored(self, restore: Restore) -> None:
        """Close, and put the vault of a backup in place of this one, which is kept beside it.

        Trouble where the disk refuses; this vault then stands, closed.
        """
        self.presence.leave(forget=True)
        self._close_files()
        try:
            restore.switch(self._lock)
        finally:
            restore.discard()
            self._release()

    def close_erased(self) -> tuple[str, ...]:
        """Close, and erase the vault with all that is kept beside it in its folder.

        Returns the names of files that are not Onward's and stay. Trouble where the disk refuses.
        """
        if self._lock is None:
            raise nothing_is_saved()
        self.presence.forget_place()
        self.presence.leave(forget=True)
        self._close_files()
        return erasing.erase(self.folder, self._lock)

    def close(self) -> None:
        """Close the file, forget the key and let others have the vault."""
        self._close_files()
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _close_files(self) -> None:
        self.presence.leave()
        wipe(self._key)
        self.keys.close()
        self._database.close()
        self.backups.close()
        if self._copy is not None:
            self._copy.close()
