"""The ways into an open vault: shown, proved, changed, added and taken away.

What takes long (deriving a passphrase, asking the keychain) touches no open file and may run beside
the window; what it gives is put in force at once by a verb of the session's own thread.

    >>> proof = session.keys.prove(passphrase)            # doctest: +SKIP
    >>> session.keys.set_passphrase(way_in)               # doctest: +SKIP
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.services.renewing import Renewal
from desktop.storage import about
from desktop.storage.backup import Original
from desktop.storage.database import Database
from desktop.storage.shelves import Clock
from desktop.vault import copies, keyfile, quick_unlock, recovery, slots, unlocking
from desktop.vault.data_key import wipe
from desktop.vault.keychain import Keychain
from desktop.vault.keyfile import KeyFile
from desktop.vault.slots import Slot, WayIn


@dataclass(frozen=True, slots=True)
class QuickUnlock:
    """Quick unlock through the keychain of one computer; ``here`` if it is this one."""

    slot_id: str
    added: date | None
    here: bool


class Keys:
    """The ways into one open vault. It belongs to the thread that opened it."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        original: Original,
        data_key: bytearray,
        clock: Clock,
    ) -> None:
        self._folder = folder
        self._database = database
        self._original = original
        self._key = bytearray(data_key)
        self._now = clock

    # Beside the window ------------------------------------------------------------------------

    def prove(self, passphrase: str) -> WayIn:
        """Return the way in of the passphrase, after about a second; WrongPassphrase if it is not.

        Safe in any thread.
        """
        return unlocking.proven(self._folder, passphrase)

    def ask_keychain(self, keychain: Keychain, computer: str) -> WayIn:
        """Put a new secret into the keychain; ``add_quick_unlock`` makes it open the vault.

        Safe in any thread. KeychainTrouble where the keychain does not take it.
        """
        return quick_unlock.new_way_in(keychain, computer, self._now().date())

    # At once ----------------------------------------------------------------------------------

    def has_passphrase(self) -> bool:
        """Say whether a passphrase opens this vault."""
        return any(slot.type == slots.PASSPHRASE for slot in self._read().slots)

    def quick_unlocks(self, computer: str) -> tuple[QuickUnlock, ...]:
        """Return every keychain that may open this vault, this computer's first."""
        found = [
            QuickUnlock(slot.id, _day(slot), slot.kdf.get("computer") == computer)
            for slot in self._read().slots
            if slot.type == slots.KEYCHAIN
        ]
        return tuple(sorted(found, key=lambda each: not each.here))

    @property
    def vault_name(self) -> str:
        """The name of the vault: that of its folder."""
        return self._folder.name

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self._folder

    def data_key(self) -> bytearray:
        """Return a copy of the data key, which the recovery key spells; wipe it after use.

        Show it only to somebody who has proved the passphrase.
        """
        return bytearray(self._key)

    def is_recovery_key(self, typed: str) -> bool:
        """Say whether a typed recovery key opens this vault; Refusal names a mistyped group."""
        key = recovery.decode(typed)
        try:
            return key == self._key
        finally:
            wipe(key)

    def set_passphrase(self, way_in: WayIn) -> None:
        """Let a new passphrase open the vault, and the old one no longer. Instant.

        The recovery key and quick unlock stay. Trouble where the key file cannot be written.
        """
        self._database.refuse_if_held()
        self._keep_copy(unlocking.set_passphrase(self._folder, self._key, way_in))
        quick_unlock.passphrase_was_typed(self._folder, self._now().date())

    def add_quick_unlock(self, way_in: WayIn) -> None:
        """Let this computer's keychain open the vault; wipes ``way_in``."""
        self._database.refuse_if_held()
        self._keep_copy(unlocking.add_keychain(self._folder, self._key, way_in))
        quick_unlock.passphrase_was_typed(self._folder, self._now().date())

    def remove(self, slot_id: str) -> Slot | None:
        """Take a way in away and return it; Refusal for the last passphrase.

        Its secret in the keychain opens nothing from now on, whether it can be removed or not.
        """
        self._database.refuse_if_held()
        slot = next((each for each in self._read().slots if each.id == slot_id), None)
        self._keep_copy(unlocking.remove_slot(self._folder, slot_id))
        return slot

    def renewal(self, new_key: bytearray, ways_in: tuple[tuple[str, WayIn], ...]) -> Renewal:
        """Begin to renew the data key (see ``Renewal``); ``ways_in`` with their kinds stay open."""
        self._database.refuse_if_held()
        keys = self._key, new_key
        return Renewal(self._folder, self._database, self._original, keys, ways_in, self._now())

    def rewrapping(self, keychain: Keychain, computer: str) -> WayIn | None:
        """Return this computer's quick unlock as a way in, so that it can open a renewed vault.

        Safe in any thread, and as slow as the keychain. None where it is off or the keychain has
        lost its secret; KeychainTrouble where it does not answer.
        """
        for slot in quick_unlock.of_computer(self._read(), computer):
            way_in = quick_unlock.rewrapping(slot, keychain)
            if way_in is not None:
                return way_in
        return None

    def withdraw(self, keychain: Keychain, slot: Slot) -> None:
        """Remove the secret of a slot that was taken away, where the keychain lets us.

        Safe in any thread, and as slow as the keychain.
        """
        quick_unlock.withdraw(keychain, slot)

    def close(self) -> None:
        """Forget the key."""
        wipe(self._key)

    def _read(self) -> KeyFile:
        return copies.read(self._folder)

    def _keep_copy(self, keys: KeyFile) -> None:
        with self._database.transaction():
            about.write_key_copy(self._database, keyfile.to_bytes(keys))


def _day(slot: Slot) -> date | None:
    try:
        return date.fromisoformat(str(slot.kdf.get("added")))
    except ValueError:
        return None
