"""What this computer remembers of the vaults it opened: who it is, and how far each had come.

It lies outside every vault, or an old vault put back would bring its own memory along. No word, no
name and no path stands in it: of the folders in which vaults were open only fingerprints, keyed
with chance of this computer so that no table of paths tells what they are. A memory that cannot be
read or written is no reason to stay closed: then less is noticed.
"""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from desktop.domain.errors import Trouble
from desktop.domain.ids import fresh
from desktop.domain.spells import Mark
from desktop.vault.durable import sync_folder, write_durably

_SALT_BYTES: Final = 32


class LastSeen:
    """The memory of one computer, in one file."""

    def __init__(self, path: Path, machine: str | None = "") -> None:
        """Read it; a memory that was copied from another ``machine`` is not ours and begins anew.

        ``machine`` is a fingerprint of the computer; None, where nobody can tell it, takes the
        memory for whoever's it is. Nothing is written before there is something to remember.
        """
        self._path = path
        found = _read(path)
        if machine is None:
            machine = str(found.get("machine", ""))
        known = found if found.get("machine") == machine else {}
        computer = known.get("computer")
        vaults = known.get("vaults")
        self.computer: str = computer if isinstance(computer, str) else fresh()
        self._vaults: dict[str, dict[str, Any]] = vaults if isinstance(vaults, dict) else {}
        self._salt, self._places = _places(known)
        self._machine = machine

    def of(self, vault_id: str) -> Mark | None:
        """Return how far a vault had come when it was last open here."""
        mark = self._about(vault_id).get("mark", {})
        try:
            return Mark(str(mark["spell"]), int(mark["number"]), int(mark["changes"]))
        except (KeyError, TypeError, ValueError):
            return None

    def remember(self, vault_id: str, mark: Mark | None) -> None:
        """Remember how far a vault has come; writes only what is new."""
        if mark is not None and mark != self.of(vault_id):
            self._keep(vault_id, {**self._about(vault_id), "mark": asdict(mark)})

    def forget(self, vault_id: str) -> None:
        """Forget how far a vault had come, since the manager put another one in its place."""
        if self.of(vault_id) is not None:
            about = {**self._about(vault_id)}
            del about["mark"]
            self._keep(vault_id, about)

    def was_told_of_sync(self, vault_id: str) -> bool:
        """Say whether the manager was told already that the folder is carried elsewhere."""
        return self._about(vault_id).get("told_of_sync") is True

    def told_of_sync(self, vault_id: str) -> None:
        """Remember that the manager was told; once is enough."""
        self._keep(vault_id, {**self._about(vault_id), "told_of_sync": True})

    def had_one_in(self, folder: Path) -> bool:
        """Say whether a vault was open here in this very folder, and was not erased since."""
        return self._print_of(folder) in self._places

    def opened_in(self, folder: Path) -> None:
        """Remember where a vault is open; of the path only a fingerprint is kept."""
        self._places = list(dict.fromkeys((*self._places, self._print_of(folder))))

    def erased_in(self, folder: Path) -> None:
        """Forget a folder whose vault the manager has erased."""
        self._places = [place for place in self._places if place != self._print_of(folder)]
        self.write()

    def write(self) -> None:
        """Keep the mark of this computer, so that it knows itself again next time."""
        content = {
            "machine": self._machine,
            "computer": self.computer,
            "vaults": self._vaults,
            "salt": self._salt.hex(),
            "places": self._places,
        }
        with suppress(OSError, Trouble):
            if not self._path.parent.exists():
                self._path.parent.mkdir(mode=0o700, parents=True)
                sync_folder(self._path.parent.parent)
            write_durably(self._path, json.dumps(content, sort_keys=True).encode("ascii"))

    def _about(self, vault_id: str) -> dict[str, Any]:
        about = self._vaults.get(vault_id)
        return about if isinstance(about, dict) else {}

    def _keep(self, vault_id: str, about: dict[str, Any]) -> None:
        self._vaults[vault_id] = about
        self.write()

    def _print_of(self, folder: Path) -> str:
        plain = hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()
        return _keyed(self._salt, plain)


def _keyed(salt: bytes, digest: str) -> str:
    return hashlib.blake2b(digest.encode("ascii"), key=salt, digest_size=32).hexdigest()


def _places(known: dict[str, Any]) -> tuple[bytes, list[str]]:
    """Return salt and fingerprints; those of a memory that had no salt yet are given one."""
    found = known.get("places")
    places = [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
    try:
        salt = bytes.fromhex(known["salt"])
    except (KeyError, TypeError, ValueError):
        salt = b""
    if len(salt) == _SALT_BYTES:
        return salt, places
    salt = os.urandom(_SALT_BYTES)
    return salt, [_keyed(salt, place) for place in places if place.isascii()]


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
