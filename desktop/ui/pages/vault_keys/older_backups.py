"""The backups that an older recovery key still opens: how many there are, and the end of them."""

from PySide6.QtCore import Signal

from desktop.services.backups import Backups
from desktop.ui.pages.vault_keys.cards import KeyCard
from desktop.ui.widgets.buttons import PlainButton, changing


class OlderBackupsCard(KeyCard):
    """Stands only where there are some; removing them is asked twice, since nothing undoes it."""

    ended = Signal(str)
    """What is true now, in a sentence."""

    def __init__(self, backups: Backups) -> None:
        """Count and remove those beside the vault."""
        super().__init__(self.tr("Backups under an older key"), "")
        self._backups = backups
        self._remove = PlainButton(self.tr("Remove these backups…"))
        self._sure = PlainButton(self.tr("Remove them for good"))
        self._keep = PlainButton(self.tr("Keep them"), shortcut="Esc")
        changing(self._remove, self._sure)
        self.add(self._remove, self._sure, self._keep)
        self._remove.clicked.connect(self._ask)
        self._sure.clicked.connect(self._remove_them)
        self._keep.clicked.connect(self._keep_them)

    def refresh(self) -> None:
        """Count again, and ask nothing."""
        older = len(self._backups.of_older_keys())
        self.setVisible(bool(older))
        words = (
            self.tr("1 backup beside your vault still opens with an older recovery key.")
            if older == 1
            else self.tr("{n} backups beside your vault still open with an older recovery key.")
        )
        elsewhere = self.tr("Backups you put elsewhere are not counted.")
        self.say(f"{words.format(n=older)} {elsewhere}")
        self._offer(asks=False)

    def _ask(self) -> None:
        self.say(
            self.tr(
                "You cannot go back to the days of these backups then, nor to anything erased "
                "since. Those made under the present key stay."
            )
        )
        self._offer(asks=True)
        self._keep.setFocus()

    def _offer(self, *, asks: bool) -> None:
        self._sure.setVisible(asks)
        self._keep.setVisible(asks)
        self._remove.setVisible(not asks)

    def _keep_them(self) -> None:
        self.refresh()
        self._remove.setFocus()

    def _remove_them(self) -> None:
        self._backups.remove_those_of_older_keys()
        left = self._backups.of_older_keys()
        self.ended.emit(
            self.tr("They stay: there is no backup under the present key yet.")
            if left
            else self.tr("The backups under older keys are gone.")
        )
