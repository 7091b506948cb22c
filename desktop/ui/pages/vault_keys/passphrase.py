"""Changing the passphrase: the old one, then a new one; no note is encrypted again."""

from desktop.domain.errors import Trouble
from desktop.services.keys import Keys
from desktop.ui.jobs import Job
from desktop.ui.keys.new_passphrase import NewPassphraseStep
from desktop.ui.pages.vault_keys.flow import Flow
from desktop.vault.slots import WayIn

_NEW = 1


class ChangePassphrase(Flow):
    """Asks for the old passphrase and sets a new one."""

    def __init__(self, keys: Keys) -> None:
        """Begin with the old one."""
        super().__init__(keys)
        self._proof = self.proof(self.tr("Next: new passphrase"))
        self._proof.introduce(
            self.tr("Change the passphrase"),
            self.tr(
                "It takes a moment: your notes are not encrypted again. Your recovery key and "
                "quick unlock stay as they are, and backups made before keep the old passphrase."
            ),
        )
        self._new = NewPassphraseStep(aside=self.tr("Cancel"), onward=self.tr("Change passphrase"))
        self._new.introduce(
            self.tr("A new passphrase"),
            self.tr("From now on this one opens your vault, and the old one does not."),
        )
        self.take((self.tr("Passphrase now"), self.tr("New passphrase")), (self._proof, self._new))
        self._proof.proved.connect(self._proved)
        self._new.aside_asked.connect(self.leave)
        self._new.chosen.connect(self._derive)

    def _proved(self, way_in: WayIn) -> None:
        self.not_needed(way_in)
        self.steps.go_to(_NEW)

    def _derive(self, passphrase: str) -> None:
        from desktop.vault import unlocking

        self.steps.wait(self.tr("Changing it…"))
        job = Job(lambda _report: unlocking.new_way_in(passphrase), self)
        job.done.connect(self._set)
        job.failed.connect(self.failed)
        job.start()

    def _set(self, way_in: WayIn) -> None:
        try:
            self.keys.set_passphrase(way_in)
        except Trouble as trouble:
            self.failed(trouble)
        else:
            self.end(
                self.tr(
                    "Your passphrase is changed. The old one opens only backups made before now."
                )
            )
