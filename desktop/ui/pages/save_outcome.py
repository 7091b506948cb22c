"""What came of saving a file, said beside the button that asked for it."""

from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Trouble
from desktop.ui.dialogs import save_file
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.card import TroublePanel
from desktop.ui.widgets.elsewhere import show_elsewhere
from desktop.ui.widgets.text import Small


class SaveOutcome(QWidget):
    """Saves finished bytes where the manager says, and tells what happened; hidden until then."""

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._folder: Path | None = None
        self._words = Small()
        self._show_folder = LinkButton(self.tr("Show the folder"))
        self._trouble = TroublePanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._words, self._show_folder, self._trouble):
            column.addWidget(part)
        self._show_folder.clicked.connect(self._open_folder)
        self.forget()

    def save(self, content: bytes, suggested: str, kind: str, saved: str) -> bool:
        """Ask for a place and save there; ``saved`` is the sentence to say then.

        ``suggested`` is a file name and ``kind`` a filter, as ``dialogs.save_file`` takes them.
        Returns whether a file was written.
        """
        from desktop.export.save import save_aside

        place = save_file.choose_place(self, suggested, kind)
        if place is None:
            return False
        try:
            save_aside(place, content)
        except Trouble as trouble:
            self.tell_trouble(trouble)
            return False
        self.tell(saved)
        self._folder = place.parent
        self._show_folder.show()
        return True

    def forget(self) -> None:
        """Say nothing of earlier outcomes."""
        for part in (self._words, self._show_folder, self._trouble):
            part.hide()
        self.hide()

    def tell(self, words: str) -> None:
        """Say how it went."""
        self.forget()
        self._words.setText(words)
        self._words.show()
        self._appear(words)

    def tell_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do."""
        self.forget()
        rest = f"{trouble.what_is_safe} {trouble.what_to_do}"
        self._trouble.say(trouble.what_happened, rest)
        self._trouble.show()
        self._appear(str(trouble))

    def _appear(self, words: str) -> None:
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _open_folder(self) -> None:
        if self._folder is not None:
            show_elsewhere(self._folder)
