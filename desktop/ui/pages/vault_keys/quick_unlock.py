"""Turning quick unlock on: the passphrase first, then a secret for the system's keychain."""

from collections.abc import Callable

from desktop.domain.errors import Trouble
from desktop.services.keys import Keys
from desktop.ui.jobs import Job
from desktop.ui.keys.keychain_trade import keychain_trade
from desktop.ui.keys.this_computer import this_computer
from desktop.ui.pages.vault_keys.flow import Flow
from desktop.vault.keychain import Keychain
from desktop.vault.slots import WayIn


class TurnOnQuickUnlock(Flow):
    """Lets this computer's keychain open the vault."""

    def __init__(self, keys: Keys, keychain: Callable[[], Keychain]) -> None:
        """``keychain`` finds the system's own; it may take its time."""
        super().__init__(keys)
        self._keychain = keychain
        self._proof = self.proof(self.tr("Turn on quick unlock"))
        self._proof.introduce(self.tr("Quick unlock"), keychain_trade())
        self.take((self.tr("Passphrase"),), (self._proof,))
        self._proof.proved.connect(self._proved)

    def _proved(self, way_in: WayIn) -> None:
        self.not_needed(way_in)
        self.steps.wait(self.tr("Asking the keychain…"))
        job = Job(self._ask, self)
        job.done.connect(self._add)
        job.failed.connect(self.failed)
        job.start()

    def _ask(self, _report: object) -> WayIn:
        return self.keys.ask_keychain(self._keychain(), this_computer())

    def _add(self, way_in: WayIn) -> None:
        try:
            self.keys.add_quick_unlock(way_in)
        except Trouble as trouble:
            self.failed(trouble)
        else:
            self.end(self.tr("Quick unlock is on: the lock screen offers it from now on."))
