"""From a passphrase to a key: Argon2id, as slow for a thief as this computer can bear."""

import os
import time
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from desktop.domain.errors import Trouble
from desktop.vault.data_key import LENGTH, wipe

ALGORITHM: Final = "argon2id"
VERSION: Final = 19
FLOOR_KIB: Final = 64 * 1024
_START_KIB: Final = 128 * 1024
_CAP_KIB: Final = 1024 * 1024
_LONG_ENOUGH: Final = 0.7
# Doubling from just under 0.7 s lands under 1.4: a narrower window could not always be met.
_TOO_LONG: Final = 1.4
_SALT_LENGTH: Final = 16

KdfFields = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Argon2Parameters:
    """What one derivation costs: memory in KiB, passes, lanes, and the salt of this slot."""

    m_kib: int
    t: int
    p: int
    salt: bytes


def derive(passphrase: str, parameters: Argon2Parameters) -> bytearray:
    """Return the 32-byte key of a passphrase (NFKC, UTF-8); wipe it after use.

    Takes about a second and releases the interpreter meanwhile. Raises Trouble when the computer
    has not enough free memory.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    words = bytearray(unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass"))
    key = bytearray(LENGTH)
    try:
        Argon2id(
            salt=parameters.salt,
            length=LENGTH,
            iterations=parameters.t,
            lanes=parameters.p,
            memory_cost=parameters.m_kib,
        ).derive_into(cast(bytes, words), key)  # any buffer will do; only the stub says bytes
    except MemoryError as error:
        raise _not_enough_memory(parameters.m_kib) from error
    finally:
        wipe(words)
    return key


def at_floor() -> Argon2Parameters:
    """Return the cheapest parameters we accept, with a fresh salt: 64 MiB, 3 passes, 4 lanes."""
    return Argon2Parameters(FLOOR_KIB, 3, 4, os.urandom(_SALT_LENGTH))


def seconds_for(m_kib: int) -> float:
    """Return how long one derivation with this much memory takes here, in seconds."""
    started = time.perf_counter()
    derive("a passphrase to measure with", Argon2Parameters(m_kib, 3, 4, bytes(_SALT_LENGTH)))
    return time.perf_counter() - started


def free_memory_kib() -> int | None:
    """Return how much memory is free, in KiB, or None where this system does not say."""
    with suppress(OSError, ValueError):
        for line in Path("/proc/meminfo").read_text("ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1])
    return None


def calibrated(
    measure: Callable[[int], float] = seconds_for,
    free_kib: Callable[[], int | None] = free_memory_kib,
) -> Argon2Parameters:
    """Return parameters that cost this computer about a second, with a fresh salt.

    Doubles the memory from 128 MiB until 0.7 s are reached, up to 1 GiB and half of the free
    memory; 64 MiB only where memory is short. Source: security.md 2.3.
    """
    free = free_kib()
    most = _CAP_KIB if free is None else min(_CAP_KIB, free // 2)
    chosen, tried = FLOOR_KIB, _START_KIB
    with suppress(Trouble):
        while tried <= most:
            seconds = measure(tried)
            if seconds <= _TOO_LONG or tried == _START_KIB:
                chosen = tried
            if seconds >= _LONG_ENOUGH:
                break
            tried *= 2
    return Argon2Parameters(chosen, 3, 4, os.urandom(_SALT_LENGTH))


def to_fields(parameters: Argon2Parameters) -> KdfFields:
    """Return the parameters as the plain fields a key file holds."""
    return {
        "alg": ALGORITHM,
        "v": VERSION,
        "m_kib": parameters.m_kib,
        "t": parameters.t,
        "p": parameters.p,
        "salt": parameters.salt.hex(),
    }


def from_fields(fields: KdfFields) -> Argon2Parameters:
    """Read parameters back; ValueError for any that are unknown, too weak or too much to bear.

    Bounds: 64 MiB to 2 GiB, 3 to 20 passes, 1 to 16 lanes. Source: security.md 2.2.
    """
    if fields.get("alg") != ALGORITHM or fields.get("v") != VERSION:
        raise ValueError("unknown derivation")
    return Argon2Parameters(
        m_kib=_within(fields.get("m_kib"), FLOOR_KIB, 2 * 1024 * 1024),
        t=_within(fields.get("t"), 3, 20),
        p=_within(fields.get("p"), 1, 16),
        salt=_salt(fields.get("salt")),
    )


def _within(number: object, least: int, most: int) -> int:
    if type(number) is not int or not least <= number <= most:
        raise ValueError("parameter out of bounds")
    return number


def _salt(text: object) -> bytes:
    salt = bytes.fromhex(text) if isinstance(text, str) else b""
    if len(salt) != _SALT_LENGTH:
        raise ValueError("salt of the wrong length")
    return salt


def _not_enough_memory(m_kib: int) -> Trouble:
    return Trouble(
        what_happened=f"Checking the passphrase needs {m_kib // 1024} MB of free memory, "
        "and this computer has less at the moment.",
        what_is_safe="Your notes are untouched.",
        what_to_do="Close some other programs, then try again.",
    )
