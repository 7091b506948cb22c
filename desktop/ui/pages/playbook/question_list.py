"""The questions below one another, by stage; up and down walk through them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.questions import Stage
from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.pages.playbook.words import home_of
from desktop.ui.pages.rows import RowButton, Rows
from desktop.ui.widgets import paint
from desktop.ui.widgets.text import ElidedLabel, SideHeading, SmallMuted

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question in words ready to be read; ``mark`` says what is special about it."""

    key: str
    stage: Stage
    short: str
    ask: str
    mark: str
    is_chosen: bool


class QuestionRow(RowButton):
    """A question's name and first words; the chosen one is a piece of paper."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self._key = ""
        self._short = ElidedLabel(role="body_medium")
        self._mark = _Mark(align=Qt.AlignmentFlag.AlignRight)
        self._ask = ElidedLabel(role="label", ink="muted")
        self.setCheckable(True)
        self._build()
        self.clicked.connect(self._announce)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(spacing.GRID)
        top.addWidget(self._short, 1)
        top.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._ask)

    @property
    def key(self) -> str:
        """The id of the question that the row stands for."""
        return self._key

    def tell(self, line: QuestionLine) -> None:
        """Say another line."""
        self._key = line.key
        self.setAccessibleName(line.short)
        self.setAccessibleDescription(", ".join(filter(None, (line.mark, line.ask))))
        self._short.setText(line.short)
        self._ask.setText(line.ask)
        self._mark.setText(line.mark)
        self._mark.setVisible(bool(line.mark))
        self.setChecked(line.is_chosen)

    def nextCheckState(self) -> None:  # noqa: N802
        """Leave it to the page which row is the chosen one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave up and down to the list: a button would take them to the next one of its own."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper of the chosen row; the others as rows are."""
        if not self.isChecked():
            super().paintEvent(event)
            return
        worn = look.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        surface, line = worn.colour("surface"), worn.colour("line")
        paint.rounded(painter, area, spacing.CONTROL_RADIUS, surface, line)
        if self.hasFocus():
            paint.focus_ring(painter, area, spacing.CONTROL_RADIUS, worn.colour("focus"))
        painter.end()

    def _announce(self) -> None:
        self.chosen.emit(self._key)


class _Mark(SmallMuted):
    """One word at the end of a name."""

    wraps = False


class _StageRows(Rows[QuestionRow, QuestionLine]):
    """The questions of one stage."""

    chosen = Signal(str)

    def new_row(self) -> QuestionRow:
        row = QuestionRow()
        row.chosen.connect(self.chosen)
        return row

    def word(self, row: QuestionRow, line: QuestionLine) -> None:
        row.tell(line)


class QuestionList(QWidget):
    """Every stage with its questions; one without any is not shown."""

    chosen = Signal(str)
    walked_to = Signal(str)
    rearranged = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setAccessibleName(self.tr("Questions"))
        self._stages = {stage: (_Heading(home_of(stage)), _StageRows()) for stage in Stage}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for heading, rows in self._stages.values():
            column.addWidget(heading)
            column.addWidget(rows)
            column.addSpacing(2 * spacing.GRID)
            rows.chosen.connect(self.chosen)
            rows.rearranged.connect(self.rearranged)
        column.addStretch(1)

    def tell(self, lines: Sequence[QuestionLine]) -> None:
        """Show these questions."""
        for stage, (heading, rows) in self._stages.items():
            of_stage = [line for line in lines if line.stage is stage]
            rows.tell(of_stage)
            heading.setVisible(bool(of_stage))
            rows.setVisible(bool(of_stage))

    def focus_first(self) -> None:
        """Put the keyboard on the first question."""
        for row in self._rows():
            row.setFocus()
            return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk up and down from row to row."""
        rows = list(self._rows())
        here = next((n for n, row in enumerate(rows) if row.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if here is None or step is None:
            super().keyPressEvent(event)
            return
        row = rows[max(0, min(here + step, len(rows) - 1))]
        row.setFocus()
        self.walked_to.emit(row.key)

    def _rows(self) -> Iterator[QuestionRow]:
        for _, rows in self._stages.values():
            yield from (row for row in rows.in_order() if isinstance(row, QuestionRow))


class _Heading(SideHeading):
    """The heading of a stage; it wraps where the text is large."""

    wraps = True
