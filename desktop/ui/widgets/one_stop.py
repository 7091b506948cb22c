"""A row of chips or buttons that is one stop of the tab key; the arrows walk within it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class OneStop(QObject):
    """Lets the tab key stop at the part that had the keyboard last; the mouse takes it nowhere."""

    def __init__(self, row: QWidget, parts: Sequence[QWidget]) -> None:
        """``parts`` lie in ``row`` in reading order; call ``settle`` after some were hidden."""
        super().__init__(row)
        self._row = row
        self._parts = tuple(parts)
        self._stop = self._parts[0]
        for part in self._parts:
            part.installEventFilter(self)
        self.settle()

    def begin(self) -> None:
        """Stop at the first part that can be seen."""
        self._stop = next(iter(self._shown()), self._stop)
        self.settle()

    def settle(self) -> None:
        """Stop at a part that can be seen; the first, if the one before is gone."""
        shown = self._shown()
        if shown and self._stop not in shown:
            self._stop = shown[0]
        for part in self._parts:
            is_stop = part is self._stop
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with the arrows, Home and End; remember where the keyboard is."""
        if isinstance(watched, QWidget) and watched in self._parts:
            if event.type() == QEvent.Type.FocusIn:
                self._stop = watched
                self.settle()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._walk(watched, event)
        return False

    def _walk(self, here: QWidget, event: QKeyEvent) -> bool:
        shown = self._shown()
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or here not in shown:
            return False
        if key not in (*_ON, *_BACK, *_ENDS):
            return False
        to_the_left = self._row.layoutDirection() == Qt.LayoutDirection.RightToLeft
        on, back = (_BACK, _ON) if to_the_left else (_ON, _BACK)
        place = shown.index(here) + (key in on) - (key in back)
        if key in _ENDS:
            place = 0 if key == Qt.Key.Key_Home else -1
        shown[place % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]
