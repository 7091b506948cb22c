"""The empty page of today: what it is for, and the one next step."""

from PySide6.QtCore import Qt

from desktop.ui.widgets.buttons import PrimaryButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Body, Muted, SectionHeading


class NothingWaits(Card):
    """Stands where the cards will be; without anybody to talk with it offers to add somebody."""

    def __init__(self) -> None:
        """Begin as for a manager who has just arrived."""
        super().__init__()
        self._lead = SectionHeading()
        self._next = Body()
        self.add = PrimaryButton(self.tr("Add somebody"))
        changing(self.add)
        self.body.addWidget(self._lead)
        self.body.addWidget(self._purpose())
        self.body.addWidget(self._next)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.tell(somebody=False)

    def tell(self, *, somebody: bool) -> None:
        """Speak to a manager who has added ``somebody`` already, or nobody yet."""
        if somebody:
            self._lead.setText(self.tr("Nothing waits for you"))
        else:
            self._lead.setText(self.tr("What waits for you will stand here"))
            self._next.setText(self.tr("Begin with one person. A name is enough."))
        self._next.setHidden(somebody)
        self.add.setHidden(somebody)

    def _purpose(self) -> Muted:
        return Muted(
            self.tr(
                "Your own promises come first, then the summaries you owe within two days, "
                "then the conversations under way."
            )
        )
