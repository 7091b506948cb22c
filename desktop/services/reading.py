"""Opening a vault for reading only: where it is damaged, may not be written, or is too new.

What is read is a copy, encrypted as the vault is, in a passing folder that goes with the window;
the vault's own file is not touched. A damaged one is read row by row into that copy, and what
cannot be read is named. Everything that would write is refused in words.

    >>> opened = opening.open_what_can_be(folder, key, now)   # doctest: +SKIP
    >>> opened.reading.why                                    # doctest: +SKIP
    <Why.DAMAGED: 'damaged'>
"""

import errno
import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.storage import about, backup, migrations
from desktop.storage.database import Database
from desktop.storage.migrations import Newer
from desktop.storage.salvage.losses import Loss
from desktop.storage.salvage.rescue import Owner, rescue
from desktop.vault import copies, keyfile
from desktop.vault import folder as vault_folder
from desktop.vault.keyfile import KeyFile, KeysTrouble
from desktop.vault.passing import PassingFolder

_CHUNK: Final = 1 << 20
_PAGE: Final = 4096
_TRIES: Final = 3
_READ_ONLY: Final = frozenset({errno.EROFS, errno.EPERM})


class Why(Enum):
    """Why a vault is open for reading only."""

    NOT_WRITABLE = "not writable"
    DAMAGED = "damaged"
    NEWER = "newer"
    ELSEWHERE = "open elsewhere"


_WHOLE: Final = (Why.NOT_WRITABLE, Why.ELSEWHERE)
"""Nothing is wrong with the file itself, so that a copy of it is read as it is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A vault that is open for reading only: why, and what of it is lost."""

    why: Why
    lost: tuple[Loss, ...] = ()


class ReadingCopy:
    """The copy that is read instead of the vault itself; ``close`` removes it."""

    def __init__(self, folder: Path) -> None:
        """Copy the notes in ``folder``, and the journal that a crash left beside them.

        What the disk cannot read becomes a gap. Trouble where there is no room for the copy.
        """
        self._passing = PassingFolder()
        self._place = self._passing.path
        self.notes = self._place / vault_folder.NOTES
        try:
            _copy_still(folder / vault_folder.NOTES, self.notes)
            journal = folder / vault_folder.JOURNAL
            if journal.exists() and journal.stat().st_size:
                _copy(journal, self._place / vault_folder.JOURNAL)
        except OSError as error:
            self.close()
            raise _cannot_copy() from error

    @property
    def rescued(self) -> Path:
        """Where what could be read of a damaged file is put."""
        return self._place / "rescued.db"

    def settle(self, data_key: bytearray) -> None:
        """Take back what a crash had left half done, as far as the copy still allows it."""
        was_stopped = vault_folder.stopped_in_a_save(self._place)
        with suppress(Trouble), closing(Database(self.notes, data_key)) as database:
            if was_stopped:
                database.write_free_pages_anew()
        (self._place / vault_folder.JOURNAL).unlink(missing_ok=True)

    def close(self) -> None:
        """Remove the copy."""
        self._passing.close()


def may_write(folder: Path) -> bool:
    """Say whether a vault's folder and its notes can be written; leaves nothing behind.

    Ask only while nobody has the notes open: closing a file takes its locks away (fcntl(2)).
    """
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
        os.close(os.open(folder / vault_folder.NOTES, os.O_RDWR))
    except PermissionError:
        return False
    except OSError as error:
        return error.errno not in _READ_ONLY
    return True


def is_whole(folder: Path, data_key: bytearray) -> bool:
    """Read every byte of a closed vault: some seconds for 100 MB. Trouble without room for it."""
    copy = ReadingCopy(folder)
    try:
        copy.settle(data_key)
        return not backup.faults(copy.notes, data_key)
    finally:
        copy.close()


def say_nothing() -> None:
    """Take no notice of a rescue that begins."""


def open_copy(
    folder: Path,
    data_key: bytearray,
    now: datetime,
    why: Why,
    rescuing: Callable[[], None] = say_nothing,
) -> tuple[ReadingCopy, Database, Reading]:
    """Open a vault for reading only, as much of it as there is.

    A vault that may not be written and is damaged as well is opened as a damaged one. One that is
    damaged is read row by row, which may take half a minute: ``rescuing`` is told when that begins.
    Raises Damaged where nothing can be read, Newer where a newer vault cannot be understood.
    """
    copy = ReadingCopy(folder)
    try:
        copy.settle(data_key)
        if why in _WHOLE:
            why = _why_not_as_it_is(copy.notes, data_key, why)
        lost: tuple[Loss, ...] = ()
        if why not in _WHOLE:
            if why is Why.DAMAGED:
                rescuing()
            lost = _rescue(copy, folder, data_key, now, why)
        database = Database(copy.notes if why in _WHOLE else copy.rescued, data_key)
        try:
            migrations.bring_up_to_date(database)
            _of_this_vault(folder, database)
        except BaseException:
            database.close()
            raise
        database.hold(nothing_is_saved)
        return copy, database, Reading(why, lost)
    except BaseException:
        copy.close()
        raise


