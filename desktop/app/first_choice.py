"""Quick unlock, where it was chosen with a new vault: turned on once the window stands."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Trouble
from desktop.session import Session
from desktop.ui.jobs import Job
from desktop.ui.keys.this_computer import this_computer
from desktop.vault import keychain
from desktop.vault.data_key import wipe
from desktop.vault.keychain import Keychain
from desktop.vault.slots import WayIn


class FirstChoice(QObject):
    """Asks the keychain beside the window: it may put a question of its own, and take its time."""

    turned_on = Signal()
    troubled = Signal(Trouble)
    """Why it stays off; the passphrase opens the vault all the same."""

    def __init__(
        self, parent: QObject, find_keychain: Callable[[], Keychain] = keychain.system
    ) -> None:
        """``find_keychain`` finds the system's own, and names what is none."""
        super().__init__(parent)
        self._find_keychain = find_keychain
        self._session: Session | None = None

    def start(self, session: Session) -> None:
        """Turn it on for the vault of a session."""
        self._session = session
        keys, find_keychain = session.keys, self._find_keychain
        job = Job(lambda _report: keys.ask_keychain(find_keychain(), this_computer()), self)
        job.done.connect(self._add)
        job.failed.connect(self._tell)
        job.start()

    def stop(self) -> None:
        """The session is being closed: what comes now is too late."""
        self._session = None

    def _add(self, way_in: WayIn) -> None:
        if self._session is None:
            wipe(way_in.key)
            return
        try:
            self._session.keys.add_quick_unlock(way_in)
        except Trouble as trouble:
            self.troubled.emit(trouble)
        else:
            self.turned_on.emit()

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.troubled.emit(error)
