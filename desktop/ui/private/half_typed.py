"""Keeps what stands in a private line while it is typed."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

from desktop.domain.private.unsaved import PrivateForm, PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services.private import half_typed
from desktop.ui.desk import PrivateDesk
from desktop.ui.widgets.autosave import Autosave


class HalfTypedLine(QObject):
    """One line whose words are written by a press, and kept before it."""

    def __init__(self, desk: PrivateDesk, form: PrivateForm, line: QLineEdit) -> None:
        """Keep nothing before ``open``."""
        super().__init__(line)
        self._desk = desk
        self._form = form
        self._line = line
        self._which: str | None = None
        self._is_unsaved = False
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._keep)
        line.textEdited.connect(self._autosave.touch)
        line.installEventFilter(self)

    def open(self, which: str) -> None:
        """Show what was begun about another subject; flush first."""
        self._which = which
        self._is_unsaved = False
        self._line.setText(self._desk.ask(half_typed.begun, self._form, which).reveal())

    def flush(self) -> bool:
        """Keep what is pending; return whether all of it is kept."""
        if self._is_unsaved:
            self._keep()
        self._autosave.flush()
        return not self._is_unsaved

    def forget(self) -> None:
        """Empty the line: its words are written now."""
        self._line.clear()
        self._autosave.stop()
        self._keep()

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the words if they could not be kept; for the sealed draft."""
        if self._which is None or not self._is_unsaved:
            return ()
        words = PrivateText(self._line.text())
        return (UnsavedNote(PrivatePlace.FORM, (self._form, self._which), words),)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep what is pending at once when the line goes out of sight."""
        if event.type() == QEvent.Type.Hide:
            self._autosave.flush()
        return False

    def _keep(self) -> None:
        if self._which is not None:
            words = PrivateText(self._line.text())
            kept = self._desk.do(half_typed.keep, self._form, self._which, words)
            self._is_unsaved = not kept.done
