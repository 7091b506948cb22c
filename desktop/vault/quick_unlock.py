"""Quick unlock: a slot whose key comes from a secret that only this computer's keychain holds.

The keychain never holds the data key. Removing the slot makes the secret worthless, even where the
keychain was copied. Off until somebody turns it on, and the passphrase is asked for at least every
fourteen days, or people forget it. Source: security.md 2.2 and 2.4.
"""

import base64
import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from desktop.domain.errors import Refusal, Trouble
from desktop.domain.ids import fresh
from desktop.vault import copies, renewal, slots
from desktop.vault.data_key import LENGTH, wipe
from desktop.vault.derivation import KdfFields
from desktop.vault.durable import write_durably
from desktop.vault.keychain import Keychain
from desktop.vault.keyfile import KeyFile
from desktop.vault.slots import Slot, WayIn

ALGORITHM: Final = "hkdf-sha256"
TYPED: Final = "passphrase.typed"
"""The file that remembers the day on which the passphrase was last typed; nothing else."""

LONGEST_DAYS: Final = 14
_VERSION: Final = 1
_PURPOSE: Final = b"onward quick unlock"


class Outdated(Refusal):
    """The keychain answered, but its secret opens nothing any more."""

    def __init__(self) -> None:
        super().__init__(
            "keychain",
            "The keychain no longer holds what opens this vault. Please type your passphrase; "
            "you can turn quick unlock on again under “The vault and its keys”.",
        )


def new_way_in(keychain: Keychain, computer: str, day: date) -> WayIn:
    """Put a new secret into the keychain and return the way in that it opens.

    ``computer`` tells this computer from others that open the same vault. May take as long as the
    keychain; KeychainTrouble where that fails, and nothing is left in it then.
    """
    secret = bytearray(os.urandom(LENGTH))
    kdf: KdfFields = {
        "alg": ALGORITHM,
        "v": _VERSION,
        "salt": os.urandom(16).hex(),
        "account": fresh(),
        "computer": computer,
        "added": day.isoformat(),
    }
    try:
        keychain.keep(str(kdf["account"]), base64.b32encode(secret).decode("ascii"))
        return WayIn(kdf, _derived(secret, kdf))
    finally:
        wipe(secret)


def unlock(folder: Path, keychain: Keychain, computer: str) -> bytearray:
    """Return the data key of the vault in this folder, through the keychain; wipe it after use.

    Raises KeychainTrouble where the keychain does not answer, Outdated where its secret is gone or
    opens nothing, Trouble where the key file cannot be used.
    """
    renewal.finish_if_free(folder)
    keys = copies.read(folder)
    for slot in of_computer(keys, computer):
        secret = _secret(keychain.fetch(str(slot.kdf["account"])))
        if secret is not None:
            data_key = _opened(slot, secret, keys)
            if data_key is not None:
                return data_key
    raise Outdated


def withdraw(keychain: Keychain, slot: Slot) -> None:
    """Remove a slot's secret from the keychain, where it is there and the keychain lets us.

    The slot itself must be gone already: without it the secret opens nothing.
    """
    with suppress(Trouble):
        keychain.forget(str(slot.kdf["account"]))


def of_computer(keys: KeyFile, computer: str) -> tuple[Slot, ...]:
    """Return the keychain slots of this computer that this Onward understands."""
    return tuple(
        slot for slot in keys.slots if _is_ours(slot) and slot.kdf.get("computer") == computer
    )


def rewrapping(slot: Slot, keychain: Keychain) -> WayIn | None:
    """Return the way in of an existing slot, so that another data key can be wrapped under it.

    None where the keychain has lost its secret. KeychainTrouble where it does not answer.
    """
    secret = _secret(keychain.fetch(str(slot.kdf["account"])))
    if secret is None:
        return None
    try:
        return WayIn(slot.kdf, _derived(secret, slot.kdf))
    finally:
        wipe(secret)


def passphrase_was_typed(folder: Path, day: date) -> None:
    """Remember the day, where the folder allows it; else the passphrase is asked for again."""
    with suppress(Trouble):
        write_durably(folder / TYPED, day.isoformat().encode("ascii"))


def passphrase_is_due(folder: Path, day: date) -> bool:
    """Say whether the passphrase must be typed today: after 14 days, or if no day is known.

    A day in the future, as after a wrong clock, counts as unknown.
    """
    try:
        typed = date.fromisoformat((folder / TYPED).read_text("ascii"))
    except (OSError, ValueError):
        return True
    return not 0 <= (day - typed).days <= LONGEST_DAYS


def _is_ours(slot: Slot) -> bool:
    known = slot.kdf.get("alg") == ALGORITHM and slot.kdf.get("v") == _VERSION
    return slot.type == slots.KEYCHAIN and known and isinstance(slot.kdf.get("account"), str)


def _secret(kept: str | None) -> bytearray | None:
    """Return the secret that the keychain gave, or None if it is not one of ours."""
    try:
        secret = bytearray(base64.b32decode(kept or ""))
    except ValueError:
        return None
    return secret if len(secret) == LENGTH else None


def _opened(slot: Slot, secret: bytearray, keys: KeyFile) -> bytearray | None:
    key = bytearray()
    try:
        key = _derived(secret, slot.kdf)
        return slots.unwrap(slot, key, keys.owner)
    except ValueError:
        return None  # a slot that somebody edited
    finally:
        wipe(secret)
        wipe(key)


def _derived(secret: bytearray, kdf: KdfFields) -> bytearray:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key = bytearray(LENGTH)
    salt = bytes.fromhex(str(kdf["salt"]))
    HKDF(algorithm=SHA256(), length=LENGTH, salt=salt, info=_PURPOSE).derive_into(secret, key)
    return key
