"""The drafts that left to be looked over and are not agreed yet, on the page of today."""

from collections.abc import Sequence
from datetime import date

from desktop.services.today import LookedOver
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.owed_summaries import OwedLine, OwedRow, OwedRows
from desktop.ui.widgets.card import Card


class DraftRows(OwedRows):
    """The drafts, the one that has waited longest first; each leads to its page."""

    def new_row(self) -> OwedRow:
        """Return an empty row."""
        row = OwedRow(self.tr("Open the draft"))
        row.letter_chosen.connect(self.letter_chosen)
        row.person_chosen.connect(self.person_chosen)
        return row


class DraftsOut(Card):
    """The card of what somebody was asked to look over: it binds nobody before it is agreed."""

    def __init__(self) -> None:
        """Begin without drafts."""
        super().__init__(self.tr("Being looked over"))
        self.rows = DraftRows()
        self.body.addWidget(self.rows)

    def tell(self, drafts: Sequence[LookedOver], today: date) -> None:
        """Show whose draft left when."""
        self.rows.tell([self._line(draft, today) for draft in self.rows.at_first(drafts)])
        self.setVisible(bool(drafts))

    def _line(self, draft: LookedOver, today: date) -> OwedLine:
        left = draft.left.date()
        when = self.tr("Left {day}. Nothing is agreed before you both say so.")
        return OwedLine(
            key=draft.talk.conversation.id,
            person=draft.talk.person.id,
            what=self.tr("Draft for {name}").format(name=draft.talk.person.name),
            when=when.format(day=dates.spoken_day(left, today)),
            left="",
            tone=Tone.CALM,
            owed_by="",
        )
