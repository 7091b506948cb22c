"""The last four quarters with everybody, on the page of today; and whose word was kept."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.people import first_name
from desktop.domain.rhythm import SHOWN, Beat, Mark, Quarter
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.life import Rate
from desktop.services.rhythm import PersonRhythm, Rhythm
from desktop.ui.look import dates
from desktop.ui.pages.rows import Rows
from desktop.ui.plots.beats import BeatLine, Beats
from desktop.ui.widgets.buttons import EdgeLink
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import ElidedLabel, SmallMuted

TALK, PERSON = "talk", "person"


@dataclass(frozen=True, slots=True)
class RhythmLine:
    """One person and their quarters, in words ready to be read."""

    key: str
    name: str
    beats: tuple[BeatLine, ...]
    told: str
    as_words: bool


class RhythmRow(QWidget):
    """The name, and a mark a quarter; or the same in words."""

    pressed = Signal(str)

    def __init__(self) -> None:
        """Wait for a person."""
        super().__init__()
        self._name = ElidedLabel(role="label", ink="muted")
        self._beats = Beats(SHOWN)
        self._words = SmallMuted()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(12)
        row.addWidget(self._name, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._beats)
        row.addWidget(self._words, 2)
        self._beats.pressed.connect(self.pressed)

    def tell(self, line: RhythmLine) -> None:
        """Show another person."""
        self._name.setText(line.name)
        self._beats.tell(line.beats)
        self._words.setText(line.told)
        self._beats.setHidden(line.as_words)
        self._words.setVisible(line.as_words)


class RhythmRows(Rows[RhythmRow, RhythmLine]):
    """Those with gaps first."""

    few = 5
    pressed = Signal(str)

    def new_row(self) -> RhythmRow:
        """Return an empty row."""
        row = RhythmRow()
        row.pressed.connect(self.pressed)
        return row

    def word(self, row: RhythmRow, line: RhythmLine) -> None:
        """Show a person."""
        row.tell(line)


class RhythmCard(Card):
    """Marks that lead to their conversations; a press turns them into words."""

    person_chosen = Signal(str)
    conversation_chosen = Signal(str)

    def __init__(self, title: str = "") -> None:
        """Begin without anybody; ``title`` says it otherwise than on Today."""
        super().__init__(title or self.tr("Rhythm, last four quarters"))
        # There the promises have a card of their own.
        self._has_own_title = bool(title)
        self.rows = RhythmRows()
        self._kept = SmallMuted()
        self._turn = EdgeLink("")
        self._as_words = False
        self._shown: tuple[Rhythm, date] | None = None
        for part in (self.rows, self._kept):
            self.body.addWidget(part)
        self.body.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        self._turn.clicked.connect(self._turn_over)
        self.rows.pressed.connect(self._lead)
        self.hide()

    def tell(self, rhythm: Rhythm, today: date) -> None:
        """Show the last quarters; nothing before a first conversation with anybody."""
        self._shown = rhythm, today
        shown = self.rows.at_first(rhythm.people)
        self.rows.tell([self._line(row, today) for row in shown])
        words = self.tr("Kept promises: yours {mine}, theirs {theirs}")
        mine, theirs = (self._rate(rhythm.kept[owner]) for owner in (Owner.MANAGER, Owner.PERSON))
        self._kept.setText(words.format(mine=mine, theirs=theirs))
        has_due = any(rate.due for rate in rhythm.kept.values())
        self._kept.setVisible(has_due and not self._has_own_title)
        self._turn.setText(self.tr("Show as marks") if self._as_words else self.tr("Show as words"))
        beats = {mark.beat for row in rhythm.people for mark in row.marks}
        self.setVisible(bool(beats & {Beat.HELD, Beat.MISSED}))

    def _rate(self, rate: Rate) -> str:
        return self.tr("{kept} of {due}").format(kept=rate.kept, due=rate.due)

    def _line(self, row: PersonRhythm, today: date) -> RhythmLine:
        told = "; ".join(self._words(mark, today) for mark in row.marks)
        beats = tuple(self._beat(row, mark, today) for mark in row.marks)
        name = row.person.name
        return RhythmLine(row.person.id, name, beats, told, self._as_words)

    def _beat(self, row: PersonRhythm, mark: Mark, today: date) -> BeatLine:
        ended = mark.talk is not None and not mark.talk.is_open
        key = f"{TALK} {mark.talk.id}" if mark.talk and ended else f"{PERSON} {row.person.id}"
        said = f"{first_name(row.person.name)}, {self._words(mark, today)}"
        return BeatLine(key, mark.beat, said)

    def _words(self, mark: Mark, today: date) -> str:
        day = dates.spoken_day(mark.talk.begun.date(), today) if mark.talk else ""
        words = {
            Beat.HELD: self.tr("{quarter}: held {day}"),
            Beat.NOT_YET: self.tr("{quarter}: not yet"),
            Beat.PAUSED: self.tr("{quarter}: paused"),
            Beat.MISSED: self.tr("{quarter}: none"),
            Beat.BEFORE: self.tr("{quarter}: before your first"),
        }[mark.beat]
        return words.format(quarter=self._quarter(mark.quarter), day=day)

    def _quarter(self, quarter: Quarter) -> str:
        year = f"{quarter.begin:%Y}"
        return self.tr("{n}/{year}").format(n=(quarter.begin.month + 2) // 3, year=year)

    def _turn_over(self) -> None:
        self._as_words = not self._as_words
        if self._shown is not None:
            self.tell(*self._shown)

    def _lead(self, where: str) -> None:
        kind, which = where.split(" ")
        (self.conversation_chosen if kind == TALK else self.person_chosen).emit(which)
