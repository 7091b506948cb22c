"""The shared paper of the contract page: a draft to be written, or an agreed version to read."""

from PySide6.QtCore import Signal

from desktop.domain.ids import ContractId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.summary import Paragraph
from desktop.domain.shared.unsaved import UnsavedParagraph, UnsavedTerms, UnsavedWords
from desktop.ui.pages.contract.agreed_paper import AgreedPaper
from desktop.ui.pages.contract.draft_paper import DraftPaper
from desktop.ui.pages.contract.pen import Pen
from desktop.ui.pages.contract.stays_put import StaysPut
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.widgets.unrolled import Unrolled


class Sheet(Unrolled):
    """One paper at a time; it stays for as long as it is the same version under the same name."""

    send_anyway_asked = Signal()
    person_asked = Signal()
    rearranged = Signal()

    def __init__(self, page: ScrollColumn) -> None:
        """Begin empty; the ``page`` scrolls around it and stays where a hand has put it."""
        super().__init__()
        self._page = page
        self._draft: DraftPaper | None = None
        self._agreed = AgreedPaper()
        self._shown: tuple[ContractId, bool, str] | None = None
        self._agreed_as: object = None
        self._agreed.hide()
        self.body.addWidget(self._agreed)
        self._agreed.person_asked.connect(self.person_asked)
        self._agreed.rearranged.connect(self.rearranged)

    @property
    def draft(self) -> DraftPaper | None:
        """The draft that lies here, if it is one."""
        return self._draft

    def tell(self, pen: Pen, contract: Contract, turns: Turns, person: str) -> None:
        """Show a contract as it is now; ``person`` is the name that people say."""
        kind = (contract.id, contract.is_draft, person)
        if kind != self._shown:
            self.clear()
        paragraphs = pen.paragraphs()
        if contract.is_draft:
            draft = self._draft or self._lay_draft(pen, turns, person)
            draft.tell(paragraphs, contract, turns)
        else:
            lived = (turns.told(), turns.lives(), turns.stands(), turns.today())
            written = (paragraphs, contract, *lived)
            if written != self._agreed_as:
                self._lay_agreed(paragraphs, contract, turns, person)
            self._agreed_as = written
        if kind != self._shown:
            self.verticalScrollBar().setValue(0)
        self._shown = kind

    def get_ready(self) -> None:
        """Make the paper of an agreed version before there is one to show, without words."""
        if self._shown is None:
            self._agreed.get_ready()

    def clear(self) -> None:
        """Take away what lies there, so that nobody writes into another conversation's page."""
        self._shown = self._agreed_as = None
        self._agreed.put_away()
        if self._draft is not None:
            self._draft.hide()
            self._draft.deleteLater()
            self._draft = None

    def save_now(self) -> bool:
        """Save what is pending; return whether all is saved."""
        is_kept = self._agreed.flush()
        return (self._draft is None or self._draft.save_now()) and is_kept

    def unsaved(self) -> tuple[UnsavedParagraph | UnsavedTerms | UnsavedWords, ...]:
        """Return what could not be saved; for the sealed draft."""
        written = self._draft.unsaved() if self._draft is not None else ()
        return (*written, *self._agreed.unsaved())

    def _lay_draft(self, pen: Pen, turns: Turns, person: str) -> DraftPaper:
        draft = self._draft = DraftPaper(pen, turns, person)
        draft.rearranged.connect(self.rearranged)
        draft.send_anyway_asked.connect(self.send_anyway_asked)
        self.body.addWidget(draft)
        if self.isVisible():
            draft.show()  # else it comes with the page, laid out once
        self.rearranged.emit()
        return draft

    def _lay_agreed(
        self, paragraphs: tuple[Paragraph, ...], contract: Contract, turns: Turns, person: str
    ) -> None:
        place = StaysPut(self._page, self) if self._shown is not None else None
        self._agreed.tell(paragraphs, contract, turns, person)
        self._agreed.show()
        if place is not None:
            place.restore()
        self.rearranged.emit()
