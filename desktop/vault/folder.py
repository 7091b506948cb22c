"""What stands in a vault folder before anybody opens it, and how a new vault is put there.

Looking never writes, and nothing that stands there is ever overwritten or started afresh.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.vault import copies, lockfile
from desktop.vault.durable import sync_folder
from desktop.vault.keyfile import Fault, KeysTrouble

NOTES: Final = "notes.db"
JOURNAL: Final = "notes.db-journal"
BEING_MADE: Final = "notes.db.new"
DAMAGE: Final = "damage-found"
"""A file without a word in it: damage was met while the vault was open; look before opening it."""
_JOURNAL_BEING_MADE: Final = "notes.db.new-journal"
_PAGE: Final = 4096
_OF_OTHERS: Final = 0o077
_UNENCRYPTED: Final = b"SQLite format 3\x00"


class Standing(Enum):
    """What a look into a vault folder can find."""

    NOTHING_YET = "nothing yet"
    READY = "ready"
    UNREADABLE = "unreadable"
    NOTES_MISSING = "notes missing"
    NOTES_EMPTY = "notes empty"
    NOTES_CUT_SHORT = "notes cut short"
    NOTES_FOREIGN = "notes foreign"
    KEYS_MISSING = "keys missing"
    KEYS_DAMAGED = "keys damaged"
    KEYS_FOREIGN = "keys foreign"
    KEYS_NEWER = "keys newer"


@dataclass(frozen=True, slots=True)
class Look:
    """What was found; ``trouble`` holds the sentences for everything but nothing and ready."""

    standing: Standing
    trouble: Trouble | None = None

    @property
    def recovery_key_helps(self) -> bool:
        """True where the notes are there and only the keys are not."""
        return self.standing in (
            Standing.KEYS_MISSING,
            Standing.KEYS_DAMAGED,
            Standing.KEYS_FOREIGN,
        )

    @property
    def may_be_read(self) -> bool:
        """True where the notes are there and only a part of them is missing."""
        return self.standing is Standing.NOTES_CUT_SHORT


def look_into(folder: Path) -> Look:
    """Say what stands in a vault folder, without a passphrase; security.md 2.6, third line."""
    try:
        notes = _look_at_notes(folder)
        if notes is not Standing.READY:
            return Look(notes, _trouble(notes))
        copies.read(folder)
    except KeysTrouble as trouble:
        return Look(_OF_KEYS[trouble.fault], trouble)
    except OSError:
        return Look(Standing.UNREADABLE, _trouble(Standing.UNREADABLE))
    return Look(Standing.READY)


def stopped_in_a_save(folder: Path) -> bool:
    """Whether the machine stopped in the middle of a save; the next opening takes that one back."""
    return _size(folder / JOURNAL) > 0


def make(folder: Path) -> None:
    """Make the folder of a new vault, for its owner only, and clear what an earlier try left.

    Raises Trouble if anything else stands there, or if the folder cannot be made.
    """
    look = look_into(folder)
    if look.standing is not Standing.NOTHING_YET:
        raise look.trouble or _already_a_vault()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(folder.parent)
        _clear_unfinished(folder)
    except OSError as error:
        raise _cannot_make() from error


def keep_private(folder: Path) -> None:
    """Take from everybody else what they may do in a vault folder, where the disk knows of that.

    A folder that was copied by hand comes with the rights that its copier gives to everything.
    """
    names = (NOTES, JOURNAL, lockfile.NAME, *copies.NAMES)
    for path in (folder, *(folder / name for name in names)):
        with suppress(OSError):
            mode = path.stat().st_mode
            if mode & _OF_OTHERS:
                path.chmod(mode & ~_OF_OTHERS)


def mark_damaged(folder: Path) -> None:
    """Remember that damage was met, where the folder allows it."""
    with suppress(OSError):
        (folder / DAMAGE).touch(mode=0o600)


def is_marked_damaged(folder: Path) -> bool:
    """Say whether damage was met the last time."""
    return (folder / DAMAGE).exists()


def clear_damage(folder: Path) -> None:
    """Forget it: the vault was looked over and is whole."""
    with suppress(OSError):
        (folder / DAMAGE).unlink()


def put_in_place(folder: Path) -> None:
    """Give the finished notes of a new vault their name, the last step of making one.

    Build them under ``BEING_MADE``, close them, write the keys, then call this: a crash at any
    point before leaves a folder where nothing stands yet, so that making it can start again.
    """
    if (folder / NOTES).exists():
        raise _already_a_vault()
    # A journal with something in it belongs to notes that were not closed.
    if _size(folder / _JOURNAL_BEING_MADE):
        raise _cannot_make()
    try:
        (folder / _JOURNAL_BEING_MADE).unlink(missing_ok=True)
        (folder / BEING_MADE).rename(folder / NOTES)
        sync_folder(folder)
    except OSError as error:
        raise _cannot_make() from error


def _clear_unfinished(folder: Path) -> None:
    if not (folder / BEING_MADE).exists():
        return
    for name in copies.NAMES:
        (folder / name).unlink(missing_ok=True)
    # The unfinished notes go last: as long as they are there, the rest is known to be unfinished.
    sync_folder(folder)
    for name in (_JOURNAL_BEING_MADE, BEING_MADE):
        (folder / name).unlink(missing_ok=True)


def _look_at_notes(folder: Path) -> Standing:
    notes = folder / NOTES
    if not notes.exists():
        return _without_notes(folder)
    if not notes.is_file():
        return Standing.NOTES_FOREIGN
    size = notes.stat().st_size
    if size == 0:
        return Standing.NOTES_EMPTY
    with notes.open("rb") as file:
        if file.read(len(_UNENCRYPTED)) == _UNENCRYPTED:
            return Standing.NOTES_FOREIGN
    # In the middle of a change the journal holds what is needed to put the size right.
    if size % _PAGE and _size(folder / JOURNAL) == 0:
        return Standing.NOTES_CUT_SHORT
    return Standing.READY


def _without_notes(folder: Path) -> Standing:
    if (folder / BEING_MADE).exists() and _size(folder / JOURNAL) == 0:
        return Standing.NOTHING_YET
    left = [name for name in copies.NAMES if (folder / name).exists()]
    return Standing.NOTES_MISSING if left or _size(folder / JOURNAL) else Standing.NOTHING_YET


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _trouble(standing: Standing) -> Trouble | None:
    if standing not in _SENTENCES:
        return None
    happened, to_do = _SENTENCES[standing]
    return Trouble(
        what_happened=happened,
        what_is_safe="Nothing in the vault folder was changed.",
        what_to_do=to_do,
    )


def keys_of_another_vault() -> Trouble:
    """Say that the notes and the key file in one folder do not belong together."""
    return Trouble(
        what_happened="The notes in this folder belong to another vault than its key file.",
        what_is_safe="Nothing was changed and nothing was overwritten.",
        what_to_do="Put notes.db and keys.json of the same vault into one folder.",
    )


def _already_a_vault() -> Trouble:
    return Trouble(
        what_happened="There is a vault in this folder already.",
        what_is_safe="It was not changed.",
        what_to_do="Unlock it, or choose another folder for the new one.",
    )


def _cannot_make() -> Trouble:
    return Trouble(
        what_happened="The folder for your notes could not be made.",
        what_is_safe="Nothing that was there before was changed.",
        what_to_do="Check that the disk has room and lets you write, then try again.",
    )


_BRING_BACK: Final = (
    "Bring notes.db back from a backup, or from the earlier versions your sync service keeps."
)
_SENTENCES: Final[Mapping[Standing, tuple[str, str]]] = {
    Standing.UNREADABLE: (
        "The vault folder cannot be read.",
        "Check that its disk is connected and that you may read the folder, then try again.",
    ),
    Standing.NOTES_MISSING: (
        "Your notes (notes.db) are missing from the vault folder, though a vault was here. "
        "Onward does not start an empty one in its place.",
        _BRING_BACK,
    ),
    Standing.NOTES_EMPTY: (
        "The file of your notes (notes.db) is there, but it is empty.",
        _BRING_BACK,
    ),
    Standing.NOTES_CUT_SHORT: (
        "The file of your notes (notes.db) is incomplete: a part of it is missing.",
        _BRING_BACK,
    ),
    Standing.NOTES_FOREIGN: (
        "notes.db in this folder was not written by Onward.",
        "Move it to another folder. If your own notes were here, bring them back from a backup.",
    ),
}
_OF_KEYS: Final[Mapping[Fault, Standing]] = {
    Fault.NEWER: Standing.KEYS_NEWER,
    Fault.MIXED: Standing.KEYS_FOREIGN,
    Fault.UNREADABLE: Standing.UNREADABLE,
    Fault.DAMAGED: Standing.KEYS_DAMAGED,
    Fault.FOREIGN: Standing.KEYS_FOREIGN,
    Fault.MISSING: Standing.KEYS_MISSING,
}
