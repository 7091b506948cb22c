"""Keeps what stands in a form while it is typed: going elsewhere or a lock loses none of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from desktop.domain.shared.unsaved import Form, SharedPlace, UnsavedWords
from desktop.services import half_typed
from desktop.ui.desk import Desk
from desktop.ui.widgets.autosave import Autosave


class HalfTyped(QObject):
    """One form of the shared half; ``fields`` says what stands in it, or nothing when it is shut.

    The form tells ``touch`` of every change, and ``forget`` once it was written or put away.
    """

    def __init__(self, desk: Desk, form: Form, fields: Callable[[], str], parent: QObject) -> None:
        """Keep nothing before ``open``."""
        super().__init__(parent)
        self._desk = desk
        self._form = form
        self._fields = fields
        self._which: str | None = None
        self._is_unsaved = self._is_begun = False
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._keep)
        parent.installEventFilter(self)

    def open(self, which: str) -> str:
        """Return what was begun about another subject; flush first."""
        self._which = which
        self._is_unsaved = False
        begun = self._desk.ask(half_typed.begun, self._form, which)
        self._is_begun = bool(begun)
        return begun

    def touch(self) -> None:
        """Note a change."""
        if self._which is not None:
            self._autosave.touch()

    def flush(self) -> bool:
        """Keep what is pending; return whether all of it is kept."""
        if self._is_unsaved:
            self._keep()
        self._autosave.flush()
        return not self._is_unsaved

    def forget(self) -> None:
        """Let go of what was begun: it is written now, or not wanted."""
        self._autosave.stop()
        self._is_unsaved = False
        if self._which is not None and self._is_begun:
            self._desk.do(half_typed.keep, self._form, self._which, "")
            self._is_begun = False

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return what stands in the form if it could not be kept; for the sealed draft."""
        if self._which is None or not self._is_unsaved:
            return ()
        return (UnsavedWords(SharedPlace.FORM, (self._form, self._which), self._fields()),)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep what is pending at once when the form goes out of sight."""
        if event.type() == QEvent.Type.Hide:
            self._autosave.flush()
        return False

    def _keep(self) -> None:
        if self._which is not None:
            kept = self._desk.do(half_typed.keep, self._form, self._which, self._fields())
            self._is_unsaved = not kept.done
            self._is_begun = True
