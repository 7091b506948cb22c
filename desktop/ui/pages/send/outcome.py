"""What came of pressing a way out, told beside the buttons."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Trouble
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.card import TroublePanel
from desktop.ui.widgets.elsewhere import show_elsewhere
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Small


class Outcome(QWidget):
    """Says what happened, where a file lies, or what to do instead; a screen reader hears it."""

    person_asked = Signal()
    instead_asked = Signal()
    told = Signal()

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._file: Path | None = None
        self._words = Small()
        self._show_folder = LinkButton(self.tr("Show the folder"))
        self._open = LinkButton("")
        self._person = LinkButton("")
        self._ways_on = QWidget()
        self._trouble = TroublePanel(action=" ")
        self._build()
        self._show_folder.clicked.connect(self._open_folder)
        self._open.clicked.connect(self._open_file)
        self._person.clicked.connect(self.person_asked)
        self._trouble.action.clicked.connect(self.instead_asked)
        self.forget()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        ways_on = FlowLayout(self._ways_on, gap=10, row_gap=2)
        for link in (self._open, self._show_folder, self._person):
            ways_on.addWidget(link)
        for part in (self._words, self._ways_on, self._trouble):
            column.addWidget(part)

    def forget(self) -> None:
        """Say nothing of earlier outcomes."""
        for part in (self._words, self._ways_on, self._trouble):
            part.hide()
        self.hide()

    def tell(
        self, words: str, person: str = "", *, file: Path | None = None, opens: str = ""
    ) -> None:
        """Say that it was done; ``opens`` are the words with which the file can be opened."""
        self._say(words)
        self._file = file
        self._show_folder.setVisible(file is not None)
        self._open.setText(opens)
        self._open.setVisible(file is not None and bool(opens))
        self._person.setText(self.tr("{name}’s page").format(name=person))
        self._person.setVisible(bool(person))
        self._ways_on.show()

    def tell_half(self, words: str) -> None:
        """Say what was done and what was not."""
        self._say(words)

    def tell_trouble(self, trouble: Trouble, *, instead: str = "") -> None:
        """Say what happened, what is safe and what to do; ``instead`` names the next best way."""
        self.forget()
        rest = f"{trouble.what_is_safe} {trouble.what_to_do}"
        self._trouble.say(trouble.what_happened, rest, instead)
        self._trouble.show()
        self.show()
        self._announce(str(trouble))

    def _say(self, words: str) -> None:
        self.forget()
        self._words.setText(words)
        self._words.show()
        self.show()
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.told.emit()

    def _open_folder(self) -> None:
        if self._file is not None:
            show_elsewhere(self._file.parent)

    def _open_file(self) -> None:
        if self._file is not None:
            show_elsewhere(self._file)
