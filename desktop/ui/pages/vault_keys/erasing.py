"""The end of a vault: the passphrase, then in plain words what goes and what cannot be reached."""

from PySide6.QtCore import Signal

from desktop.services.backups import Backups
from desktop.services.keys import Keys
from desktop.ui.keys.step import Step, card
from desktop.ui.pages.vault_keys.flow import Flow
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.text import Body, StrongBody
from desktop.vault import erasing
from desktop.vault.slots import WayIn

_LAST = 1


class EraseVault(Flow):
    """Leads to the last press; ``meant`` is told once, and nothing can be taken back then."""

    meant = Signal()

    def __init__(self, keys: Keys, backups: Backups) -> None:
        """Begin with the passphrase."""
        super().__init__(keys)
        self._proof = self.proof(self.tr("Next: what goes"))
        self._proof.introduce(
            self.tr("Erase the whole vault"),
            self.tr("Nothing happens yet. The next step says what goes and what stays."),
        )
        self._last = _LastStep(backups)
        self.take((self.tr("Passphrase"), self.tr("What goes")), (self._proof, self._last))
        self._proof.proved.connect(self._proved)
        self._last.aside_asked.connect(self.leave)
        self._last.next_asked.connect(self._mean_it)

    def _proved(self, way_in: WayIn) -> None:
        self.not_needed(way_in)
        self._last.look()
        self.steps.go_to(_LAST)

    def _mean_it(self) -> None:
        self._last.wait(self.tr("Erasing…"))
        self.meant.emit()


class _LastStep(Step):
    """What goes, what cannot be reached, and a tick before the last button works."""

    def __init__(self, backups: Backups) -> None:
        onward = self.tr("Erase for good")
        super().__init__(aside=self.tr("Cancel"), onward=onward, aside_keys="Esc")
        self._backups = backups
        self._goes, self._stays = Body(), Body()
        self._sure = Tick(
            self.tr("I know that nobody can bring it back, not even with the recovery key."),
            steps_back=False,
        )
        self._sure.looks_only = True
        paper = card()
        for part in (
            StrongBody(self.tr("What goes")),
            self._goes,
            StrongBody(self.tr("What this cannot reach")),
            self._stays,
            self._sure,
        ):
            paper.body.addWidget(part)
        self.introduce(
            self.tr("There is no way back from here"),
            self.tr("If you may need it once more, write a backup to another disk first."),
        )
        self.fill(paper)
        self._sure.toggled.connect(self.onward.setEnabled)
        self.forget()

    def look(self) -> None:
        """Count what goes, and name what stays."""
        goes = self.tr(
            "Everything in this vault, for everybody: people, private notes, agreements, the "
            "record of what left."
        )
        self._goes.setText(f"{goes} {self._backups_that_go()}".rstrip())
        stays = self.tr(
            "Backups and pages that you put elsewhere or sent, and what a service that carries the "
            "folder still keeps. A disk may keep old blocks for a while; they are encrypted, and "
            "only your recovery sheet opens them: destroy it as well."
        )
        kept = erasing.kept_beside(self._backups.folder)
        if kept:
            beside = self.tr("Vaults kept beside it stay: {names}.").format(names=", ".join(kept))
            stays = f"{stays} {beside}"
        self._stays.setText(stays)

    def _backups_that_go(self) -> str:
        number = len(self._backups.kept())
        if number == 0:
            return ""
        if number == 1:
            return self.tr("With it the one backup beside it.")
        return self.tr("With it the {n} backups beside it.").format(n=number)

    def begin(self) -> None:
        """Begin at the tick."""
        self._sure.setFocus()

    def forget(self) -> None:
        """Ask anew whether somebody is sure."""
        self.resume()
        self._sure.setChecked(False)
        self.onward.setEnabled(False)
