"""The card of ways out: today one, a PDF on this computer."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Trouble
from desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from desktop.ui.widgets.card import Card, TroublePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Small, SmallMuted


class SaveCard(Card):
    """Asks for a place, and says beside the button what came of it."""

    save_asked = Signal()
    person_asked = Signal()

    def __init__(self) -> None:
        """Begin with nothing to save."""
        super().__init__()
        self._folder: Path | None = None
        self._save = PrimaryButton(self.tr("Save PDF…"))
        self._show_folder = LinkButton(self.tr("Show the folder"))
        self._person = LinkButton("")
        self._outcome = Small()
        self._ways_on = QWidget()
        self._trouble = TroublePanel()
        self._build()
        self._save.clicked.connect(self.save_asked)
        self._show_folder.clicked.connect(self._open_folder)
        self._person.clicked.connect(self.person_asked)
        self.forget()

    def _build(self) -> None:
        self.body.setContentsMargins(19, 17, 19, 18)
        self.body.setSpacing(9)
        ways_on = FlowLayout(self._ways_on, gap=10, row_gap=2)
        ways_on.addWidget(self._show_folder)
        ways_on.addWidget(self._person)
        never = SmallMuted(self.tr("Onward itself never connects to anything."))
        for part in (self._save, self._outcome, self._ways_on, self._trouble, never):
            self.body.addWidget(part)

    def allow(self, allowed: bool) -> None:
        """Let the page be saved, or not yet."""
        self._save.setEnabled(allowed)

    def forget(self) -> None:
        """Say nothing of earlier outcomes."""
        for part in (self._outcome, self._ways_on, self._trouble):
            part.hide()

    def tell_saved(self, folder: Path, name: str, version: int) -> None:
        """Say that the page was written and recorded."""
        self.forget()
        self._folder = folder
        words = self.tr("Saved and recorded. {name}’s page is version {n} of the contract.")
        self._say(words.format(name=name, n=version))
        self._person.setText(self.tr("{name}’s page").format(name=name))
        self._ways_on.show()

    def tell_not_recorded(self) -> None:
        """Say that the page was written but the vault could not remember it."""
        self.forget()
        self._say(
            self.tr(
                "The page was saved, but the vault could not record it. "
                "Please save it once more in the same place."
            )
        )

    def tell_trouble(self, trouble: Trouble) -> None:
        """Say that the page was not written, what is safe and what to do."""
        self.forget()
        rest = f"{trouble.what_is_safe} {trouble.what_to_do}"
        self._trouble.say(trouble.what_happened, rest)
        self._trouble.show()
        self._announce(str(trouble))

    def _say(self, words: str) -> None:
        self._outcome.setText(words)
        self._outcome.show()
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._save, words))

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
