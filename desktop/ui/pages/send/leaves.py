"""What leaves the vault, counted in words."""

from desktop.domain.shared.letter import Letter
from desktop.ui.widgets.card import SharedPanel
from desktop.ui.widgets.text import SmallList


class LeavesPanel(SharedPanel):
    """Says what stands on the page, so that nothing on it comes as a surprise."""

    def __init__(self) -> None:
        """Wait for a letter."""
        super().__init__("")
        self.set_label(self.tr("Leaves the vault"))
        self._facts = SmallList()
        self.body.addWidget(self._facts)

    def tell(self, letter: Letter) -> None:
        """Count what stands in a letter."""
        contract = letter.contract
        paragraphs = sum(bool(text.strip()) for text in letter.paragraphs)
        ahead = (
            self.tr("1 review point") if contract.review.strip() or contract.review_month else "",
            self.tr("1 open question") if contract.open_question.strip() else "",
        )
        facts = (
            self._paragraphs(paragraphs),
            self._commitments(len(contract.commitments)),
            ", ".join(filter(None, ahead)),
            self.tr("The date of your next conversation") if contract.next_conversation else "",
            self.tr("Your names and the date"),
        )
        self._facts.setText("\n".join(filter(None, facts)))

    def _paragraphs(self, count: int) -> str:
        if count < 2:
            return self.tr("1 summary paragraph") if count else ""
        return self.tr("{count} summary paragraphs").format(count=count)

    def _commitments(self, count: int) -> str:
        if count == 0:
            return self.tr("Why nothing was agreed this time")
        if count == 1:
            return self.tr("1 commitment with its date")
        return self.tr("{count} commitments with dates").format(count=count)
