"""The recovery key that there is: printed once more, or its sheet checked."""

from desktop.domain.errors import Refusal
from desktop.services.keys import Keys
from desktop.ui.dialogs.save_file import choose_place
from desktop.ui.keys.recovery_key import RecoveryKeyStep
from desktop.ui.keys.typed_key import TypedKeyStep
from desktop.ui.pages.vault_keys.flow import Flow
from desktop.vault.slots import WayIn

_SHEET = 1


class SeeSheet(Flow):
    """Shows the recovery key again to somebody who knows the passphrase."""

    def __init__(self, keys: Keys) -> None:
        """Begin with the passphrase."""
        super().__init__(keys)
        self._proof = self.proof(self.tr("Next: recovery key"))
        self._proof.introduce(
            self.tr("See the recovery key again"),
            self.tr(
                "To print it once more or copy it by hand. It stays the same; whoever holds it "
                "and your vault can read everything."
            ),
        )
        self._sheet = RecoveryKeyStep(
            keys.vault_name,
            aside=self.tr("Cancel"),
            onward=self.tr("It is on paper"),
            choose_place=choose_place,
        )
        self.take((self.tr("Passphrase"), self.tr("Recovery key")), (self._proof, self._sheet))
        self._proof.proved.connect(self._proved)
        self._sheet.aside_asked.connect(self.leave)
        self._sheet.next_asked.connect(self._check)

    def _proved(self, way_in: WayIn) -> None:
        self.not_needed(way_in)
        self._sheet.take(self.keys.data_key())
        self.steps.go_to(_SHEET)

    def _check(self) -> None:
        if self._sheet.is_on_paper():
            self.end(self.tr("Your recovery key is on paper, and what you typed back is right."))


class CheckSheet(Flow):
    """Says whether a sheet from a drawer opens this vault."""

    def __init__(self, keys: Keys) -> None:
        """Begin with an empty key."""
        super().__init__(keys)
        self._typed = TypedKeyStep(aside=self.tr("Cancel"), onward=self.tr("Check it"))
        self.take((self.tr("Recovery key"),), (self._typed,))
        self._typed.aside_asked.connect(self.leave)
        self._typed.accepted.connect(self._check)

    def _check(self) -> None:
        try:
            fits = self.keys.is_recovery_key(self._typed.text())
        except Refusal as refusal:
            self._typed.refuse(refusal.sentence)
            return
        if fits:
            self.end(self.tr("Your sheet is right: it opens this vault."))
        else:
            self._typed.refuse(
                self.tr(
                    "This is a recovery key, but not of this vault as it is now. "
                    "See the recovery key again, and print a new sheet."
                )
            )
