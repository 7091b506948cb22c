"""What came of taking something out of the vault, told beside the button that asked for it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Trouble
from desktop.ui.dialogs import save_file
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.card import TroublePanel
from desktop.ui.widgets.elsewhere import show_elsewhere
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Small


class Outcome(QWidget):
    """Saves or says what happened, where a file lies, or what to do instead; hidden until then.

    A screen reader hears every word of it.
    """

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
        self.tell(saved, file=place)
        return True

    def tell(
        self, words: str, person: str = "", *, file: Path | None = None, opens: str = ""
    ) -> None:
        """Say how it went; ``opens`` are the words with which the file can be opened."""
        self.forget()
        self._file = file
        self._words.setText(words)
        self._words.show()
        self._show_folder.setVisible(file is not None)
        self._open.setText(opens)
        self._open.setVisible(file is not None and bool(opens))
        self._person.setText(self.tr("{name}’s page").format(name=person))
        self._person.setVisible(bool(person))
        self._ways_on.setVisible(file is not None or bool(person))
        self._appear(words)

    def tell_trouble(self, trouble: Trouble, *, instead: str = "") -> None:
        """Say what happened, what is safe and what to do; ``instead`` names the next best way."""
        self.forget()
        rest = f"{trouble.what_is_safe} {trouble.what_to_do}"
        self._trouble.say(trouble.what_happened, rest, instead)
        self._trouble.show()
        self._appear(str(trouble))

    def _appear(self, words: str) -> None:
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.told.emit()

    def _open_folder(self) -> None:
        if self._file is not None:
            show_elsewhere(self._file.parent)

    def _open_file(self) -> None:
        if self._file is not None:
            show_elsewhere(self._file)
