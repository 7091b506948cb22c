"""The shared paper of the contract page: a draft to be written, or an agreed version to read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ContractId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.summary import Paragraph
from desktop.domain.shared.unsaved import UnsavedParagraph, UnsavedTerms
from desktop.ui.pages.contract.agreed_paper import AgreedPaper
from desktop.ui.pages.contract.draft_paper import DraftPaper
from desktop.ui.pages.contract.pen import Pen
from desktop.ui.pages.contract.stays_put import StaysPut
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.pages.spread import Unrolled
from desktop.ui.widgets.page import ScrollColumn


class Sheet(Unrolled):
    """One paper at a time; the same one stays for as long as it is the same version."""

    send_anyway_asked = Signal()
    person_asked = Signal()
    rearranged = Signal()

    def __init__(self, page: ScrollColumn) -> None:
        """Begin empty; the ``page`` scrolls around it and stays where a hand has put it."""
        super().__init__()
        self._page = page
        self._draft: DraftPaper | None = None
        self._shown: tuple[ContractId, bool] | None = None
        self._agreed_as: object = None

    @property
    def draft(self) -> DraftPaper | None:
        """The draft that lies here, if it is one."""
        return self._draft

    def tell(self, pen: Pen, contract: Contract, turns: Turns, person: str) -> None:
        """Show a contract as it is now; ``person`` is the name that people say."""
        kind = (contract.id, contract.is_draft)
        if contract.is_draft:
            if kind != self._shown or self._draft is None:
                self._lay_draft(pen, turns, person)
            self._shown = kind
            if self._draft is not None:
                self._draft.tell(pen.paragraphs(), contract, turns)
            return
        paragraphs = pen.paragraphs()
        written = (paragraphs, contract, turns.told(), turns.lives(), turns.stands())
        if kind != self._shown:
            self._lay_agreed(paragraphs, contract, turns, person)
        elif written != self._agreed_as:
            place = StaysPut(self._page, self)
            self._lay_agreed(paragraphs, contract, turns, person)
            place.restore()
        self._shown, self._agreed_as = kind, written

    def clear(self) -> None:
        """Take away what lies there, so that nobody writes into another conversation's page."""
        self._draft = self._shown = self._agreed_as = None
        while (before := self.body.takeAt(0)) is not None:
            old = before.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def save_now(self) -> bool:
        """Save what is pending; return whether all is saved."""
        return self._draft is None or self._draft.save_now()

    def unsaved(self) -> tuple[UnsavedParagraph | UnsavedTerms, ...]:
        """Return what could not be saved; for the sealed draft."""
        return self._draft.unsaved() if self._draft is not None else ()

    def _lay_draft(self, pen: Pen, turns: Turns, person: str) -> None:
        self.clear()
        self._draft = DraftPaper(pen, turns, person)
        self._draft.rearranged.connect(self.rearranged)
        self._draft.send_anyway_asked.connect(self.send_anyway_asked)
        self._lay(self._draft)

    def _lay_agreed(
        self, paragraphs: tuple[Paragraph, ...], contract: Contract, turns: Turns, person: str
    ) -> None:
        self.clear()
        paper = AgreedPaper(paragraphs, contract, person, turns)
        paper.person_asked.connect(self.person_asked)
        paper.rearranged.connect(self.rearranged)
        self._lay(paper)

    def _lay(self, paper: QWidget) -> None:
        self.body.addWidget(paper)
        if self.isVisible():
            paper.show()  # else it comes with the page, laid out once
        self.verticalScrollBar().setValue(0)
        self.rearranged.emit()
