"""The card of conversations on the page of today."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.ids import ConversationId
from desktop.services.today import Appointment, Gap, Talk
from desktop.ui.pages.talk_rows import GapRows, PlannedRows, UnderWayRows
from desktop.ui.widgets.card import Card


class Talks(Card):
    """The card of conversations: those under way, those nobody booked, those that are booked."""

    def __init__(self) -> None:
        """Begin without conversations."""
        super().__init__(self.tr("Conversations"))
        self.under_way = UnderWayRows()
        self.gaps = GapRows()
        self.planned = PlannedRows()
        lists = QVBoxLayout()
        lists.setSpacing(0)
        for rows in (self.under_way, self.gaps, self.planned):
            lists.addWidget(rows)
        self.body.addLayout(lists)

    def tell(
        self, talks: Sequence[Talk], questions: Mapping[ConversationId, str], today: date
    ) -> None:
        """Show the open talks; ``questions`` names the question at which each one stands."""
        self.under_way.show_under_way(talks, questions, today)
        self._settle()

    def tell_ahead(self, gaps: Sequence[Gap], planned: Sequence[Appointment], today: date) -> None:
        """Show with whom nothing is booked, and then what is."""
        self.gaps.show_gaps(gaps, today)
        self.planned.show_planned(planned, today)
        self._settle()

    def _settle(self) -> None:
        self.setVisible(any(rows.in_order() for rows in (self.under_way, self.gaps, self.planned)))
