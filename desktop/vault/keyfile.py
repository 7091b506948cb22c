"""The key file: every slot of a vault, as bytes that show any damage."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop.domain.errors import Trouble
from desktop.vault import derivation, slots
from desktop.vault.slots import Owner, Slot

FORMAT: Final = "onward keys"
VERSION: Final = 1
_MARKS: Final = (b'"format":"onward keys"', b'"vault_id":"', b'"slots":[', b'"sha256":"')


class Fault(Enum):
    """Why a key file cannot be used; when both copies fail, the first of these is named."""

    NEWER = "newer"
    MIXED = "mixed"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    MISSING = "missing"


class KeysTrouble(Trouble):
    """No usable copy of the key file; ``fault`` says why."""

    def __init__(self, fault: Fault) -> None:
        happened, safe, to_do = _SENTENCES[fault]
        super().__init__(what_happened=happened, what_is_safe=safe, what_to_do=to_do)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Who the keys belong to (``vault_id``, ``epoch``), how often they changed, and the slots."""

    vault_id: str
    epoch: int
    seq: int
    slots: tuple[Slot, ...]

    @property
    def owner(self) -> Owner:
        """The vault and generation that every slot is bound to."""
        return Owner(self.vault_id, self.epoch)


def to_bytes(keys: KeyFile) -> bytes:
    """Return the one way to write this key file: canonical JSON with its checksum."""
    fields: dict[str, object] = {
        "format": FORMAT,
        "v": VERSION,
        "vault_id": keys.vault_id,
        "epoch": keys.epoch,
        "seq": keys.seq,
        "slots": [_slot_fields(slot) for slot in keys.slots],
    }
    return slots.canonical({**fields, "sha256": _checksum(fields)})


def from_bytes(content: bytes) -> KeyFile:
    """Read one copy; raises KeysTrouble (newer, damaged or foreign) for anything but our own."""
    if not content.strip(b"\0"):
        raise KeysTrouble(Fault.DAMAGED)  # what a full disk or a power cut leaves of a file
    if sum(mark in content for mark in _MARKS) < 2:
        raise KeysTrouble(Fault.FOREIGN)
    try:
        fields = json.loads(content)
        _require(fields["sha256"] == _checksum(_without_checksum(fields)))
        _require(fields["format"] == FORMAT)
        version = _number(fields["v"])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise KeysTrouble(Fault.DAMAGED) from None
    if version > VERSION:
        raise KeysTrouble(Fault.NEWER)
    return _understood(fields, content)


def _understood(fields: dict[str, object], content: bytes) -> KeyFile:
    try:
        keys = KeyFile(
            vault_id=_text(fields["vault_id"]),
            epoch=_number(fields["epoch"]),
            seq=_number(fields["seq"]),
            slots=tuple(_slot(_fields(each)) for each in _items(fields["slots"])),
        )
        # Read and written again it must be the same bytes, or something in it was not understood.
        _require(to_bytes(keys) == content)
    except (ValueError, TypeError, KeyError):
        raise KeysTrouble(Fault.DAMAGED) from None
    return keys


def _slot(fields: Mapping[str, object]) -> Slot:
    kdf = _fields(fields["kdf"])
    slot = Slot(
        id=_text(fields["id"]),
        type=_text(fields["type"]),
        kdf={name: _text_or_number(value) for name, value in kdf.items()},
        nonce=bytes.fromhex(_text(fields["nonce"])),
        ct=bytes.fromhex(_text(fields["ct"])),
    )
    if slot.type == slots.PASSPHRASE:
        derivation.from_fields(slot.kdf)
    if slot.type in (slots.PASSPHRASE, slots.KEYCHAIN):
        _require(len(slot.nonce) == slots.NONCE_LENGTH and len(slot.ct) == slots.WRAPPED_LENGTH)
    return slot


def _slot_fields(slot: Slot) -> dict[str, object]:
    return {
        "id": slot.id,
        "type": slot.type,
        "kdf": dict(slot.kdf),
        "nonce": slot.nonce.hex(),
        "ct": slot.ct.hex(),
    }


def _checksum(fields: Mapping[str, object]) -> str:
    return hashlib.sha256(slots.canonical(fields)).hexdigest()


def _without_checksum(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if name != "sha256"}


def _require(condition: bool) -> None:
    if not condition:
        raise ValueError("not as written")


def _fields(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("not a set of fields")
    return value


def _items(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise ValueError("not a list")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise ValueError("not a number")
    return value


def _text_or_number(value: object) -> str | int:
    return value if isinstance(value, str) else _number(value)


_NOTES_ARE_SAFE: Final = "Your notes (notes.db) were not touched, and nothing was overwritten."
_RECOVER: Final = "Use your recovery key, or copy keys.json back from a backup of this vault."
_SENTENCES: Final[Mapping[Fault, tuple[str, str, str]]] = {
    Fault.MISSING: (
        "The files that your passphrase opens (keys.json and keys.2.json) are missing.",
        _NOTES_ARE_SAFE,
        _RECOVER,
    ),
    Fault.FOREIGN: (
        "The file keys.json in this folder was not written by Onward.",
        _NOTES_ARE_SAFE,
        _RECOVER,
    ),
    Fault.DAMAGED: (
        "Both files that your passphrase opens (keys.json and keys.2.json) are damaged.",
        _NOTES_ARE_SAFE,
        _RECOVER,
    ),
    Fault.UNREADABLE: (
        "The file that your passphrase opens (keys.json) cannot be read.",
        _NOTES_ARE_SAFE,
        "Check that you may read the vault folder and that its disk is well, then try again.",
    ),
    Fault.MIXED: (
        "keys.json and keys.2.json belong to two different vaults.",
        _NOTES_ARE_SAFE,
        "Move the one that does not belong here to another folder, or use your recovery key.",
    ),
    Fault.NEWER: (
        "This vault was last used with a newer version of Onward.",
        _NOTES_ARE_SAFE,
        "Install that version on this computer, then unlock as usual.",
    ),
}
