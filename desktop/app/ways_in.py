"""The ways into a vault: each turns what was typed on the lock screen into the key to hand over.

Every function is slow, a key derivation or a question to the system, and belongs beside the window.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.domain.errors import Trouble
from desktop.vault import keychain, quick_unlock
from desktop.vault.handover import HandOver

if TYPE_CHECKING:
    from desktop.ui.lock_screen import NewVault

_SAMPLE_FOLDER: Final = "onward-sample-"


@dataclass(frozen=True, slots=True)
class WaysIn:
    """The ways into the vault in one folder, with the sealed words that wait to go with it."""

    folder: Path
    drafts: bytes = b""
    sample: bool = False

    def with_passphrase(self, passphrase: str) -> HandOver:
        """Raises WrongPassphrase, or Trouble where the key file cannot be read."""
        from desktop.vault import unlocking

        key = unlocking.unlock(self.folder, passphrase)
        quick_unlock.passphrase_was_typed(self.folder, datetime.now().astimezone().date())
        return HandOver(self.folder, key, sample=self.sample, drafts=self.drafts)

    def with_keychain(self, computer: str) -> HandOver:
        """Ask this computer's keychain; Refusal or Trouble where it does not give the key."""
        key = quick_unlock.unlock(self.folder, keychain.system(), computer)
        return HandOver(self.folder, key, drafts=self.drafts)

    def with_recovery_key(self, recovery_key: str, new_passphrase: str) -> HandOver:
        """Open with the recovery key, and with a new passphrase from now on; Refusal for a typo."""
        from desktop.vault import unlocking

        key = unlocking.unlock_with_recovery_key(recovery_key)
        way_in = unlocking.new_way_in(new_passphrase)
        return HandOver(self.folder, key, way_in=way_in, drafts=self.drafts)

    def to_new(self, wish: "NewVault") -> HandOver:
        """Make the keys of a new vault; the vault process makes the rest."""
        from desktop.vault import keyfile, unlocking

        keys = unlocking.new_keys(wish.passphrase, wish.data_key)
        return HandOver(
            self.folder,
            bytearray(wish.data_key),
            verb="create",
            keys=keyfile.to_bytes(keys),
            manager_name=wish.manager_name,
            first_person=wish.first_person,
            quick_unlock=wish.quick_unlock,
        )


def to_sample() -> HandOver:
    """Make the keys of a vault for the sample people, which goes when its window closes."""
    import tempfile

    from desktop.services import sample
    from desktop.vault import derivation, keyfile, unlocking
    from desktop.vault.data_key import new_data_key

    _clear_old_samples()
    key = new_data_key()
    keys = unlocking.new_keys(sample.PASSPHRASE, key, derivation.at_floor())
    return HandOver(
        Path(tempfile.mkdtemp(prefix=_SAMPLE_FOLDER)) / "vault",
        key,
        verb="create",
        keys=keyfile.to_bytes(keys),
        manager_name=sample.manager_name(),
        sample=True,
    )


def _clear_old_samples() -> None:
    """Remove sample vaults whose window ended without tidying up."""
    import shutil
    import tempfile

    from desktop.vault import lockfile

    for folder in Path(tempfile.gettempdir()).glob(f"{_SAMPLE_FOLDER}*"):
        try:
            lockfile.hold(folder / "vault").release()
        except Trouble:
            continue
        shutil.rmtree(folder, ignore_errors=True)
