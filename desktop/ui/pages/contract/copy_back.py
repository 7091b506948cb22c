"""A copy that came back from the person: taken up, kept, and taken in line by line (F8)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ConversationId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.unsaved import Form, UnsavedWords
from desktop.services import corrections
from desktop.ui.desk import Desk
from desktop.ui.half_typed import HalfTyped
from desktop.ui.pages.contract.pen import Pen
from desktop.ui.pages.contract.their_changes import TheirChanges
from desktop.ui.widgets.buttons import MinorButton, changing


class CopyBack(QObject):
    """Knows what is done with the copy; the page lays out the ``way`` to it and the ``panel``."""

    kept = Signal()
    rearranged = Signal()

    def __init__(self, desk: Desk, settle: Callable[[], bool], page: QWidget) -> None:
        """``settle`` saves what is pending on the page and returns whether all is saved."""
        super().__init__(page)
        self._desk = desk
        self._settle = settle
        self._conversation: ConversationId | None = None
        self.panel = TheirChanges()
        self.way = MinorButton("")
        changing(self.way)
        self._half_typed = HalfTyped(desk, Form.COPY_BACK, self.panel.words, page)
        self.way.clicked.connect(self._turn)
        self.panel.copy_given.connect(self._keep)
        self.panel.pasted.connect(self._half_typed.touch)
        self.panel.taken_in.connect(self._take_in)
        self.panel.rearranged.connect(self.rearranged)

    def put_away(self) -> None:
        """Begin anew, before the copy of another conversation is shown."""
        self.panel.forget()

    def open(self, conversation: ConversationId) -> None:
        """Show what was pasted about a conversation and not given yet; flush first."""
        self._conversation = conversation
        begun = self._half_typed.open(conversation)
        if begun:
            self.panel.take_up(begun)

    def tell(self, name: str, contract: Contract) -> None:
        """Offer the way to a copy where one may come back, and show what waits."""
        self.way.setText(self.tr("What did {name} change?").format(name=name))
        self.way.setVisible(self._desk.ask(corrections.may_come_back, contract))
        copy = ""
        waiting: tuple[corrections.AnyCorrection, ...] = ()
        if contract.is_draft:
            copy = self._desk.ask(corrections.copy_of, contract)
            waiting = self._desk.ask(corrections.waiting, contract)
        self.panel.tell(name, copy, waiting)

    def flush(self) -> bool:
        """Keep what is pending; return whether all of it is kept."""
        return self._half_typed.flush()

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return what could not be kept; for the sealed draft."""
        return self._half_typed.unsaved()

    def _turn(self) -> None:
        if self.panel.isHidden():
            self.panel.begin()
        else:
            self.panel.hide()
        self.rearranged.emit()

    def _keep(self, copy: str) -> None:
        if self._conversation is None or not self._settle():
            return
        answer = self._desk.do(corrections.keep, self._conversation, copy)
        self.panel.refuse(answer.refusal.sentence if answer.refusal else "")
        if answer.done:
            self._half_typed.forget()
        self.kept.emit()

    def _take_in(self, correction: corrections.AnyCorrection) -> None:
        if self._conversation is None or not self._settle():
            return
        contract = Pen(self._desk, self._conversation).contract()
        if contract is not None:
            self._desk.do(corrections.take_in, contract, correction)
