"""The row "Keep as": one press keeps a line, another lets it go."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TypeAlias

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.domain.private.kept import Keeping, offer_at
from desktop.domain.questions import Question
from desktop.ui import look
from desktop.ui.private.kept_words import keeping_name
from desktop.ui.widgets import paint
from desktop.ui.widgets.arrangement import arranged_once
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.one_stop import OneStop
from desktop.ui.widgets.text import SmallMuted, plain_tooltip

_MOST_NEAR = 12
_MOST_OF_THE_REST = 20
_WITH_KEYS = 9


class Beneath(Enum):
    """What lies beneath a goal, and has a panel of its own."""

    LADDER = auto()
    MOTIVATIONS = auto()


Meaning: TypeAlias = Keeping | Beneath


class KeepChip(Chip):
    """One thing that a line can be kept as; the keyboard stays in the note when it is clicked."""

    asked_for = Signal(object)

    def __init__(self, number: int = 0) -> None:
        """Listen to Ctrl and ``number`` from 1 to 9; show nothing before ``stand_for``."""
        super().__init__("")
        self._meaning: Meaning | None = None
        self._is_suggested = False
        self._keys = f"Ctrl+{number}" if 0 < number <= _WITH_KEYS else ""
        if self._keys:
            self._name_keys(self._keys)
            self.setToolTip(QKeySequence(self._keys).toString(_NATIVE))
            QShortcut(QKeySequence(self._keys), self).activated.connect(self.click)
        self.clicked.connect(self._ask)

    def stand_for(self, meaning: Meaning, name: str, *, suggested: bool) -> None:
        """Mean something else; ``suggested`` is what the question asks for."""
        if (meaning, name, suggested) == (self._meaning, self.label(), self._is_suggested):
            return
        self._meaning = meaning
        self._is_suggested = suggested
        self.setCheckable(isinstance(meaning, Keeping))
        self.setText(name)
        if self._keys:
            native = QKeySequence(self._keys).toString(_NATIVE)
            self.setToolTip(plain_tooltip(f"{name} ({native})"))

    def meaning(self) -> Meaning | None:
        """Return what a press asks for."""
        return self._meaning

    def _ink(self) -> str:
        return "accent" if self._is_suggested else super()._ink()

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        super()._paint_ground(painter, area)
        if self._is_suggested and not self.isChecked() and not self.hasFocus():
            edge = look.current().colour("accent")
            paint.rounded(painter, area, area.height() / 2 - 0.5, None, edge)

    def _ask(self) -> None:
        self.asked_for.emit(self._meaning)


_NATIVE = QKeySequence.SequenceFormat.NativeText


class KeepRow(QWidget):
    """The chips of one question: what it asks for first, the rest behind one word."""

    asked_for = Signal(object)
    """Carries a ``Keeping``, or what lies ``Beneath``."""

    def __init__(self) -> None:
        """Show nothing before ``offer``."""
        super().__init__()
        self._near = [KeepChip(number + 1) for number in range(_MOST_NEAR)]
        self._more = QuietButton("")
        self._rest = [KeepChip() for _ in range(_MOST_OF_THE_REST)]
        self._person = ""
        self._others: tuple[Keeping, ...] = ()
        self._is_open = False
        self.setAccessibleName(self.tr("Keep as"))
        self._build()

    def _build(self) -> None:
        flow = FlowLayout(self, gap=7, row_gap=7)
        flow.addWidget(SmallMuted(self.tr("Keep as")))
        for part in (*self._near, self._more, *self._rest):
            flow.addWidget(part)
            part.hide()
        for chip in (*self._near, *self._rest):
            chip.asked_for.connect(self.asked_for)
        self._more.clicked.connect(self._turn)
        self._more.show()
        self._stop = OneStop(self, (*self._near, self._more, *self._rest))

    def offer(self, question: Question, person: str) -> None:
        """Show what a line can be kept as at a question; ``person`` is the name people say."""
        offer = offer_at(question)
        asks_for_motivation = _MOTIVATION in question.keep_as
        near: list[Meaning] = [*offer.asked_for, *offer.near, Beneath.LADDER, *offer.directions]
        near.insert(0 if asks_for_motivation else len(near), Beneath.MOTIVATIONS)
        suggested = len(offer.asked_for) + asks_for_motivation
        self._person = person
        self._others = offer.rest
        with arranged_once(self):
            self._tell(self._near, near, suggested)
            self._is_open = False
            self._show_rest()
            self._stop.begin()

    def show_chosen(self, chosen: frozenset[Keeping]) -> None:
        """Show as what the line is kept."""
        for chip in (*self._near, *self._rest):
            if chip.isCheckable():
                chip.setChecked(chip.meaning() in chosen)

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_rest()

    def _show_rest(self) -> None:
        self._more.setText(self.tr("Fewer") if self._is_open else self.tr("More"))
        self._more.setAccessibleDescription(self.tr("Other things to keep a line as"))
        self._tell(self._rest, self._others if self._is_open else (), 0)
        self._stop.settle()

    def _tell(self, chips: Sequence[KeepChip], meanings: Sequence[Meaning], suggested: int) -> None:
        for place, chip in enumerate(chips):
            if place < len(meanings):
                meaning = meanings[place]
                chip.stand_for(meaning, self._name(meaning), suggested=place < suggested)
            chip.setVisible(place < len(meanings))

    def _name(self, meaning: Meaning) -> str:
        if isinstance(meaning, Keeping):
            return keeping_name(meaning, self._person)
        return {
            Beneath.LADDER: self.tr("Why? ladder"),
            Beneath.MOTIVATIONS: self.tr("Motivation"),
        }[meaning]


_MOTIVATION = "motivation"
"""How a question of the bank says that it asks for motivations."""
