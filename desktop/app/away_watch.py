"""Notices within seconds when the open vault is not in its place any more, and when it is back."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.whereabouts import EVERY_S, SENTENCES, Where
from desktop.session import Session


class AwayWatch(QObject):
    """Lets a session write nothing while its file is away, and tells the window."""

    left = Signal(object)
    """The vault is away; carries the Trouble that says so."""
    came_back = Signal()

    def __init__(self, parent: QObject) -> None:
        """Wait for a session."""
        super().__init__(parent)
        self._session: Session | None = None
        self._seen = Where.HERE
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    @property
    def is_away(self) -> bool:
        """Whether the vault was away when somebody looked last."""
        return self._seen is not Where.HERE

    def start(self, session: Session) -> None:
        """Look from now on."""
        self._session = session
        self._timer.start(EVERY_S * 1000)

    def stop(self) -> None:
        """Look no more: the session is being closed."""
        self._timer.stop()
        self._session = None

    def look(self) -> None:
        """Look now."""
        if self._session is None:
            return
        seen = self._session.whereabouts.look()
        if seen is self._seen:
            return
        self._seen = seen
        if seen is Where.HERE:
            self._session.write_again()
            self.came_back.emit()
        else:
            self._session.write_nothing(SENTENCES[seen])
            self.left.emit(SENTENCES[seen]())
