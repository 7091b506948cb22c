"""Where we are: the person, the three stages with their dots, the closing, what is saved."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.conversations.path import Path, Step, StepState
from desktop.domain.questions import STAGES, QuestionBank, Stage
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import QuietButton, changing
from desktop.ui.widgets.card import Side
from desktop.ui.widgets.dots import Dot, DotState
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.widgets.text import SmallMuted, Text
from desktop.ui.wizard.sitting import SittingWords
from desktop.ui.wizard.stage_card import StageCard, Stop
from desktop.ui.wizard.stage_titles import stage_title

_DOTS = {
    StepState.OPEN: DotState.OPEN,
    StepState.NOTED: DotState.ANSWERED,
    StepState.NOT_NOW: DotState.NOT_NOW,
}


_NAME_ROOM = spacing.RAIL - 104
"""Pixels beside the mark, the margins and the scroll bar."""


class PersonName(Text):
    """The name beside the mark; a long one wraps rather than being cut."""

    role = "brand"

    def minimumSizeHint(self) -> QSize:
        """Return no more than the rail has beside the mark; a longer word breaks."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _NAME_ROOM), least.height())


class Rail(Side):
    """The left side of the interview."""

    stage_asked_for = Signal(str)
    question_asked_for = Signal(str)
    closing_asked_for = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show nothing before ``show_person`` and ``show_path``."""
        super().__init__(parent)
        self._name = PersonName()
        self._kind = SmallMuted()
        self._stages = {stage: self._card(stage) for stage in STAGES}
        self._closing = QuietButton(self.tr("Closing: summary and contract"))
        changing(self._closing)
        self._left_out = SmallMuted()
        self.sitting = SittingWords(desk)
        self._build()
        self._closing.clicked.connect(self.closing_asked_for)

    def _card(self, stage: Stage) -> StageCard:
        card = StageCard(stage.value, stage_title(stage))
        card.asked_for.connect(self.stage_asked_for)
        card.question_asked_for.connect(self.question_asked_for)
        return card

    def _build(self) -> None:
        self.setFixedWidth(spacing.RAIL)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 1, 0)
        scroll = ScrollColumn(margins=(13, 19, 13, 25))
        frame.addWidget(scroll)
        column = scroll.body
        column.setSpacing(4)
        column.addLayout(self._inset(self._whom(), 7))
        column.addSpacing(8)
        column.addLayout(self._inset(self._kind, 7))
        column.addSpacing(12)
        for card in self._stages.values():
            column.addWidget(card)
        column.addSpacing(11)
        column.addLayout(self._inset(self._closing, 6))
        column.addLayout(self._inset(self._left_out, 9))
        column.addSpacing(2 * spacing.GRID)
        column.addStretch(1)
        column.addLayout(self._inset(self.sitting, 11))

    def _whom(self) -> QWidget:
        whom = QWidget()
        row = QHBoxLayout(whom)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(Glyph("mark", size=22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._name, 1)
        return whom

    def _inset(self, widget: QWidget, left: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(left, 0, 0, 0)
        row.addWidget(widget)
        return row

    def show_person(self, name: str, kind: str) -> None:
        """Name the person and what kind of conversation this is."""
        self._name.setText(name)
        self._kind.setText(kind)

    def show_path(self, path: Path, bank: QuestionBank, left_out: int) -> None:
        """Show how far each stage has come; ``left_out`` questions can no longer be asked."""
        here = path.here.stage if path.here else None
        gone_through = [stage for stage in STAGES if path.of(stage)]
        for stage, card in self._stages.items():
            stops = tuple(_stop(step, path, bank) for step in path.of(stage))
            card.show_stops(stops, current=stage is here)
            card.setVisible(bool(stops))
        for number, stage in enumerate(gone_through, start=1):
            self._stages[stage].set_number(self.tr("Stage {number}").format(number=number))
        self._left_out.setText(self._left_out_words(left_out))
        self._left_out.setVisible(left_out > 0)

    def _left_out_words(self, count: int) -> str:
        if count == 1:
            return self.tr(
                "One question of this conversation is no longer asked. What you noted is kept."
            )
        return self.tr(
            "{count} questions of this conversation are no longer asked. What you noted is kept."
        ).format(count=count)


def _stop(step: Step, path: Path, bank: QuestionBank) -> Stop:
    state = DotState.CURRENT if step == path.here else _DOTS[step.state]
    return Stop(step.question, Dot(state, bank[step.question].short))
