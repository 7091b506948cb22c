"""What goes on beside the window while the vault is open: the watches, the signs, the backups."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.app.away_watch import AwayWatch
from desktop.app.clipboard import OwnClipboard
from desktop.app.first_choice import FirstChoice
from desktop.app.lock_watch import LockWatch
from desktop.app.out_of_sight import OutOfSight
from desktop.app.rolling import RollingBackups
from desktop.app.standing import Standing, bring_to_front
from desktop.services import settings
from desktop.session import Session
from desktop.ui.main_window import MainWindow

_MINUTE_MS = 60_000
"""How often it is asked whether a backup is due, and a sign of life is given."""


class Meanwhile(QObject):
    """Begins with a session, and ends in two steps: with the session, and with the window."""

    lock_asked = Signal()
    """Time, the system, the icon beside the clock or another computer wants the vault locked."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        """Wait for a session; whoever starts Onward again finds ``window``."""
        super().__init__(parent)
        self._window = window
        self._session: Session | None = None
        self._minute = QTimer(self)
        self._rolling = RollingBackups(self)
        self._watch = LockWatch(self)
        self._clipboard = OwnClipboard(self)
        self._out_of_sight = OutOfSight(self)
        self._away = AwayWatch(self)
        self._standing = Standing(self)
        self._first_choice = FirstChoice(self)
        self._connect()

    def _connect(self) -> None:
        self._minute.timeout.connect(self._back_up)
        self._minute.timeout.connect(self._give_a_sign)
        self._rolling.troubled.connect(self._window.show_trouble)
        self._first_choice.turned_on.connect(self._window.keys_changed)
        self._first_choice.troubled.connect(self._window.show_trouble)
        self._watch.lock_asked.connect(self.lock_asked)
        self._out_of_sight.came_back.connect(self._come_to_front)
        self._out_of_sight.lock_asked.connect(self.lock_asked)
        self._away.left.connect(self._window.vault_left)
        self._away.came_back.connect(self._window.vault_came_back)
        self._standing.knocked.connect(self._come_to_front)

    @property
    def is_away(self) -> bool:
        """Whether the vault was not in its place when somebody looked last."""
        return self._away.is_away

    def start(self, session: Session, folder: Path, *, sample: bool) -> None:
        """Watch over a session whose window stands."""
        self._session = session
        self._standing.listen(folder)
        if session.reading is None:
            self._away.start(session)
            if not sample:
                self._minute.start(_MINUTE_MS)
        self._watch.start(self._window, settings.lock_after(session.shared))
        self._out_of_sight.start(session.shared)

    def turn_on_quick_unlock(self, session: Session) -> None:
        """Let the keychain open this vault too, as was chosen when it was made."""
        self._first_choice.start(session)

    def settle(self) -> None:
        """Follow what was chosen anew: the minutes until it locks, and the icon."""
        if self._session is not None:
            self._watch.set_minutes(settings.lock_after(self._session.shared))
            self._out_of_sight.settle()

    def take_a_last_look(self) -> None:
        """Learn whether the vault is in its place, for what is saved last."""
        self._away.look()

    def stop(self) -> None:
        """Leave the session alone, and take our words off the clipboard and away from the clock."""
        self._minute.stop()
        self._first_choice.stop()
        self._away.stop()
        self._out_of_sight.stop()
        self._clipboard.clear()

    def give_way(self) -> None:
        """Let a lock screen stand in the place of the window."""
        self._standing.stop()

    def locked(self) -> None:
        """Tell the system that what waited for the lock, such as sleep, may go on."""
        self._watch.locked()

    def _come_to_front(self) -> None:
        bring_to_front(QApplication.activeModalWidget() or self._window)

    def _back_up(self) -> None:
        if self._session is not None and not self._away.is_away:
            self._rolling.look(self._session.backups)

    def _give_a_sign(self) -> None:
        """Say in the folder that the vault is open here; lock where another computer took it."""
        if self._session is not None and not self._session.presence.beat():
            self.lock_asked.emit()
