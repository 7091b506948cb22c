"""An unlocked vault, and what may be done while it stays unlocked.

A session has two halves. Pages are given the shared one; the private one goes only to the panels
that show the manager's own notes.

    >>> session = Session.open(folder, key)               # doctest: +SKIP
    >>> session.shared.people.all()                       # doctest: +SKIP
"""

from datetime import datetime
from pathlib import Path
from typing import Self

from desktop.domain.errors import Trouble
from desktop.services import vaults
from desktop.storage.database import Database
from desktop.storage.shelves import Clock, PrivateShelf, SharedShelf
from desktop.vault.lockfile import VaultLock
from desktop.vault.slots import WayIn


def local_now() -> datetime:
    """Return the present moment with the offset of the place where this computer is."""
    return datetime.now().astimezone()


class Session:
    """The open database, its exclusive lock and its two halves."""

    def __init__(self, database: Database, lock: VaultLock, clock: Clock) -> None:
        self._database = database
        self._lock = lock
        self.shared = SharedShelf(database, clock)
        self.private = PrivateShelf(database, clock)

    @classmethod
    def open(
        cls,
        folder: Path,
        data_key: bytearray,
        clock: Clock = local_now,
        way_in: WayIn | None = None,
    ) -> Self:
        """Open a vault with its data key; with ``way_in`` a new passphrase opens it from now on.

        Raises Trouble when it is in use, missing, damaged, foreign or from a newer Onward;
        nothing is overwritten then.
        """
        lock, database = vaults.open_vault(folder, data_key)
        session = cls(database, lock, clock)
        if way_in is not None:
            try:
                vaults.set_passphrase(folder, database, data_key, way_in)
            except Trouble:
                session.close()
                raise
        return session

    def close(self) -> None:
        """Close the file, forget the key and let others have the vault."""
        self._database.close()
        self._lock.release()
