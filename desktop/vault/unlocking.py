"""The verbs of the lock: make new keys, unlock, set another passphrase, add and remove a way in."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop.domain.errors import Refusal, Trouble
from desktop.domain.ids import fresh
from desktop.vault import copies, derivation, recovery, renewal, slots
from desktop.vault.data_key import wipe
from desktop.vault.derivation import Argon2Parameters
from desktop.vault.keyfile import KeyFile
from desktop.vault.lockfile import hold
from desktop.vault.passphrase import check_new_passphrase
from desktop.vault.slots import Owner, Slot, WayIn


class WrongPassphrase(Refusal):
    """The passphrase opens no slot of a key file that is itself whole."""

    def __init__(self) -> None:
        super().__init__("passphrase", "That passphrase does not open this vault.")


def new_keys(
    passphrase: str, data_key: bytearray, parameters: Argon2Parameters | None = None
) -> KeyFile:
    """Return the key file of a new vault in which this passphrase opens ``data_key``.

    Writes nothing. Without ``parameters`` they are calibrated first, which takes some seconds.
    Refusal where the passphrase is too short.
    """
    owner = Owner(fresh(), 1)
    way_in = new_way_in(passphrase, parameters)
    try:
        slot = slots.wrap(data_key, way_in, slots.PASSPHRASE, owner)
    finally:
        wipe(way_in.key)
    return KeyFile(owner.vault_id, owner.epoch, 1, (slot,))


def new_way_in(passphrase: str, parameters: Argon2Parameters | None = None) -> WayIn:
    """Return a new passphrase already derived, for ``set_passphrase`` in the vault process.

    Takes some seconds unless ``parameters`` are given. Refusal where the passphrase is too short.
    """
    check_new_passphrase(passphrase)
    chosen = parameters or derivation.calibrated()
    return WayIn(derivation.to_fields(chosen), derivation.derive(passphrase, chosen))


def unlock(folder: Path, passphrase: str) -> bytearray:
    """Return the data key of the vault in this folder, after about a second; wipe it after use.

    Raises WrongPassphrase, or Trouble where the key file is damaged, missing, foreign or newer. A
    copy of the key file that is damaged, missing or behind is repaired on the way.
    """
    renewal.finish_if_free(folder)
    keys = copies.read(folder)
    ways_in = [slot for slot in keys.slots if slot.type == slots.PASSPHRASE]
    if not ways_in:
        raise _no_passphrase_set()
    for slot in ways_in:
        data_key = _opened(slot, passphrase, keys.owner)
        if data_key is not None:
            _repair_copies(folder)
            return data_key
    raise WrongPassphrase


def unlock_with_recovery_key(text: str) -> bytearray:
    """Return the data key that a recovery key spells; Refusal if it is mistyped.

    Whether it is the key of this vault only its notes can tell, when they are opened with it.
    """
    return recovery.decode(text)


def set_passphrase(folder: Path, data_key: bytearray, way_in: WayIn) -> KeyFile:
    """Replace the passphrase slot and return the new key file; every other way in stays.

    Instant: no note is encrypted again, and the recovery key stays valid. Hold the vault's lock and
    let the notes prove ``data_key`` first. Wipes ``way_in``. Trouble where the key file cannot be
    read or written. Source: security.md 2.2, "Change passphrase".
    """
    keys = copies.read(folder)
    try:
        slot = slots.wrap(data_key, way_in, slots.PASSPHRASE, keys.owner)
    finally:
        wipe(way_in.key)
    others = tuple(each for each in keys.slots if each.type != slots.PASSPHRASE)
    changed = replace(keys, seq=keys.seq + 1, slots=(slot, *others))
    copies.write(folder, changed)
    return changed


def proven(folder: Path, passphrase: str) -> WayIn:
    """Return the way in of the passphrase that opens this vault, after about a second.

    For whoever must ask for it although the vault is open. Raises WrongPassphrase, or as
    ``copies.read`` does. Wipe its key after use.
    """
    keys = copies.read(folder)
    for slot in keys.slots:
        if slot.type == slots.PASSPHRASE:
            key = derivation.derive(passphrase, derivation.from_fields(slot.kdf))
            data_key = slots.unwrap(slot, key, keys.owner)
            if data_key is not None:
                wipe(data_key)
                return WayIn(slot.kdf, key)
    raise WrongPassphrase


def add_keychain(folder: Path, data_key: bytearray, way_in: WayIn) -> KeyFile:
    """Let a keychain open the vault as well; one that this computer had before is replaced.

    Hold the vault's lock. Wipes ``way_in``. Trouble where the key file cannot be written.
    """
    keys = copies.read(folder)
    try:
        slot = slots.wrap(data_key, way_in, slots.KEYCHAIN, keys.owner)
    finally:
        wipe(way_in.key)
    here = way_in.kdf.get("computer")
    others = (
        each
        for each in keys.slots
        if each.type != slots.KEYCHAIN or each.kdf.get("computer") != here
    )
    changed = replace(keys, seq=keys.seq + 1, slots=(*others, slot))
    copies.write(folder, changed)
    return changed


def remove_slot(folder: Path, slot_id: str) -> KeyFile:
    """Take one way in away; it opens nothing from now on. Hold the vault's lock.

    Refusal for the last passphrase: a keychain is never the only way in (security.md 2.1).
    """
    keys = copies.read(folder)
    left = tuple(slot for slot in keys.slots if slot.id != slot_id)
    if left != keys.slots and not any(slot.type == slots.PASSPHRASE for slot in left):
        raise Refusal(
            "slot", "The passphrase cannot be removed: without it only paper would open the vault."
        )
    changed = replace(keys, seq=keys.seq + 1, slots=left)
    copies.write(folder, changed)
    return changed


def _opened(slot: Slot, passphrase: str, owner: Owner) -> bytearray | None:
    key = derivation.derive(passphrase, derivation.from_fields(slot.kdf))
    try:
        return slots.unwrap(slot, key, owner)
    finally:
        wipe(key)


def _repair_copies(folder: Path) -> None:
    # Another window or a read-only disk may stand in the way; then it waits for the next time.
    with suppress(Trouble), hold(folder):
        copies.heal(folder)


def _no_passphrase_set() -> Trouble:
    return Trouble(
        what_happened="No passphrase is set for this vault.",
        what_is_safe="Your notes are untouched.",
        what_to_do="Use your recovery key; you can set a new passphrase right after.",
    )
