from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.vault import copies, derivation
from desktop.vault.data_key import new_data_key
from desktop.vault.folder import NOTES
from desktop.vault.keyfile import KeyFile
from desktop.vault.unlocking import new_keys

PASSPHRASE = "harbour velvet tactic onion lantern"


@dataclass(frozen=True)
class Made:
    """A new vault's keys, made once for all tests since each derivation takes its time."""

    keys: KeyFile
    data_key: bytes


@pytest.fixture(scope="session")
def made() -> Made:
    data_key = new_data_key()
    return Made(new_keys(PASSPHRASE, data_key, derivation.at_floor()), bytes(data_key))


@pytest.fixture
def folder(tmp_path: Path, made: Made) -> Path:
    """A vault folder with its keys, and notes that only look encrypted."""
    (tmp_path / NOTES).write_bytes(bytes(range(256)) * 16)
    copies.write(tmp_path, made.keys)
    return tmp_path
