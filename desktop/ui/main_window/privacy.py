"""The one-key cover: F9 hides every word of every window at once, F9 shows them again (A9).

It is not the lock: the vault stays open beneath, and the quiet minutes go on counting. It is for
somebody who comes to the desk, and for a shared screen that cannot leave our window out.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.main_window.cover import Cover
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.text import Body, Title

KEY = "F9"
_LOCK = QKeySequence("Ctrl+L")
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Veil(Cover):
    """Lies over one window, takes every key but two, and says how to come back."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.covered = window
        self.setAccessibleName(self.tr("Covered"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.again = PlainButton(self.tr("Show again"), shortcut=KEY, listens=False)
        self.again.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = Body(
            self.tr("Nothing of your notes is shown. They are still open: Ctrl+L locks them."),
            align=_CENTRE,
        )
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(Glyph("mark", size=42), 0, _CENTRE)
        column.addWidget(Title(self.tr("Covered"), align=_CENTRE))
        column.addWidget(words)
        column.addSpacing(12)
        column.addWidget(self.again, 0, _CENTRE)
        column.addStretch(1)

    def event(self, event: QEvent) -> bool:
        """Keep every shortcut of what lies beneath asleep, but those of the cover and the lock."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(QKeySequence(event.keyCombination()) not in (_LOCK, _COVER))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Swallow what is typed."""
        event.accept()

    def focusNextPrevChild(self, _following: bool) -> bool:
        """Let the keyboard go nowhere beneath."""
        return True


_COVER = QKeySequence(KEY)


class PrivacyCover(QObject):
    """Lays a veil over every window there is, and takes them all away again."""

    def __init__(self, window: QWidget) -> None:
        """Hold in ``window`` and in every dialog and menu before it."""
        super().__init__(window)
        self._window = window
        self._veils: list[Veil] = []
        self._had_keyboard: QWidget | None = None
        self._keys = QShortcut(_COVER, window)
        # Dialogs let it through, as they do with the lock.
        self._keys.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._keys.activated.connect(self.toggle)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen_to)

    def is_laid(self) -> bool:
        """Whether everything is covered now."""
        return bool(self._veils)

    def toggle(self) -> None:
        """Cover everything at once, or show it again."""
        if self._veils:
            self._take_away()
        else:
            self._had_keyboard = QApplication.focusWidget()
            self._lay()

    def _lay(self) -> None:
        while (menu := QApplication.activePopupWidget()) is not None:
            if not menu.close():
                menu.hide()
        veiled = [veil.covered for veil in self._veils]
        windows = [w for w in QApplication.topLevelWidgets() if w.isWindow() and w.isVisible()]
        for window in windows:
            if window not in veiled:
                self._veil(window)
        if self._veils:
            foremost = QApplication.activeModalWidget()
            mine = [veil for veil in self._veils if veil.covered is foremost]
            (mine or self._veils)[0].setFocus()

    def _veil(self, window: QWidget) -> None:
        veil = Veil(window)
        veil.again.clicked.connect(self.toggle)
        window.installEventFilter(self)
        veil.lay()
        self._veils.append(veil)

    def _take_away(self) -> None:
        for veil in self._veils:
            veil.covered.removeEventFilter(self)
            veil.hide()
            veil.deleteLater()
        self._veils.clear()
        if self._had_keyboard is not None and self._had_keyboard.isVisible():
            self._had_keyboard.setFocus()
        self._had_keyboard = None

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            if self._veils:
                self._lay()  # something has opened since

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold before menus too, where shortcuts sleep, and grow with a window that grows."""
        if event.type() == QEvent.Type.Resize:
            for veil in self._veils:
                if veil.covered is watched:
                    veil.setGeometry(veil.covered.rect())
        if (
            isinstance(watched, QWindow)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()) == _COVER
        ):
            self.toggle()
            return True
        return super().eventFilter(watched, event)
