"""The backups that are made by themselves while somebody writes."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Trouble
from desktop.services.backups import Backups
from desktop.ui.jobs import Job


class RollingBackups(QObject):
    """Asked every minute, keeps a verified copy when one is due."""

    troubled = Signal(Trouble)

    def look(self, backups: Backups) -> None:
        """Take one if it is due; only the taking happens here, the rest beside the window."""
        if not backups.due():
            return
        try:
            taken = backups.take()
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return
        finishing = Job(lambda _report: taken.finish(), self)
        finishing.failed.connect(self._tell)
        finishing.start()

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.troubled.emit(error)
