"""What the manager should know of other computers, above every page until it is put away."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.presence import Found, News
from desktop.ui.widgets.buttons import SmallButton
from desktop.ui.widgets.card import NoticePanel
from desktop.ui.widgets.flow_layout import FlowLayout


class ElsewhereNews(NoticePanel):
    """One piece of news after the other; nothing that is saved meanwhile takes it away."""

    backups_asked = Signal()
    read = Signal()
    """All of it was put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin out of sight."""
        super().__init__(parent=parent)
        self._left: list[Found] = []
        self._show = SmallButton(self.tr("Show the backups"))
        self._put_away = SmallButton(self.tr("Understood"))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.setContentsMargins(0, 8, 0, 0)
        flow.addWidget(self._show)
        flow.addWidget(self._put_away)
        self.body.addWidget(buttons)
        self._show.clicked.connect(self.backups_asked)
        self._put_away.clicked.connect(self._next)
        self.hide()

    def tell(self, found: Sequence[Found]) -> None:
        """Show the first of them; the others follow as each is put away."""
        self._left = list(found)
        self._say()

    def _next(self) -> None:
        del self._left[0]
        self._say()
        if not self._left:
            self.read.emit()

    def _say(self) -> None:
        if self._left:
            self.say(*words(self._left[0]))
            self._show.setVisible(self._left[0].news is not News.SYNCED)
        self.setVisible(bool(self._left))


def words(found: Found) -> tuple[str, str]:
    """Return what happened, and what is safe and what to do about it."""
    names = ", ".join(f"“{name}”" for name in found.names)
    return {
        News.OLDER: (
            _tr("This vault is older than when it was last open here."),
            _tr(
                "Somebody, or a service that carries the folder, put an earlier copy back. It "
                "opens as it is. What you wrote since is in the backups, if it is missing."
            ),
        ),
        News.APART: (
            _tr("This vault went on elsewhere without what you last wrote here."),
            _tr(
                "Two computers wrote at the same time. Nothing was overwritten by Onward: what "
                "stands here is one line, the other is in the backups or in a second copy beside "
                "your notes."
            ),
        ),
        News.COPIES: (
            _tr("There is a second copy of your notes in the vault folder: {names}.").format(
                names=names
            ),
            _tr(
                "A service that carries the folder made it because two computers wrote at the "
                "same time. Both are kept. “Backups” shows what is inside; once you have what you "
                "need, move it out of the folder."
            ),
        ),
        News.SYNCED: (
            _tr("Your vault lies in a folder that {service} carries to other computers.").format(
                service="".join(found.names)
            ),
            _tr(
                "Only encrypted files travel. Lock the vault before you open it on another "
                "computer, and give the folder time to catch up; Onward tells you if two were at "
                "it. This is said once."
            ),
        ),
    }[found.news]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ElsewhereNews", text)