def _why_not_as_it_is(notes: Path, data_key: bytearray, why: Why) -> Why:
    if backup.faults(notes, data_key):
        return Why.DAMAGED
    newer = backup.version_of(notes, data_key) > len(migrations.steps())
    return Why.NEWER if newer else why


def _rescue(
    copy: ReadingCopy, folder: Path, data_key: bytearray, now: datetime, why: Why
) -> tuple[Loss, ...]:
    if why is Why.NEWER and not knows_all_of_ours(copy.notes, data_key):
        raise Newer
    keys = _keys(folder)
    owner = Owner(
        vault_id=keys.vault_id if keys else "",
        epoch=keys.epoch if keys else 1,
        keys=keyfile.to_bytes(keys) if keys else b"",
        at=now,
    )
    return rescue(copy.notes, copy.rescued, data_key, owner)


def knows_all_of_ours(notes: Path, data_key: bytearray) -> bool:
    """Say whether a newer vault still has every table and column that this Onward reads."""
    with PassingFolder() as place:
        database = Database(place / "ours.db", data_key, create=True)
        try:
            migrations.bring_up_to_date(database)
            ours = backup.columns(database)
        finally:
            database.close()
    with backup.reading(notes, data_key) as reader:
        return ours <= backup.columns(reader)


def _of_this_vault(folder: Path, database: Database) -> None:
    keys = _keys(folder)
    if keys is not None and keys.vault_id != about.AboutShelf(database).vault_id():
        raise vault_folder.keys_of_another_vault()


def _keys(folder: Path) -> KeyFile | None:
    try:
        return copies.read(folder)
    except KeysTrouble:
        return None


def _copy_still(source: Path, target: Path) -> None:
    """Copy a file that nobody writes to meanwhile; the last try counts whatever happens."""
    for _ in range(_TRIES):
        before = source.stat()
        _copy(source, target)
        after = source.stat()
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return


def _copy(source: Path, target: Path) -> None:
    """Copy a file, with zeros for the pages that the disk cannot read."""
    target.touch(mode=0o600)
    with source.open("rb", buffering=0) as old, target.open("wb") as new:
        size = os.fstat(old.fileno()).st_size
        for begin in range(0, size, _CHUNK):
            length = min(_CHUNK, size - begin)
            try:
                new.write(_at(old.fileno(), begin, length))
            except OSError:
                new.write(b"".join(_page(old.fileno(), at) for at in _pages(begin, length)))
        new.truncate(size)


def _at(descriptor: int, begin: int, length: int) -> bytes:
    os.lseek(descriptor, begin, os.SEEK_SET)
    content = bytearray()
    while len(content) < length and (more := os.read(descriptor, length - len(content))):
        content += more
    return bytes(content)


def _page(descriptor: int, begin: int) -> bytes:
    try:
        return _at(descriptor, begin, _PAGE)
    except OSError:
        return bytes(_PAGE)


def _pages(begin: int, length: int) -> range:
    return range(begin, begin + length, _PAGE)


def nothing_is_saved() -> Trouble:
    """Answer whoever tries to change something all the same."""
    return Trouble(
        what_happened="Nothing was saved: this vault is open for reading only.",
        what_is_safe="Everything in it is as it was.",
        what_to_do="The line at the top of the window says why, and what to do.",
    )


def _not_writable() -> Trouble:
    return Trouble(
        what_happened="Onward may not write into this vault: its folder or its file is read-only.",
        what_is_safe="Everything in it can be read and searched, and nothing was changed.",
        what_to_do=(
            "Allow writing in the folder, or copy the vault into one of your own; "
            "then lock and unlock."
        ),
    )


def _is_damaged() -> Trouble:
    return Trouble(
        what_happened="This vault is open for reading only: a part of its file is damaged.",
        what_is_safe="Nothing was changed, and the damaged file stays as it is.",
        what_to_do="Bring back a backup to go on writing; “What is lost” leads there.",
    )


def _is_newer() -> Trouble:
    return Trouble(
        what_happened="This vault is open for reading only: a newer Onward has written in it.",
        what_is_safe="Nothing was changed; the newer Onward opens it as before.",
        what_to_do="Install the newer version on this computer to go on writing.",
    )


def _cannot_copy() -> Trouble:
    return Trouble(
        what_happened="The vault cannot be written, and there is no room for a copy to read from.",
        what_is_safe="Your notes are as they were.",
        what_to_do="Free some space on this computer, then try again.",
    )


def _is_elsewhere() -> Trouble:
    return Trouble(
        what_happened="You are reading this vault while another computer has it open.",
        what_is_safe="Nothing is written here. What is written there meanwhile is not shown.",
        what_to_do="Lock it to look again; once it is closed there, it opens for writing.",
    )


SENTENCES: Final[Mapping[Why, Callable[[], Trouble]]] = {
    Why.NOT_WRITABLE: _not_writable,
    Why.DAMAGED: _is_damaged,
    Why.NEWER: _is_newer,
    Why.ELSEWHERE: _is_elsewhere,
}
"""What stands at the top of the window as long as it is open."""
