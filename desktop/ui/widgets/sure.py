"""The question before something goes for good, with the keyboard where nothing can be lost."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.ui.widgets.card import NoticeLink, TroublePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.sight import IntoSight


class SurePanel(TroublePanel):
    """Asks once more; "Not now" has the keyboard, and Esc presses it from anywhere."""

    meant = Signal()

    def __init__(self, action: str) -> None:
        """Out of sight until ``ask``; ``action`` are the words of what cannot be undone."""
        super().__init__(action=action)
        self._asked_from: QWidget | None = None
        self._not_now = NoticeLink(self.tr("Not now"), shortcut="Esc")
        self._not_now.ink = self.ink
        ways = QWidget()
        flow = FlowLayout(ways, gap=24)
        flow.addWidget(self._not_now)
        flow.addWidget(self.action)
        self.body.addWidget(ways)
        self._not_now.clicked.connect(self._leave)
        self.action.clicked.connect(self._mean_it)
        self._into_sight = IntoSight(self)
        self.hide()

    def ask(self, lead: str, sentence: str) -> None:
        """Ask about ``lead``; remembers where the keyboard was."""
        here = QApplication.focusWidget()
        if here is not self._not_now:
            self._asked_from = here
        self.say(lead, sentence, self.action.label())
        self.show()
        self._not_now.setFocus(Qt.FocusReason.OtherFocusReason)
        self._into_sight.soon()

    def _leave(self) -> None:
        back, self._asked_from = self._asked_from, None
        if back is not None and isValid(back) and back.isVisible():
            # Before this is hidden: the keyboard would look for a place of its own.
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _mean_it(self) -> None:
        # On whatever button comes next a second Enter could press something.
        (self.parentWidget() or self.window()).setFocus(Qt.FocusReason.OtherFocusReason)
        self._asked_from = None
        self.hide()
        self.meant.emit()
