"""The shared page while it is being written: it looks like prose and takes every word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract, Missing
from desktop.domain.shared.summary import Paragraph
from desktop.domain.shared.unsaved import UnsavedParagraph, UnsavedTerms
from desktop.ui.pages.contract.ahead import Ahead
from desktop.ui.pages.contract.commitments import Commitments
from desktop.ui.pages.contract.distances import MARGIN
from desktop.ui.pages.contract.pen import Pen
from desktop.ui.pages.contract.summary_paragraphs import SummaryParagraphs
from desktop.ui.pages.contract.told import Told
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.text import SerifHeading


class DraftPaper(QWidget):
    """The summary, the commitments of both sides, and what comes next."""

    rearranged = Signal()
    send_anyway_asked = Signal()

    def __init__(self, pen: Pen, turns: Turns, person: str) -> None:
        """``person`` is the name that people say."""
        super().__init__()
        self._summary = SummaryParagraphs(pen, person)
        self._told = Told(turns, person)
        self._commitments = Commitments(pen, person)
        self._ahead = Ahead(pen, person)
        self._build()
        self._summary.rearranged.connect(self.rearranged)
        self._commitments.rearranged.connect(self.rearranged)
        self._commitments.send_anyway_asked.connect(self.send_anyway_asked)
        self._commitments.let_go.connect(self._ask_why)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        summary = QVBoxLayout()
        summary.setContentsMargins(0, 0, MARGIN, 0)
        summary.setSpacing(4)
        summary.addWidget(SerifHeading(self.tr("What we talked about")))
        summary.addWidget(self._summary)
        column.addLayout(summary)
        column.addSpacing(16)
        column.addWidget(self._told)
        column.addWidget(SerifHeading(self.tr("What we each commit to")))
        column.addSpacing(1)
        column.addWidget(self._commitments)
        column.addSpacing(16)
        column.addWidget(self._ahead)
        column.addStretch(1)

    def tell(self, paragraphs: tuple[Paragraph, ...], contract: Contract, turns: Turns) -> None:
        """Show what is saved; what is being written stays as it is."""
        self._summary.tell(paragraphs)
        self._told.tell(turns.told())
        self._commitments.tell(contract, turns)
        self._ahead.tell(contract)
        theirs = turns.in_their_words()
        self._summary.mark(theirs.paragraphs)
        self._ahead.mark(theirs.passages)

    def take_keyboard(self) -> None:
        """Put the keyboard where one writes first."""
        self._summary.take_keyboard()

    def offer(self, words: str) -> None:
        """Begin a paragraph of the summary with words from a note."""
        self._summary.offer(words)

    def offer_commitment(self, owner: Owner, words: str) -> None:
        """Begin a commitment of one side with words from a note."""
        self._commitments.offer(owner, words)

    def name_gaps(self, gaps: tuple[Missing, ...]) -> None:
        """Say beside each field what is missing, and go to the first."""
        self._commitments.name_gaps(gaps)

    def name_rich_talk(self) -> None:
        """Say once, before it is sent, that nothing was agreed in a talk that held much."""
        self._commitments.name_rich_talk()

    def focus_unreadable_date(self) -> bool:
        """Go to the first date that cannot be read; return whether there is one."""
        return self._commitments.focus_unreadable_date() or self._ahead.focus_unreadable_date()

    def save_now(self) -> bool:
        """Save what is pending; return whether all is saved."""
        parts = (self._summary, self._told, self._commitments, self._ahead)
        saved = [part.save_now() for part in parts]
        return all(saved)

    def _ask_why(self, which: str) -> None:
        self._told.ask_why(CommitmentId(which))

    def unsaved(self) -> tuple[UnsavedParagraph | UnsavedTerms, ...]:
        """Return what could not be saved; for the sealed draft."""
        return (*self._summary.unsaved(), *self._commitments.unsaved(), *self._ahead.unsaved())
