"""One clause of the agreement: its heading, and its words to change or to read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.shared.agreement import Clause
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.text import SerifHeading


class ClauseEditor(QWidget):
    """Keeps what is typed within a second; an agreed clause can only be read."""

    edited = Signal(str)

    def __init__(self, clause: Clause, heading: str) -> None:
        """Wait for the words."""
        super().__init__()
        self._clause = clause
        self._saved = ""
        self._is_unsaved = False
        self._heading = SerifHeading(heading)
        self._editor = GrowingEditor(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self._editor)
        self._editor.edited.connect(self._announce)

    def tell(self, heading: str, text: str, *, is_draft: bool) -> None:
        """Show what is kept, unless it is being written."""
        self._heading.setText(heading)
        self._editor.setAccessibleName(heading)
        self._editor.setReadOnly(not is_draft)
        if self._editor.hasFocus() or self._editor.is_pending() or self._is_unsaved:
            return
        self._saved = text
        if text != self._editor.text():
            self._editor.set_text(text)

    def text(self) -> str:
        """Return what is written."""
        return self._editor.text()

    def is_changed(self) -> bool:
        """Return whether what is written is something else than what is kept."""
        return self._is_unsaved or self._editor.text() != self._saved

    def is_unsaved(self) -> bool:
        """Return whether the last attempt to keep the words failed."""
        return self._is_unsaved

    def note_saved(self, saved: bool) -> None:
        """Remember whether the words on the screen are kept."""
        self._is_unsaved = not saved
        if saved:
            self._saved = self._editor.text()

    def let_go(self) -> None:
        """Forget what could not be saved: another person is shown."""
        self._is_unsaved = False
        self._editor.clearFocus()

    def flush(self) -> bool:
        """Announce what is pending; return whether all of it is kept."""
        self._editor.flush()
        if self._is_unsaved:
            self._announce()
        return not self._is_unsaved

    def _announce(self) -> None:
        self.edited.emit(self._clause.value)
