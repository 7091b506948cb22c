"""What Onward does where its window is not looked at: a reminder, and an icon beside the clock.

Both belong to an open vault. A lock ends them before anything else: whoever locks has no vault to
count from, so that a locked Onward has nothing to say (product G3, security.md section 4).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.app.notices import TITLE, Notices
from desktop.domain.reminders import Reminder, Told
from desktop.services import reminders
from desktop.ui.widgets.glyphs import window_icon

if TYPE_CHECKING:
    from desktop.storage.shelves import SharedShelf

_LOOK_MS = 60_000


class OutOfSight(QObject):
    """Reminds of the manager's own debts, and stands beside the clock if that was chosen."""

    came_back = Signal()
    """The icon or a reminder was pressed: the window is wanted in front."""
    lock_asked = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        show: Callable[[str], None] | None = None,
        is_looked_at: Callable[[], bool] | None = None,
    ) -> None:
        """``show`` hands a sentence to the system, ``is_looked_at`` says who has the keyboard."""
        super().__init__(parent)
        self._notices = Notices(self)
        self._notices.pressed.connect(self.came_back)
        self._show = show or self._notices.show
        self._is_looked_at = is_looked_at or _has_the_keyboard
        self._shelf: SharedShelf | None = None
        self._told = Told()
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.look)

    def start(self, shelf: "SharedShelf") -> None:
        """Begin with an open vault."""
        self._shelf = shelf
        self.settle()
        self._minute.start(_LOOK_MS)

    def settle(self) -> None:
        """Do what was chosen, after a choice."""
        wanted = self._shelf is not None and reminders.has_icon(self._shelf)
        if wanted and self._icon is None and _has_a_place():
            self._stand_beside_the_clock()
        elif not wanted:
            self._go_from_the_clock()

    def look(self) -> None:
        """Look whether there is something to be reminded of now."""
        if self._shelf is None:
            return
        seen = self._is_looked_at()
        said, self._told = reminders.look(self._shelf, self._told, seen=seen)
        if said is not None:
            self._show(sentence(said))

    def stop(self) -> None:
        """End everything at once."""
        self._minute.stop()
        self._shelf = None
        self._notices.stop()
        self._go_from_the_clock()

    def _stand_beside_the_clock(self) -> None:
        self._menu = QMenu()
        self._menu.addAction(_tr("Bring Onward to the front")).triggered.connect(self.came_back)
        self._menu.addAction(_tr("Lock")).triggered.connect(self.lock_asked)
        self._icon = QSystemTrayIcon(window_icon(), self)
        self._icon.setToolTip(TITLE)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._pressed)
        self._icon.show()

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is not QSystemTrayIcon.ActivationReason.Context:
            self.came_back.emit()

    def _go_from_the_clock(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
        if self._menu is not None:
            self._menu.deleteLater()
        self._icon = self._menu = None


def sentence(reminder: Reminder) -> str:
    """Return what is said: how many things are due, and never which, or with whom."""
    if reminder.count == 1:
        return _tr("Something of yours is due.")
    return _tr("{count} things of yours are due.").format(count=reminder.count)


def _has_the_keyboard() -> bool:
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive


def _has_a_place() -> bool:
    """Return whether an icon can stand somewhere; on X11 it waits for a panel that comes later."""
    return QSystemTrayIcon.isSystemTrayAvailable() or QGuiApplication.platformName() == "xcb"


def _tr(words: str) -> str:
    return QCoreApplication.translate("OutOfSight", words)
