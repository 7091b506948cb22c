"""What of a person stands on one screen: heading and arc, contract, private notes, next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.conversations.conversation import SUMMARY_WITHIN, Conversation, Kind
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.shares import Document
from desktop.domain.shared.unsaved import UnsavedWords
from desktop.services import contracts, shares
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.right_after import Checklist
from desktop.ui.pages.standing_contract import StandingContract
from desktop.ui.pages.what_is_next import WhatIsNext
from desktop.ui.widgets.beside import (
    NoteListBeside,
    NotesGlanceBeside,
    NoteSheetBeside,
    SmallArcBeside,
)
from desktop.ui.widgets.buttons import EdgeLink


class PanelAbout(Protocol):
    """What the page asks of a private panel it is given; it never sees a word in it."""

    def show_person(self, who: PersonId) -> None:
        """Show somebody else."""

    def refresh(self) -> None:
        """Read again."""


class HeadingAbout(PanelAbout, Protocol):
    """Where somebody is heading, and the ways on from there."""

    def as_widget(self) -> QWidget:
        """Return the panel, to be laid out."""

    def say_less(self, *, less: bool) -> None:
        """Show one goal fewer, where the page would scroll for it."""

    @property
    def limits_asked(self) -> SignalInstance:
        """Something does not fit the organisation."""

    @property
    def sweet_spot_asked(self) -> SignalInstance:
        """The picture of the sweet spot is wanted."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The ready-made private panels of the overview; only the heading is always there."""

    heading: HeadingAbout
    arc: SmallArcBeside | None = None
    checklist: Checklist | None = None
    notes: NotesGlanceBeside | None = None
    note_list: NoteListBeside | None = None
    note_sheet: NoteSheetBeside | None = None

    def about_person(self) -> tuple[PanelAbout, ...]:
        """Return the panels that follow the person."""
        return tuple(p for p in (self.heading, self.arc, self.notes) if p is not None)


STEPS = 4
"""How often ``PersonOverview.say_less`` can leave out more."""


class PersonOverview(QWidget):
    """Two columns that keep to one screen, with one conversation as with forty (product B2)."""

    contract_asked = Signal()
    debrief_asked = Signal(str)
    preparation_asked = Signal(str)
    booking_opened = Signal()

    def __init__(self, desk: Desk, beside: Beside) -> None:
        """Lay out the panels ``beside`` what is shared."""
        super().__init__()
        self._desk = desk
        self._beside = beside
        self._who: PersonId | None = None
        self._contract = StandingContract()
        self._next = WhatIsNext(desk)
        self._is_read = False
        self._fresh: ConversationId | None = None
        self._debriefs = [EdgeLink(self.tr("Debrief, for you alone")) for _ in range(2)]
        in_card, alone = self._debriefs
        if beside.checklist is not None:
            beside.checklist.take_in(in_card)
        columns = self._columns = Columns(self, room=400, shares=(638, 334))
        columns.addWidget(_column(beside.heading, beside.arc))
        after = (beside.checklist, alone)
        columns.addWidget(_column(*after, self._contract, beside.notes, self._next))
        for debrief in self._debriefs:
            debrief.clicked.connect(self._open_debrief)
        self._contract.rest_asked.connect(self.contract_asked)
        self._next.preparation_asked.connect(self.preparation_asked)
        self._next.booking_opened.connect(self.booking_opened)

    def show_person(self, who: PersonId, talks: Sequence[Conversation]) -> None:
        """Show somebody else; ``talks`` are their conversations, the latest first."""
        self._who = who
        self._is_read = True
        self._contract.forget()
        for panel in self._beside.about_person():
            panel.show_person(who)
        if self._beside.checklist is not None:
            over = [talk.id for talk in talks if not talk.is_open]
            self._beside.checklist.show_conversation(over[0] if over else None)

    def refresh(
        self, name: str, talks: Sequence[Conversation], now: datetime, *, prepared_above: bool
    ) -> None:
        """Read again; the page may lead to the preparation itself (``prepared_above``)."""
        if self._who is None:
            return
        contract = self._desk.ask(contracts.standing, self._who) if talks else None
        self._offer_debrief(talks[0] if talks else None, now)
        if contract is None:
            self._contract.tell_none(has_draft=any(talk.summary_owed_by for talk in talks))
        else:
            self._contract.tell(contract, name, self._shared_on(contract), now.date())
        self._next.show_person(self._who, prepared_above=prepared_above)
        if not self._is_read:
            self._read_panels()
        self._is_read = False

    def _read_panels(self) -> None:
        for panel in self._beside.about_person():
            panel.refresh()
        if self._beside.checklist is not None:
            self._beside.checklist.refresh()

    def is_one_column(self) -> bool:
        """Return whether the window is too narrow for two columns; then it scrolls in any case."""
        return self._columns.is_stacked()

    def say_less(self, step: int) -> None:
        """Leave out more of what is a press away, step by step up to ``STEPS``; 0 for nothing."""
        if self._beside.notes is not None:
            self._beside.notes.say_less(less=step > 0)
        self._next.say_less(less=step > 1)
        self._contract.say_less(step)
        self._beside.heading.say_less(less=step > 3)

    def open_booking(self, kind: Kind) -> None:
        """Open the fields with which a conversation is booked."""
        self._next.open_booking_of(kind)

    def booking(self) -> QWidget:
        """Return the card in which a conversation is booked, to be scrolled to."""
        return self._next

    def booking_fields(self) -> QWidget:
        """Return the fields of a booking, which take their own room while they are open."""
        return self._next.fields()

    def flush(self) -> bool:
        """Save a booking that is being typed; return whether it is saved."""
        return self._next.flush()

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return a booking that could not be kept; for the sealed draft."""
        return self._next.unsaved()

    def _offer_debrief(self, latest: Conversation | None, now: datetime) -> None:
        ended = latest.ended if latest is not None else None
        is_fresh = ended is not None and now - ended < SUMMARY_WITHIN
        self._fresh = latest.id if latest is not None and is_fresh else None
        card = self._beside.checklist
        has_card = card is not None and not card.as_widget().isHidden()
        in_card, alone = self._debriefs
        in_card.setVisible(is_fresh and has_card)
        alone.setVisible(is_fresh and not has_card)

    def _open_debrief(self) -> None:
        if self._fresh is not None:
            self.debrief_asked.emit(self._fresh)

    def _shared_on(self, contract: Contract) -> date | None:
        """Return the day on which this version first left, if it did."""
        found = self._desk.ask(shares.of_conversation, contract.conversation)
        page, this = Document.SUMMARY, contract.id
        days = [s.at.date() for s in found if s.contract == this and s.document is page]
        return min(days, default=None)


def _column(*parts: QWidget | HeadingAbout | Checklist | None) -> QWidget:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(spacing.CARD_GAP)
    for part in parts:
        if part is not None:
            rows.addWidget(part if isinstance(part, QWidget) else part.as_widget())
    rows.addStretch(1)
    return column
