"""A new key for the whole vault: a new recovery sheet, then every page encrypted again."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.domain.errors import Trouble
from desktop.services.keys import Keys
from desktop.services.renewing import Cancelled, Renewal
from desktop.ui.dialogs.save_file import choose_place
from desktop.ui.jobs import Job
from desktop.ui.keys.recovery_key import RecoveryKeyStep
from desktop.ui.keys.step import Step, card
from desktop.ui.keys.this_computer import this_computer
from desktop.ui.pages.vault_keys.flow import Flow
from desktop.ui.widgets.progress import ProgressLine
from desktop.ui.widgets.text import SmallMuted
from desktop.vault import slots
from desktop.vault.data_key import wipe
from desktop.vault.keychain import Keychain
from desktop.vault.slots import WayIn

_SHEET, _UNDER_WAY = 1, 2


class RenewKey(Flow):
    """Leads to a vault under a new key; ``renewed`` carries it, one instant before the switch."""

    renewed = Signal(Renewal)
    busy = Signal(bool)

    def __init__(self, keys: Keys, keychain: Callable[[], Keychain]) -> None:
        """Begin with the passphrase."""
        super().__init__(keys)
        self._keychain = keychain
        self._passphrase: WayIn | None = None
        self._renewal: Renewal | None = None
        self._is_stopped = False
        self._proof = self.proof(self.tr("Next: new recovery key"))
        self._sheet = RecoveryKeyStep(
            keys.vault_name,
            aside=self.tr("Cancel"),
            onward=self.tr("Encrypt again"),
            choose_place=choose_place,
        )
        self._under_way = UnderWayStep()
        self._introduce()
        names = self.tr("Passphrase"), self.tr("New recovery key"), self.tr("Encrypting")
        self.take(names, (self._proof, self._sheet, self._under_way))
        self._connect()

    def _introduce(self) -> None:
        self._proof.introduce(
            self.tr("Renew the recovery key"),
            self.tr(
                "For when somebody may have seen your sheet. Your whole vault is encrypted again "
                "under a new key, and you get a new sheet. Your passphrase stays. Quick unlock on "
                "other computers ends and can be turned on there again."
            ),
        )
        self._sheet.introduce(
            self.tr("A new sheet for the drawer"),
            self.tr(
                "It opens your vault from the moment the new key is in force. Keep the old sheet "
                "as long as you keep backups that were made before."
            ),
        )

    def _connect(self) -> None:
        self._proof.proved.connect(self._proved)
        self._sheet.aside_asked.connect(self.leave)
        self._sheet.next_asked.connect(self._check)
        self._under_way.aside_asked.connect(self._stop)

    def _proved(self, way_in: WayIn) -> None:
        self._passphrase = way_in
        self.steps.go_to(_SHEET)

    def _check(self) -> None:
        if not self._sheet.is_on_paper():
            return
        self._is_stopped = False
        self._under_way.show_share(0.0)
        self.steps.go_to(_UNDER_WAY)
        self.busy.emit(True)
        job = Job(self._quick_unlock, self)
        job.done.connect(self._encrypt)
        job.failed.connect(self._broken_off)
        job.start()

    def _quick_unlock(self, _report: object) -> WayIn | None:
        """Return this computer's quick unlock, so that it stays; None where it cannot."""
        if not any(each.here for each in self.keys.quick_unlocks(this_computer())):
            return None
        try:
            return self.keys.rewrapping(self._keychain(), this_computer())
        except Trouble:
            return None

    def _encrypt(self, quick: WayIn | None) -> None:
        if self._is_stopped or self._passphrase is None:
            self._broken_off(Cancelled())
            return
        ways_in = [(slots.PASSPHRASE, self._passphrase)]
        ways_in += [(slots.KEYCHAIN, quick)] if quick is not None else []
        new_key = self._sheet.data_key()
        try:
            renewal = self.keys.renewal(new_key, tuple(ways_in))
        except Trouble as trouble:
            self._broken_off(trouble)
            return
        finally:
            wipe(new_key)
        self._renewal = renewal
        job = Job(renewal.build, self)
        job.progress.connect(self._under_way.show_share)
        job.done.connect(self._built)
        job.failed.connect(self._broken_off)
        job.start()

    def _built(self, _nothing: object) -> None:
        assert self._renewal is not None
        self._under_way.last_moment()
        self.renewed.emit(self._renewal)

    def _stop(self) -> None:
        self._is_stopped = True
        if self._renewal is not None:
            self._renewal.cancel()

    def _broken_off(self, error: Exception) -> None:
        self._renewal = None
        self.busy.emit(False)
        if isinstance(error, Cancelled):
            self.end(self.tr("Stopped. Nothing was changed; your old sheet is still right."))
        else:
            self.failed(error)

    def break_off(self, trouble: Trouble) -> None:
        """Say why the last step could not be taken; the old key stays in force."""
        if self._renewal is not None:
            self._renewal.discard()
        self._broken_off(trouble)

    def end(self, sentence: str) -> None:
        """Forget the passphrase's key as well."""
        if self._passphrase is not None:
            wipe(self._passphrase.key)
            self._passphrase = None
        super().end(sentence)


class UnderWayStep(Step):
    """Shows how far it is, and lets it be stopped without harm."""

    def __init__(self) -> None:
        """Begin at nothing."""
        super().__init__(aside=self.tr("Stop"), onward=self.tr("Encrypting…"))
        self.introduce(
            self.tr("Encrypting your vault again"),
            self.tr(
                "You can stop at any moment, and even a power cut does no harm: until the last "
                "instant the old key is in force. When it is done, Onward locks."
            ),
        )
        self._line = ProgressLine(self.tr("Encrypting your vault again"))
        self._percent = SmallMuted()
        shown = card()
        shown.body.addWidget(self._line)
        shown.body.addWidget(self._percent)
        self.fill(shown)

    def begin(self) -> None:
        """Only stopping can be pressed."""
        self.onward.setEnabled(False)
        self.aside.setFocus()

    def show_share(self, share: float) -> None:
        """Show how far it is, from 0 to 1."""
        self._line.show_share(share)
        self._percent.setText(self.tr("{percent} %").format(percent=round(100 * share)))

    def last_moment(self) -> None:
        """From here on it is done."""
        self.aside.setEnabled(False)
