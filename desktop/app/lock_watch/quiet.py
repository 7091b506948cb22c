"""How long nobody has touched a key or the mouse, sleep included."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

from desktop.app.lock_watch import clocks

_TICK_MS = 1000
_SLEPT_S = 2.0
_LOCK_KEYS = QKeySequence("Ctrl+L")
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Quiet(QObject):
    """Emits ``over`` after the quiet minutes, and on the first tick after the computer slept.

    It listens to whole windows, not to every widget in them: that costs nothing while somebody
    types. Dialogs and menus are windows as well, and Ctrl+L holds in each of them.
    """

    over = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        passed: Callable[[], float] = clocks.passed,
        awake: Callable[[], float] = clocks.awake,
    ) -> None:
        """``passed`` counts seconds, sleep included; ``awake`` counts them without it."""
        super().__init__(parent)
        self._passed, self._awake = passed, awake
        self._limit = 0.0
        self._touched = self._slept = 0.0
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._look)

    def start(self, minutes: int) -> None:
        """Begin to count."""
        self.set_minutes(minutes)
        self._touched = self._passed()
        self._slept = self._passed() - self._awake()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen_to)
        for window in QGuiApplication.topLevelWindows():
            self._listen_to(window)
        self._tick.start(_TICK_MS)

    def set_minutes(self, minutes: int) -> None:
        """Count up to another number of minutes."""
        self._limit = minutes * 60.0

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start counting anew at every touch; let Ctrl+L through where a dialog would keep it."""
        if event.type() in _TOUCHES:
            self._touched = self._passed()
            if isinstance(event, QKeyEvent) and _is_lock(event):
                self.over.emit()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        slept = self._passed() - self._awake()
        if slept - self._slept > _SLEPT_S or self._passed() - self._touched >= self._limit:
            self._touched = self._passed()
            self._slept = slept
            self.over.emit()


def _is_lock(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) == _LOCK_KEYS
