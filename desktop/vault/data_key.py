"""The data key: 32 random bytes that open the notes, kept where they can be wiped."""

import os
from typing import Final

LENGTH: Final = 32


def new_data_key() -> bytearray:
    """Return 32 fresh random bytes."""
    return bytearray(os.urandom(LENGTH))


def wipe(secret: bytearray) -> None:
    """Overwrite a secret with zeros, in place."""
    secret[:] = bytes(len(secret))
