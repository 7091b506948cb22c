"""Making a vault and opening one: the lock, the file and the slots brought together."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.errors import Damaged, Trouble
from desktop.services import backups, reading
from desktop.services.newest_good import beyond_reading
from desktop.services.reading import Reading, ReadingCopy, Why
from desktop.storage import about, migrations
from desktop.storage.database import Database
from desktop.storage.migrations import Newer
from desktop.vault import copies, durable, keyfile, lockfile, renewal, unlocking
from desktop.vault import folder as vault_folder
from desktop.vault.folder import Standing
from desktop.vault.keyfile import Fault, KeysTrouble
from desktop.vault.lockfile import AlreadyOpen, VaultLock
from desktop.vault.slots import WayIn


def create_vault(
    folder: Path, data_key: bytearray, keys: bytes, *, manager_name: str, now: datetime
) -> None:
    """Make a new vault in a folder where there is none, all of it or nothing.

    The notes are built under another name and get theirs last, so that an interruption leaves no
    half-made vault. Raises Trouble if anything already stands there, or the disk refuses.
    """
    _nothing_there(folder)
    vault_folder.make(folder)
    with lockfile.hold(folder):
        key_file = keyfile.from_bytes(keys)
        _fill(folder / vault_folder.BEING_MADE, data_key, key_file, manager_name, now)
        copies.write(folder, key_file)
        vault_folder.put_in_place(folder)


def open_vault(folder: Path, data_key: bytearray, now: datetime) -> tuple[VaultLock, Database]:
    """Open a vault with its data key, for this process alone.

    One of an older schema is backed up before it is brought up to date. Raises Trouble when it is
    in use, missing, damaged, of another vault or from a newer Onward.
    """
    found = vault_folder.look_into(folder)
    if found.trouble and not found.recovery_key_helps:
        raise found.trouble
    lock = lockfile.hold(folder)
    try:
        vault_folder.keep_private(folder)
        renewal.finish_interrupted(folder)
        durable.clear_all_unfinished(folder)
        _mend_after_a_crash(folder, data_key)
        backups.before_migration(folder, data_key, now)
        return lock, _open_notes(folder, data_key)
    except BaseException:
        lock.release()
        raise


@dataclass(frozen=True, slots=True)
class Opened:
    """An open vault; with ``reading`` it is open for reading only, over a copy of its file."""

    lock: VaultLock | None
    database: Database
    reading: Reading | None = None
    copy: ReadingCopy | None = None


def open_what_can_be(
    folder: Path,
    data_key: bytearray,
    now: datetime,
    rescuing: Callable[[], None] = reading.say_nothing,
) -> Opened:
    """Open a vault as ``open_vault`` does, or for reading only where that cannot be.

    That is so where it may not be written, is damaged, or comes from a newer Onward whose words
    this one understands. ``rescuing`` is told where a damaged one is about to be read row by row.
    Raises Trouble where nothing of it can be shown; it names the newest good backup then.
    """
    found = vault_folder.look_into(folder)
    if found.trouble and not (found.recovery_key_helps or found.may_be_read):
        raise found.trouble
    if not reading.may_write(folder):
        return _read(folder, data_key, now, Why.NOT_WRITABLE, rescuing)
    why = Why.DAMAGED
    if not found.may_be_read and _has_no_mark(folder, data_key):
        try:
            return Opened(*open_vault(folder, data_key, now))
        except Damaged:
            why = Why.DAMAGED
        except Newer:
            why = Why.NEWER
    return _read(folder, data_key, now, why, rescuing)


def open_to_read(
    folder: Path,
    data_key: bytearray,
    now: datetime,
    rescuing: Callable[[], None] = reading.say_nothing,
) -> Opened:
    """Open a copy of a vault that another computer has open; whoever has it is not disturbed."""
    found = vault_folder.look_into(folder)
    if found.trouble and not found.may_be_read:
        raise found.trouble
    copy, database, state = reading.open_copy(folder, data_key, now, Why.ELSEWHERE, rescuing)
    return Opened(None, database, state, copy)


def _has_no_mark(folder: Path, data_key: bytearray) -> bool:
    """Whether the last window met no damage, or all of the file is whole again."""
    if not vault_folder.is_marked_damaged(folder):
        return True
    with lockfile.hold(folder):
        if not reading.is_whole(folder, data_key):
            return False
    vault_folder.clear_damage(folder)
    return True


def _read(
    folder: Path, data_key: bytearray, now: datetime, why: Why, rescuing: Callable[[], None]
) -> Opened:
    lock = _lock_where_it_can_be(folder)
    try:
        copy, database, state = reading.open_copy(folder, data_key, now, why, rescuing)
        return Opened(lock, database, state, copy)
    except Damaged as damaged:
        if lock is not None:
            lock.release()
        known = vault_folder.look_into(folder).trouble
        raise beyond_reading(folder, data_key, known) from damaged
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _lock_where_it_can_be(folder: Path) -> VaultLock | None:
    """Keep other windows out; a folder that may not be written has no lock, and needs none."""
    try:
        return lockfile.hold(folder)
    except AlreadyOpen:
        raise
    except Trouble:
        return None


def set_passphrase(folder: Path, database: Database, data_key: bytearray, way_in: WayIn) -> None:
    """Let a new passphrase open the vault, and the old one no longer; the notes stay as they are.

    For a vault that was just opened with its recovery key, and is held open.
    """
    keys = unlocking.set_passphrase(folder, data_key, way_in)
    with database.transaction():
        about.write_key_copy(database, keyfile.to_bytes(keys))


def _mend_after_a_crash(folder: Path, data_key: bytearray) -> None:
    """Write the free pages anew of notes that were stopped in the middle of a save.

    The save itself is taken back by the journal; but that keeps no free page as it was, and one
    that was half written over would be called damage by every check from then on.
    """
    if not vault_folder.stopped_in_a_save(folder):
        return
    database = Database(folder / vault_folder.NOTES, data_key)
    try:
        # Without room on the disk the notes are whole all the same.
        with suppress(Trouble):
            database.write_free_pages_anew()
    finally:
        database.close()


def _open_notes(folder: Path, data_key: bytearray) -> Database:
    database = Database(folder / vault_folder.NOTES, data_key)
    try:
        migrations.bring_up_to_date(database)
        _same_vault(folder, database)
    except BaseException:
        database.close()
        raise
    return database


def _nothing_there(folder: Path) -> None:
    if vault_folder.look_into(folder).standing is not Standing.NOTHING_YET:
        raise Trouble(
            what_happened="There is already something in the folder for the vault.",
            what_is_safe="It was left as it is; nothing was overwritten.",
            what_to_do="Open what is there, or choose another folder.",
        )


def _fill(
    notes: Path, data_key: bytearray, keys: keyfile.KeyFile, manager_name: str, now: datetime
) -> None:
    database = Database(notes, data_key, create=True)
    try:
        migrations.bring_up_to_date(database)
        with database.transaction():
            about.write_about(
                database,
                vault_id=keys.vault_id,
                epoch=keys.epoch,
                manager_name=manager_name,
                created=now,
            )
            about.write_key_copy(database, keyfile.to_bytes(keys))
    finally:
        database.close()


def _same_vault(folder: Path, database: Database) -> None:
    """Write lost keys again from the copy inside the notes; refuse the keys of another vault.

    Source: security.md 2.2, "after unlocking with keys.json missing, rewrite it".
    """
    row = about.AboutShelf(database)
    try:
        keys = copies.read(folder)
    except KeysTrouble as trouble:
        if trouble.fault in (Fault.NEWER, Fault.UNREADABLE):
            raise
        copies.set_aside(folder)
        copies.write(folder, keyfile.from_bytes(about.key_copy(database)))
        return
    if keys.vault_id == row.vault_id() and keys.epoch < row.epoch():
        # The notes have a newer key than the file: what they say of themselves is what opens them.
        copies.write(folder, keyfile.from_bytes(about.key_copy(database)))
        return
    if (keys.vault_id, keys.epoch) != (row.vault_id(), row.epoch()):
        raise vault_folder.keys_of_another_vault()
