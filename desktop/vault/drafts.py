"""Unsaved words on a full disk: sealed, so that the lock can close and nothing is lost."""

import os
from typing import Final

from desktop.domain.errors import Trouble
from desktop.vault.data_key import LENGTH

_LABEL: Final = b"onward drafts 1"
_SALT_LENGTH: Final = 16
_NONCE_LENGTH: Final = 12


class CannotUnseal(Trouble):
    """What was sealed is damaged or another vault's: no later attempt will read it either."""


def seal(data_key: bytearray, words: bytes) -> bytes:
    """Return the words under a key of their own (HKDF-SHA256 of the data key, AES-256-GCM).

    The shape is salt, nonce, ciphertext: 16, 12 and ``len(words) + 16`` bytes.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT_LENGTH), os.urandom(_NONCE_LENGTH)
    return salt + nonce + AESGCM(_key(data_key, salt)).encrypt(nonce, words, _LABEL)


def unseal(data_key: bytearray, sealed: bytes) -> bytes:
    """Return what ``seal`` was given; CannotUnseal if it is damaged or from another vault."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, rest = sealed[:_SALT_LENGTH], sealed[_SALT_LENGTH:]
    nonce, ciphertext = rest[:_NONCE_LENGTH], rest[_NONCE_LENGTH:]
    try:
        return AESGCM(_key(data_key, salt)).decrypt(nonce, ciphertext, _LABEL)
    except (InvalidTag, ValueError) as error:
        raise _not_ours() from error


def _key(data_key: bytearray, salt: bytes) -> bytearray:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key = bytearray(LENGTH)
    HKDF(algorithm=SHA256(), length=LENGTH, salt=salt, info=_LABEL).derive_into(data_key, key)
    return key


def _not_ours() -> CannotUnseal:
    return CannotUnseal(
        what_happened="Words that could not be saved before the last lock cannot be read back.",
        what_is_safe="Everything that was shown as saved is in your notes.",
        what_to_do="Look at the page you were writing on, and write again what is missing.",
    )
