"""The card of conversations on the page of today."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.ids import ConversationId
from desktop.services.today import Appointment, Gap, Talk
from desktop.ui.pages.talk_rows import GapRows, PlannedRows, UnderWayRows, WentByRows
from desktop.ui.widgets.card import Card


class Talks(Card):
    """The card of conversations: under way, put off, booked by nobody, and booked."""

    def __init__(self) -> None:
        """Begin without conversations."""
        super().__init__(self.tr("Conversations"))
        self.under_way = UnderWayRows()
        self.went_by = WentByRows()
        self.gaps = GapRows()
        self.planned = PlannedRows()
        lists = QVBoxLayout()
        lists.setSpacing(0)
        self._lists = (self.under_way, self.went_by, self.gaps, self.planned)
        for rows in self._lists:
            lists.addWidget(rows)
        self.body.addLayout(lists)

    def tell(
        self, talks: Sequence[Talk], questions: Mapping[ConversationId, str], today: date
    ) -> None:
        """Show the open talks; ``questions`` names the question at which each one stands."""
        self.under_way.show_under_way(talks, questions, today)
        self._settle()

    def tell_ahead(self, gaps: Sequence[Gap], planned: Sequence[Appointment], today: date) -> None:
        """Show what was booked and went by, with whom nothing is booked, and then what is."""
        self.went_by.show_gone_by([each for each in planned if each.went_by], today)
        self.gaps.show_gaps(gaps, today)
        self.planned.show_planned([each for each in planned if not each.went_by], today)
        self._settle()

    def _settle(self) -> None:
        self.setVisible(any(rows.in_order() for rows in self._lists))
