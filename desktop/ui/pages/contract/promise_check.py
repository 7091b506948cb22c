"""Asks below a commitment of the manager's whether it is theirs to promise (guard V4)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pages.contract.authority_notice import AuthorityNotice
from desktop.ui.pages.contract.distances import DATE_INSET
from desktop.ui.pages.contract.pen import Pen
from desktop.ui.widgets.editors import GrowingEditor


class PromiseCheck(QWidget):
    """Rewords what is written on demand, and puts the manager's own words back."""

    outcome_left_open = Signal()
    stood_by = Signal(str)

    def __init__(self, pen: Pen, what: GrowingEditor) -> None:
        """Look at what is written in ``what``; nothing is asked before ``consider``."""
        super().__init__()
        self._pen = pen
        self._what = what
        self._stood_by = ""
        self._own_words = ""
        self._notice = AuthorityNotice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, DATE_INSET, 0)
        column.setSpacing(0)
        column.addSpacing(4)
        column.addWidget(self._notice)
        self._notice.reworded.connect(self._reword)
        self._notice.put_back.connect(self._put_words_back)
        self._notice.outcome_left_open.connect(self.outcome_left_open)
        self._notice.kept.connect(self._stand_by)

    def know_answer(self, outcome: str) -> None:
        """Take note of the outcome that the manager stands by; empty for none."""
        self._stood_by = outcome

    def forget_own_words(self) -> None:
        """Offer nothing back any more: the manager has written on."""
        self._own_words = ""

    def consider(self, *, is_plainly_mine: bool) -> None:
        """Ask whether it is the manager's to promise, unless they have answered."""
        if self._own_words:
            return
        found = self._pen.beyond_authority(self._what.text()) if is_plainly_mine else None
        answered = found is not None and found.outcome == self._stood_by
        self._notice.tell(None if answered else found)
        self.setVisible(not self._notice.isHidden())

    def _reword(self, words: str) -> None:
        own_words = self._what.text()
        self._what.reword(words)
        self._what.flush()
        self._own_words = own_words
        self._notice.offer_to_put_back()
        self.show()
        self._what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_words_back(self) -> None:
        self._what.reword(self._own_words)
        self._what.flush()
        self._what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand_by(self, outcome: str) -> None:
        self._stood_by = outcome
        self.stood_by.emit(outcome)
        self._what.setFocus(Qt.FocusReason.OtherFocusReason)
