"""Key slots: one way in each, holding the data key wrapped under a key of its own.

There are passphrase slots and keychain slots; whatever comes later has the same shape, so that an
older program keeps it untouched.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from desktop.domain.ids import fresh
from desktop.vault.data_key import LENGTH
from desktop.vault.derivation import KdfFields

PASSPHRASE: Final = "passphrase"
KEYCHAIN: Final = "keychain"
NONCE_LENGTH: Final = 12
WRAPPED_LENGTH: Final = LENGTH + 16


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: how its key is found (``kdf``) and the data key wrapped under it (``ct``)."""

    id: str
    type: str
    kdf: KdfFields
    nonce: bytes
    ct: bytes


@dataclass(frozen=True, slots=True)
class WayIn:
    """A key that a slot can be made with, and how it is found again; a passphrase already derived.

    Lets one process meet the passphrase and another one write the slot. Wipe ``key`` after use.
    """

    kdf: KdfFields
    key: bytearray = field(repr=False)


@dataclass(frozen=True, slots=True)
class Owner:
    """The vault and the generation of its data key that a slot is bound to."""

    vault_id: str
    epoch: int


def canonical(fields: Mapping[str, object]) -> bytes:
    """Return the one way to write these fields as JSON: sorted, no spaces, ASCII."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode("ascii")


def wrap(data_key: bytearray, way_in: WayIn, kind: str, owner: Owner) -> Slot:
    """Return a new slot of this kind that holds ``data_key`` under a way in (AES-256-GCM)."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    empty = Slot(fresh(), kind, way_in.kdf, os.urandom(NONCE_LENGTH), b"")
    wrapped = AESGCM(way_in.key).encrypt(empty.nonce, data_key, _bound(empty, owner))
    return Slot(empty.id, empty.type, empty.kdf, empty.nonce, wrapped)


def unwrap(slot: Slot, key: bytearray, owner: Owner) -> bytearray | None:
    """Return the data key of a slot, or None where key, slot or owner is not the right one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    data_key = bytearray(LENGTH)
    try:
        AESGCM(key).decrypt_into(slot.nonce, slot.ct, _bound(slot, owner), data_key)
    except InvalidTag:
        return None
    return data_key


def _bound(slot: Slot, owner: Owner) -> bytes:
    """Everything in the slot except the wrapped key, and its owner: an edit of any of it fails."""
    return canonical(
        {
            "id": slot.id,
            "type": slot.type,
            "kdf": dict(slot.kdf),
            "nonce": slot.nonce.hex(),
            "vault_id": owner.vault_id,
            "epoch": owner.epoch,
        }
    )
