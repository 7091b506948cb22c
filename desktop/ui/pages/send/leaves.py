"""What leaves the vault, counted in words."""

from PySide6.QtCore import Signal

from desktop.domain.ids import PersonId
from desktop.domain.shared.letter import Letter
from desktop.domain.shared.shares import Document, Outgoing
from desktop.export.paper import Heading, Paper
from desktop.services import letters, shares
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.card import SharedPanel
from desktop.ui.widgets.text import SmallList


class LeavesPanel(SharedPanel):
    """Says what stands on the page, so that nothing on it comes as a surprise."""

    record_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        """Wait for a page."""
        super().__init__("")
        self._desk = desk
        self.set_label(self.tr("Leaves the vault"))
        self._facts = SmallList()
        self._record = LinkButton("")
        self._record.clicked.connect(self.record_asked)
        self.top.addWidget(self._record)
        self.body.addWidget(self._facts)

    def tell(self, out: Outgoing, paper: Paper) -> None:
        """Count what stands on a page, or name its parts where there is nothing to count."""
        if out.conversation is not None:
            facts = self._counted(self._desk.ask(letters.letter, out.conversation))
            if out.document is Document.DRAFT:
                # In the place of another line, so that nothing below moves.
                facts = (*facts[:-1], self.tr("Your names and the date, marked as not agreed"))
        else:
            parts = [block.text for block in paper.blocks if isinstance(block, Heading)]
            facts = (*parts, *self._names(out.document))
        self._facts.setText("\n".join(filter(None, facts)))

    def _names(self, document: Document) -> tuple[str, ...]:
        if document is Document.THEMES:
            themes = self.tr("Themes, in your words for colleagues")
            return (themes, self.tr("Your name and the quarter"))
        is_mine = document is Document.NOTES
        return (self.tr("Your name") if is_mine else self.tr("Your names and the date"),)

    def count_earlier(self, who: PersonId) -> None:
        """Offer to open what left about the same person before."""
        earlier = len(self._desk.ask(shares.of_person, who))
        self._record.setText(self.tr("Left before: {count}").format(count=earlier))
        self._record.setVisible(bool(earlier))

    def _counted(self, letter: Letter) -> tuple[str, ...]:
        contract = letter.contract
        paragraphs = sum(bool(text.strip()) for text in letter.paragraphs)
        ahead = (
            self.tr("1 review point") if contract.review.strip() or contract.review_month else "",
            self.tr("1 open question") if contract.open_question.strip() else "",
        )
        return (
            self._paragraphs(paragraphs),
            self._goals(len(letter.goals)),
            self._earlier(len(letter.since)),
            self._commitments(len(contract.commitments)),
            ", ".join(filter(None, ahead)),
            self.tr("The date of your next conversation") if contract.next_conversation else "",
            self.tr("Your names and the date"),
        )

    def _paragraphs(self, count: int) -> str:
        if count < 2:
            return self.tr("1 summary paragraph") if count else ""
        return self.tr("{count} summary paragraphs").format(count=count)

    def _goals(self, count: int) -> str:
        if count < 2:
            return self.tr("1 goal, new or changed") if count else ""
        return self.tr("{count} goals, new or changed").format(count=count)

    def _earlier(self, count: int) -> str:
        if count < 2:
            return self.tr("What became of 1 earlier commitment") if count else ""
        return self.tr("What became of {count} earlier commitments").format(count=count)

    def _commitments(self, count: int) -> str:
        if count == 0:
            return self.tr("Why nothing was agreed this time")
        if count == 1:
            return self.tr("1 commitment with its date")
        return self.tr("{count} commitments with dates").format(count=count)
