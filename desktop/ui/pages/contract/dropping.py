"""Dropping a revised draft, and bringing it back for as long as the window is not locked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ConversationId
from desktop.domain.shared.contract import Contract, Dropped
from desktop.services import contracts
from desktop.ui.desk import Desk
from desktop.ui.pages.contract.heading import ContractHeading
from desktop.ui.widgets.sure import SurePanel


class Dropping(QObject):
    """Remembers the last draft dropped of every conversation; asks before one is lost for it."""

    turned = Signal()
    """A draft was dropped or has come back."""

    def __init__(
        self, desk: Desk, heading: ContractHeading, settle: Callable[[], bool], page: QWidget
    ) -> None:
        """``settle`` saves what is pending on the page, which lays out ``sure`` as well."""
        super().__init__(page)
        self._desk = desk
        self._heading = heading
        self._settle = settle
        self._dropped: dict[ConversationId, Dropped] = {}
        self._contract: Contract | None = None
        self.sure = SurePanel(self.tr("Drop this draft as well"))
        self.sure.meant.connect(self._drop)

    def put_away(self) -> None:
        """Ask nothing any more, before another conversation is shown."""
        self.sure.hide()

    def may_come_back(self, contract: Contract | None) -> bool:
        """Return whether a draft was dropped that can take its place after ``contract`` again."""
        dropped = self._dropped.get(contract.conversation) if contract is not None else None
        if dropped is None or contract is None:
            return False
        return dropped.contract.version > contract.version

    def drop(self, contract: Contract) -> None:
        """Drop a draft; asks first where an earlier one could not be brought back then."""
        self._contract = contract
        before = self._dropped.get(contract.conversation)
        if before is not None and before.contract.version >= contract.version:
            self.sure.ask(
                self.tr("The draft you dropped before"),
                self.tr(
                    "cannot be brought back once you drop this one too. This one can be, until "
                    "Onward is locked."
                ),
            )
        else:
            self._drop()

    def bring_back(self, conversation: ConversationId) -> None:
        """Let the draft dropped last take its place again."""
        dropped = self._dropped.pop(conversation, None)
        if dropped is not None:
            self._desk.do(contracts.bring_back_draft, dropped)
            self.turned.emit()

    def _drop(self) -> None:
        if self._contract is None or not self._settle():
            return
        answer = self._desk.do(contracts.drop_draft, self._contract)
        if answer.done:
            self._dropped[self._contract.conversation] = answer.value
        self._contract = None
        self.turned.emit()
        self._heading.bring_back.setFocus(Qt.FocusReason.OtherFocusReason)
