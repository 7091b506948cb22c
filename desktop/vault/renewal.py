"""The moment in which a vault gets another data key: old or new, whatever stops it.

The notes are copied under the new key into a file beside the old one, and the new key file waits
beside its old copies, with the first bytes of the new notes before it (their salt, which no two
files share). Then one rename decides: whoever comes next compares the salt of ``notes.db`` with the
one that is waiting, and puts the keys in force that belong to the notes that stand there.

Source: security.md 2.2, "Replace the key"; told apart by the salt instead of by trying both keys,
since the lock screen, which never opens the notes, must know as well.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.vault import copies, keyfile
from desktop.vault import folder as vault_folder
from desktop.vault.durable import clear_unfinished, sync_folder, write_durably
from desktop.vault.keyfile import KeyFile, KeysTrouble
from desktop.vault.lockfile import NAME as LOCK
from desktop.vault.lockfile import hold

NOTES: Final = "notes.db.renewed"
_JOURNAL: Final = "notes.db.renewed-journal"
_KEYS: Final = "keys.next.json"
NAMES: Final = (NOTES, _JOURNAL, _KEYS)
_SALT_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class _Waiting:
    """The keys that will be in force as soon as the notes with this salt stand in their place."""

    salt: bytes
    keys: KeyFile


def announce(folder: Path, keys: KeyFile) -> None:
    """Lay the new keys ready, once the renewed notes are whole and closed. Changes nothing yet.

    Raises Trouble where the disk refuses.
    """
    salt = _salt(folder / NOTES).hex().encode("ascii")
    write_durably(folder / _KEYS, salt + b"\n" + keyfile.to_bytes(keys))


def switch(folder: Path) -> None:
    """Put the renewed notes in the place of the old ones, and their keys in force.

    Hold the vault's lock; nothing may have the notes open. Raises Trouble where the disk refuses:
    what stands in the folder can be opened then, with the old keys or with the new ones.
    """
    try:
        (folder / NOTES).replace(folder / vault_folder.NOTES)
        sync_folder(folder)
    except OSError as error:
        raise Trouble(
            what_happened="The renewed vault could not be put in its place.",
            what_is_safe="Your notes are whole, and open as before.",
            what_to_do="Check that you may write in the vault folder, then renew the key again.",
        ) from error
    finish_interrupted(folder)


def finish_interrupted(folder: Path) -> None:
    """Bring a renewal to one of its two ends. Hold the vault's lock; cheap where there is none."""
    waiting = _waiting(folder)
    if waiting is not None and _salt(folder / vault_folder.NOTES) == waiting.salt:
        copies.write(folder, waiting.keys)
    if waiting is None and (folder / _KEYS).exists():
        return  # it cannot be read at the moment; nothing is thrown away that may still be needed
    for name in NAMES:
        # On a read-only disk the old vault is still to be read.
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    clear_unfinished(folder / _KEYS)


def finish_if_free(folder: Path) -> None:
    """The same for a lock screen; not while another window has the vault, which may be at it."""
    if (folder / _KEYS).exists() and (folder / LOCK).exists():
        with suppress(Trouble), hold(folder):
            finish_interrupted(folder)


def _waiting(folder: Path) -> _Waiting | None:
    try:
        salt, _, keys = (folder / _KEYS).read_bytes().partition(b"\n")
        return _Waiting(bytes.fromhex(salt.decode("ascii")), keyfile.from_bytes(keys))
    except (OSError, ValueError, KeysTrouble):
        return None


def _salt(notes: Path) -> bytes:
    try:
        with notes.open("rb") as file:
            return file.read(_SALT_LENGTH)
    except OSError:
        return b""
