"""A vault that is open for reading only: nothing can be typed where nothing can be saved."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from desktop.ui.widgets.editors import LineField


class ReadingOnly(QObject):
    """Makes every editor read-only before it is seen for the first time."""

    def __init__(self, window: QWidget) -> None:
        """Follow what stands in ``window`` and in its dialogs; begin before the pages are built."""
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow each editor to the moment in which it gets its look."""
        if event.type() == QEvent.Type.Polish:
            self._make_read_only(watched)
        return False

    def _make_read_only(self, seen: QObject) -> None:
        asks = isinstance(seen, LineField) and seen.looks_only
        if isinstance(seen, QTextEdit | QLineEdit) and not asks and self._is_ours(seen):
            seen.setReadOnly(True)
            seen.setPlaceholderText(self.tr("Open for reading only"))

    def _is_ours(self, seen: QWidget) -> bool:
        above: QWidget | None = seen
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None
