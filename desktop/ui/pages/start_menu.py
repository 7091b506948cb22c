"""The small button beside "Start a conversation" that offers the other kinds."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.domain.conversations.conversation import Kind
from desktop.services.packs import pack
from desktop.ui.widgets.buttons import PlainButton

_CHOOSE, _PAPER, _FEEDBACK = "choose", "paper", "feedback"


class StartMenu(PlainButton):
    """Opens a menu of kinds with how long each takes, and the way to choose the questions."""

    side_padding = 10
    gap = 0

    kind_chosen = Signal(str)
    choosing_asked = Signal()
    paper_asked = Signal()
    feedback_asked = Signal()

    def __init__(self) -> None:
        """Say with a chevron that there is more."""
        super().__init__("", glyph="down")
        self.setAccessibleName(self.tr("Other kinds of conversation"))
        self.setToolTip(self.tr("Other kinds of conversation"))
        self._has_feedback = False
        self.clicked.connect(self._open)

    def hold_feedback(self, *, held: bool) -> None:
        """Offer the way to feedback here, where the page has no room for a button of its own."""
        self._has_feedback = held

    def _open(self) -> None:
        menu = QMenu(self)
        for kind in Kind:
            if kind is not Kind.FULL:
                menu.addAction(self._words(kind)).setData(kind.value)
        menu.addSeparator()
        menu.addAction(self.tr("Choose the questions…")).setData(_CHOOSE)
        menu.addAction(self.tr("Type in from paper…")).setData(_PAPER)
        if self._has_feedback:
            menu.addSeparator()
            menu.addAction(self.tr("Before giving feedback")).setData(_FEEDBACK)
        menu.triggered.connect(self._announce)
        below = QPoint(self.width() - menu.sizeHint().width(), self.height() + 4)
        menu.popup(self.mapToGlobal(below))

    def _words(self, kind: Kind) -> str:
        least, most = pack(kind).minutes
        return self.tr("{kind}, {least} to {most} minutes").format(
            kind=pack(kind).title, least=least, most=most
        )

    def _announce(self, action: QAction) -> None:
        if action.data() == _CHOOSE:
            self.choosing_asked.emit()
        elif action.data() == _PAPER:
            self.paper_asked.emit()
        elif action.data() == _FEEDBACK:
            self.feedback_asked.emit()
        else:
            self.kind_chosen.emit(action.data())
