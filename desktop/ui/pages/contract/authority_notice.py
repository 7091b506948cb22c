"""A calm question below a promise that reads like an outcome others decide (guard V4)."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.shared.authority import BeyondAuthority
from desktop.ui.widgets.card import NoticeLink, NoticePanel
from desktop.ui.widgets.flow_layout import FlowLayout


class AuthorityNotice(NoticePanel):
    """Hidden while there is nothing to ask; it never keeps anybody from going on."""

    reworded = Signal(str)
    outcome_left_open = Signal()
    kept = Signal(str)
    put_back = Signal()

    def __init__(self) -> None:
        """Ask nothing before ``tell``."""
        super().__init__(action=" ")
        self._found: BeyondAuthority | None = None
        self._open = NoticeLink(self.tr("Or say that the outcome is not mine"))
        self._keep = NoticeLink(self.tr("Keep it as it is"))
        self._others = QWidget()
        others = FlowLayout(self._others, gap=14)
        for link in (self._open, self._keep):
            others.addWidget(link)
        self.body.addWidget(self._others)
        self._is_undo = False
        self.action.clicked.connect(self._act)
        self._open.clicked.connect(self.outcome_left_open)
        self._keep.clicked.connect(self._keep_it)
        self.hide()

    def tell(self, found: BeyondAuthority | None) -> None:
        """Ask about what was found, or nothing."""
        if found == self._found and not self._is_undo:
            return
        self._found, self._is_undo = found, False
        if found is not None:
            lead = self.tr("Is this yours to promise?")
            sentence = self.tr("You can commit to making the case, not to the outcome.")
            self.say(lead, sentence, self.tr("Change to “{words}”").format(words=found.instead))
            self._announce(f"{lead} {sentence}")
        self._show(found is not None)

    def offer_to_put_back(self) -> None:
        """Say that the suggestion was taken, and offer the manager's own words again."""
        self._found, self._is_undo = None, True
        self.say(self.tr("Reworded."), "", self.tr("Put my words back"))
        self._show(True)

    def _show(self, shown: bool) -> None:
        self._others.setVisible(not self._is_undo)
        self.setVisible(shown)

    def _act(self) -> None:
        if self._is_undo:
            self.put_back.emit()
        elif self._found is not None:
            self.reworded.emit(self._found.instead)

    def _keep_it(self) -> None:
        if self._found is not None:
            self.kept.emit(self._found.outcome)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
