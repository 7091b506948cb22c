"""Keeps what the manager is writing in sight, also where a page scrolls within a page."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QWidget

_AROUND = 12


class Sight(QObject):
    """Follows the keyboard, and the cursor in an editor that is as high as its text."""

    def __init__(self, page: QWidget) -> None:
        """Watch everything on ``page``."""
        super().__init__(page)
        self._page = page
        self._editor: QTextEdit | None = None
        self._soon = QTimer(self)
        # Only after the layout has made room for what was typed.
        self._soon.setInterval(0)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._turn)

    def _turn(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._editor is not None:
            self._editor.cursorPositionChanged.disconnect(self._look_soon)
            self._editor.destroyed.disconnect(self._forget)
            self._editor = None
        if new is None or not self._page.isAncestorOf(new):
            return
        if isinstance(new, QTextEdit):
            self._editor = new
            new.cursorPositionChanged.connect(self._look_soon)
            new.destroyed.connect(self._forget)
        self._look_soon()

    def _forget(self) -> None:
        self._editor = None

    def _look_soon(self) -> None:
        self._soon.start()

    def _look(self) -> None:
        writing = QApplication.focusWidget()
        if writing is None or not self._page.isAncestorOf(writing):
            return
        where = writing.cursorRect() if isinstance(writing, QTextEdit) else writing.rect()
        above = writing.parentWidget()
        while above is not None:
            content = above.widget() if isinstance(above, QScrollArea) else None
            if isinstance(above, QScrollArea) and content and content.isAncestorOf(writing):
                _show(above, content, writing, where)
            above = above.parentWidget()


def _show(area: QScrollArea, content: QWidget, widget: QWidget, where: QRect) -> None:
    top = widget.mapTo(content, where.topLeft())
    bottom = widget.mapTo(content, QPoint(where.left(), where.bottom()))
    for point in (bottom, top):
        area.ensureVisible(point.x(), point.y(), 0, _AROUND)
