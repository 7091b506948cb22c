"""What can be interrupted: the hand at its edits, and the larger works around a vault.

An act runs in a process of its own and says what is done, each thing only after the verb for it has
returned: that is when a manager reads *Saved*.
"""

import hashlib
import random
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final, TypeVar

from desktop.domain.errors import Trouble
from desktop.session import Session
from desktop.storage import opening
from desktop.vault import copies, derivation, keyfile, renewal, slots, unlocking
from desktop.vault.derivation import FLOOR_KIB, Argon2Parameters
from desktop.vault.slots import WayIn
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY
from tests.soak.faults import hand

T = TypeVar("T")
TRIES: Final = 3
"""How often the hand presses again what was refused; a manager gives up as well."""


@dataclass
class Job:
    """One act: where, with which dice, under which key and passphrase, and how much of it."""

    room: Path
    dice: random.Random
    tell: Callable[[str], None]
    key: int = 0
    phrase: int = 0
    rounds: int | None = None

    @property
    def folder(self) -> Path:
        """The vault folder."""
        return self.room / "vault"

    def numbers(self) -> Iterable[int]:
        """Return the rounds of this act; without a limit it goes on until it is stopped."""
        return count() if self.rounds is None else range(self.rounds)

    def open(self) -> Session:
        """Open the vault as it stands, for the hand."""
        return Session.open(self.folder, data_key(self.key), Clock())


Act = Callable[[Job], None]


def writing(job: Job) -> None:
    """Edit, edit, edit."""
    vault = job.open()
    stands = hand.read(vault)
    for _ in job.numbers():
        stands = _edit(job, vault, stands)
    vault.close()


def backing_up(job: Job) -> None:
    """Edit, then keep a backup."""
    vault = job.open()
    stands = hand.read(vault)
    for _ in job.numbers():
        stands = _edit(job, vault, stands)
        if made := _try(job, vault.backups.make):
            job.tell(f"backed up {made.name}")
    vault.close()


def migrating(job: Job) -> None:
    """Open an older vault, which brings it up to date, and go on writing in it."""
    vault = _try(job, job.open)
    if vault is None:
        return
    vault.close()
    job.tell("up to date")
    writing(job)


def changing_passphrase(job: Job) -> None:
    """Let another passphrase open the vault, again and again."""
    vault = job.open()
    for _ in job.numbers():
        if _try(job, partial(_set_passphrase, vault, job.phrase + 1)):
            job.phrase += 1
            job.tell(f"phrase {job.phrase}")
    vault.close()


def _set_passphrase(vault: Session, number: int) -> bool:
    vault.keys.set_passphrase(phrase(number))
    return True


def renewing(job: Job) -> None:
    """Edit, then encrypt the whole vault again under another key."""
    for _ in job.numbers():
        vault = job.open()
        _edit(job, vault, hand.read(vault))
        try:
            _renew(vault, data_key(job.key + 1), phrase(job.phrase))
        except Trouble as trouble:
            tell_of(job, trouble)
            vault.close()
            job.key = key_in_force(job.folder, job.key, job.phrase)
        else:
            job.key += 1
            job.tell(f"renewed {job.key}")


def _renew(vault: Session, new: bytearray, way_in: WayIn) -> None:
    begun = vault.keys.renewal(new, ((slots.PASSPHRASE, way_in),))
    begun.build(lambda _share: None)
    vault.close_renewed(begun)


def key_in_force(folder: Path, key: int, number: int) -> int:
    """Return the generation of the key that a passphrase opens, as the lock screen finds it."""
    renewal.finish_if_free(folder)
    keys = copies.read(folder)
    (slot,) = keys.slots
    found = slots.unwrap(slot, phrase(number).key, keys.owner)
    for generation in (key, key + 1):
        if found == data_key(generation):
            return generation
    raise AssertionError(f"passphrase {number} does not open key {key} or the one after it")


def _edit(job: Job, vault: Session, stands: hand.Stands) -> hand.Stands:
    edit = hand.next_edit(job.dice, stands)
    if not _try(job, partial(_made, vault, edit)):
        sys.exit()
    job.tell("kept")
    return hand.after(stands, edit)


def _made(vault: Session, edit: hand.Edit) -> bool:
    hand.make(vault, edit)
    return True


def _try(job: Job, verb: Callable[[], T]) -> T | None:
    """Do something as the window does it: trouble is shown in its own words, and tried again."""
    for _ in range(TRIES):
        try:
            return verb()
        except Trouble as trouble:
            tell_of(job, trouble)
    return None


def tell_of(job: Job, trouble: Trouble) -> None:
    """Say the sentences that the manager reads."""
    job.tell(f"refused {trouble.what_happened} {trouble.what_is_safe} {trouble.what_to_do}")


# What every watcher must notice ----------------------------------------------------------------


def boasting(job: Job) -> None:
    """Say that an edit is kept before it is."""
    vault = job.open()
    stands = hand.read(vault)
    for _ in job.numbers():
        edit = hand.next_edit(job.dice, stands)
        job.tell("kept")
        hand.make(vault, edit)
        stands = hand.after(stands, edit)
    vault.close()


def in_the_librarys_own_way(job: Job) -> None:
    """Open the notes as the library does by itself: journal_mode=DELETE, synchronous=FULL."""
    connection = opening.working(job.folder / "notes.db", data_key(job.key))
    connection.execute("PRAGMA locking_mode = NORMAL")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    for number in job.numbers():
        connection.execute("UPDATE about SET manager_name = ?", (f"Sam {number}",))
        job.tell(f"named Sam {number}")
    connection.close()


def keys_unsynced(job: Job) -> None:
    """Give the key files new content by a rename, without waiting for the disk anywhere."""
    keys = copies.read(job.folder)
    for number in job.numbers():
        job.phrase += 1
        slot = slots.wrap(data_key(job.key), phrase(job.phrase), slots.PASSPHRASE, keys.owner)
        changed = replace(keys, seq=keys.seq + 1 + number, slots=(slot,))
        for name in copies.NAMES:
            beside = job.folder / f".{name}.00000000.new"
            beside.write_bytes(keyfile.to_bytes(changed))
            beside.replace(job.folder / name)
        job.tell(f"phrase {job.phrase}")


ACTS: Final[dict[str, Act]] = {
    act.__name__.replace("_", " "): act
    for act in (
        *(writing, backing_up, migrating, changing_passphrase, renewing),
        *(boasting, in_the_librarys_own_way, keys_unsynced),
    )
}
OURS: Final = ("writing", "backing up", "migrating", "changing passphrase", "renewing")


# Keys that need no second to derive --------------------------------------------------------------


def data_key(number: int) -> bytearray:
    """Return the data key of a generation of the vault."""
    return bytearray(KEY) if not number else bytearray(_bytes(f"key {number}"))


def phrase(number: int) -> WayIn:
    """Return a passphrase already derived, as the window hands it over."""
    salt = _bytes(f"salt {number}")[:16]
    fields = derivation.to_fields(Argon2Parameters(FLOOR_KIB, 3, 4, salt))
    return WayIn(fields, bytearray(_bytes(f"phrase {number}")))


def give_passphrase(folder: Path) -> None:
    """Let the first passphrase open a closed vault."""
    unlocking.set_passphrase(folder, data_key(0), phrase(0))


def _bytes(words: str) -> bytes:
    return hashlib.sha256(words.encode()).digest()
