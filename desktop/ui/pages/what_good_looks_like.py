"""What good looks like, from the vault's own data: six things, and no grade (playbook 8, H5)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.rhythm import quarters
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.life import Rate
from desktop.services import clock, in_time, lives, rhythm
from desktop.services.in_time import Answered
from desktop.ui.desk import Desk
from desktop.ui.look import dates, spacing
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.rhythm_card import RhythmCard
from desktop.ui.pages.sight import Sight
from desktop.ui.widgets.beside import AskedPanel, RecallBeside
from desktop.ui.widgets.buttons import EdgeLink
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import Body, SmallMuted

_LATE_SHOWN = 4


class WhatGoodLooksLikePage(ScrollColumn):
    """Shared figures at the left, the private ones at the right."""

    person_chosen = Signal(str)
    letter_chosen = Signal(str)

    def __init__(self, desk: Desk, recall: RecallBeside, panels: Sequence[AskedPanel]) -> None:
        """Work over the shared half; the panels alone know private words."""
        super().__init__()
        self._desk = desk
        self._recall = recall
        self._panels = tuple(panels)
        self._rhythm = RhythmCard(self.tr("A conversation each quarter"))
        self._nothing = Card(self.tr("A conversation each quarter"))
        self._words_kept = _WordsKept()
        self._in_time = _InTime()
        self._sight = Sight(self)
        self._build()
        self._rhythm.person_chosen.connect(self.person_chosen)
        self._rhythm.conversation_chosen.connect(self.letter_chosen)
        self._rhythm.rows.unfolded.connect(self.refresh)
        self._in_time.letter_chosen.connect(self.letter_chosen)

    def refresh(self) -> None:
        """Read everything again; what is being written stays."""
        today = self._desk.ask(clock.today)
        since = quarters(today)[0].begin
        found = self._desk.ask(rhythm.rhythm)
        self._rhythm.tell(found, today)
        self._nothing.setVisible(self._rhythm.isHidden())
        self._words_kept.tell(self._desk.ask(lives.kept_rates, since))
        self._in_time.tell(self._desk.ask(in_time.summaries_since, since))
        self._recall.refresh()
        for panel in self._panels:
            panel.refresh()

    def ask_by_heart(self) -> None:
        """Begin the recall exercise anew."""
        self._recall.begin()

    def flush(self) -> bool:
        """Keep what is being typed; return whether it is kept."""
        return self._recall.flush()

    def _build(self) -> None:
        line = self.tr("Six things worth having, from what this vault knows. None is a grade.")
        self.body.addWidget(PageHeader(self.tr("What good looks like"), line))
        nothing = self.tr("The quarters stand here after a first conversation.")
        self._nothing.body.addWidget(SmallMuted(nothing))
        parts = QWidget()
        columns = Columns(parts, room=400, shares=(486, 486))
        columns.addWidget(_column(self._rhythm, self._nothing, self._words_kept, self._in_time))
        columns.addWidget(_column(self._recall, *self._panels))
        self.body.addWidget(parts, 1)


class _WordsKept(Card):
    """My commitments, counted as strictly as theirs (W2)."""

    def __init__(self) -> None:
        super().__init__(self.tr("Your word, beside theirs"))
        self._mine, self._theirs = Body(), Body()
        for part in (self._mine, self._theirs):
            self.body.addWidget(part)
        self.body.addWidget(
            SmallMuted(self.tr("What fell due in the last four quarters, counted alike for both."))
        )

    def tell(self, rates: dict[Owner, Rate]) -> None:
        self._mine.setText(self._said(self.tr("You"), rates[Owner.MANAGER]))
        self._theirs.setText(self._said(self.tr("They"), rates[Owner.PERSON]))

    def _said(self, who: str, rate: Rate) -> str:
        if not rate.due:
            return self.tr("{who}: nothing fell due").format(who=who)
        words = self.tr("{who}: kept {kept} of {due}, {on_time} of them by their day")
        return words.format(who=who, kept=rate.kept, due=rate.due, on_time=rate.on_time)


class _InTime(Card):
    """Summaries within 48 hours, and those that took longer (W3)."""

    letter_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("The summary within 48 hours"))
        self._counted = Body()
        self._late = [EdgeLink("") for _ in range(_LATE_SHOWN)]
        self._which: list[str] = []
        self.body.addWidget(self._counted)
        for link in self._late:
            self.body.addWidget(link)
            link.clicked.connect(self._ask)

    def tell(self, found: Sequence[Answered]) -> None:
        in_time = sum(one.is_in_time for one in found)
        words = self.tr("{in_time} of {all} in the last four quarters")
        none = self.tr("None was owed in the last four quarters.")
        told = words.format(in_time=in_time, all=len(found))
        self._counted.setText(told if found else none)
        late = [one for one in found if not one.is_in_time][:_LATE_SHOWN]
        self._which = [one.talk.id for one in late]
        for place, link in enumerate(self._late):
            link.setVisible(place < len(late))
            if place < len(late):
                link.setText(self._said(late[place]))

    def _said(self, one: Answered) -> str:
        day = dates.short_day(one.talk.begun.date())
        if one.sent is None:
            return self.tr("{name}, {day}: not sent yet").format(name=one.person.name, day=day)
        if one.late_by.days:
            words = self.tr("{name}, {day}: {days} days later than that")
            return words.format(name=one.person.name, day=day, days=one.late_by.days)
        return self.tr("{name}, {day}: some hours later").format(name=one.person.name, day=day)

    def _ask(self) -> None:
        place = next(n for n, link in enumerate(self._late) if link is self.sender())
        self.letter_chosen.emit(self._which[place])


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(spacing.CARD_GAP)
    for part in parts:
        rows.addWidget(part)
    rows.addStretch(1)
    return column
