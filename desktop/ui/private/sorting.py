"""Sorting the free pad: every line with the question it goes to, and one step for all."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.domain.conversations.path import Step
from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.pad import PadLine, Sorting
from desktop.domain.questions import STAGES, QuestionBank
from desktop.services.private import pad as pads
from desktop.services.question_bank import bank
from desktop.ui import look
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton, SmallButton, changing
from desktop.ui.widgets.card import PrivatePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import Muted, Text
from desktop.ui.wizard.free_notes import SortingView
from desktop.ui.wizard.stage_titles import stage_title

_WIDEST = 820
"""Pixels at 100 % beyond which a line of notes is no longer read in one go."""


class LineWords(Text):
    """One line of the pad as it was written."""

    role = "notes"


class LineRow(QWidget):
    """A line and, as a button, the question it goes to."""

    chosen = Signal()

    def __init__(
        self, number: int, line: PadLine, steps: tuple[Step, ...], known: QuestionBank
    ) -> None:
        """``number`` counts from 1; the question remembered is the first proposal."""
        super().__init__()
        self._number = number
        self._steps = steps
        self._bank = known
        self._button = SmallButton("", glyph="down")
        self._menu = QMenu(self)
        asked = {step.question for step in steps}
        self.goes_to: QuestionId | None = line.question if line.question in asked else None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * spacing.GRID)
        row.addWidget(LineWords(line.words.reveal().strip()), 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self._button.clicked.connect(self._ask)
        self._menu.triggered.connect(self._choose)
        self._tell()

    def _tell(self) -> None:
        name = self._bank[self.goes_to].short if self.goes_to else self.tr("Leave in free notes")
        self._button.setText(name)
        where = self.tr("Line {number} goes to: {question}")
        self._button.setAccessibleName(where.format(number=self._number, question=name))

    def _ask(self) -> None:
        if self._menu.isEmpty():
            self._fill_menu()
        self._menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _fill_menu(self) -> None:
        # Belongs to the menu, so that "leave" is the last entry wherever the stages end.
        for stage in STAGES:
            steps = [step for step in self._steps if step.stage is stage]
            if steps:
                questions = self._menu.addMenu(stage_title(stage))
                for step in steps:
                    entry = questions.addAction(self._bank[step.question].short.replace("&", "&&"))
                    entry.setData(step.question)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Leave in free notes")).setData("")

    def _choose(self, action: QAction) -> None:
        self.goes_to = QuestionId(action.data()) if action.data() else None
        self._tell()
        self.chosen.emit()


class PadSorting(SortingView):
    """All lines in order; one press moves them, another takes all of it back."""

    def __init__(self, desk: PrivateDesk, parent: QWidget | None = None) -> None:
        """Work over the private half; nothing is shown before ``begin``."""
        super().__init__(parent)
        self._desk = desk
        self._conversation: ConversationId | None = None
        self._done: Sorting | None = None
        self._rows: dict[int, LineRow] = {}
        self._column = ScrollColumn()
        self._panel = PrivatePanel(self.tr("Free notes, private"))
        self._lines = QVBoxLayout()
        self._nothing = Muted(self.tr("No line waits here any more."))
        self._back = PlainButton(self.tr("Back to the questions"), shortcut="Esc")
        self._move = PrimaryButton(self.tr("Put them where they belong"), shortcut="Ctrl+Return")
        self._said = Muted()
        self._undo = LinkButton(self.tr("Undo"))
        changing(self._move, self._undo)
        self._build()
        self._back.clicked.connect(self.left)
        self._move.clicked.connect(self._put)
        self._undo.clicked.connect(self._take_back)

    def _build(self) -> None:
        header = PageHeader(
            self.tr("Free notes"),
            self.tr("Each line goes to the end of your note to its question. Nothing is replaced."),
        )
        header.add(self._back)
        self._lines.setSpacing(12)
        self._panel.body.addSpacing(spacing.GRID)
        self._panel.body.addWidget(self._nothing)
        self._panel.body.addLayout(self._lines)
        foot = QWidget()
        flow = FlowLayout(foot, gap=12)
        for part in (self._move, self._said, self._undo):
            flow.addWidget(part)
        body = self._column.body
        body.addWidget(header)
        body.addWidget(self._panel)
        body.addWidget(foot)
        body.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._column)

    def begin(self, conversation: ConversationId) -> None:
        """Show the lines of a conversation; what was moved before can no longer be undone."""
        self._conversation = conversation
        self._done = None
        self._show()
        self._column.verticalScrollBar().setValue(0)

    def focus_lines(self) -> None:
        """Put the keyboard on the step for all lines."""
        (self._move if self._move.isVisible() else self._back).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines readable in a wide window."""
        super().resizeEvent(event)
        spare = self.width() - look.current().scaled(_WIDEST)
        side = max(spacing.PAGE_MARGIN, spare // 2)
        margins = self._column.body.contentsMargins()
        self._column.body.setContentsMargins(side, margins.top(), side, margins.bottom())

    def _show(self) -> None:
        if self._conversation is None:
            return
        pad = self._desk.ask(pads.lines_of, self._conversation)
        self._lay({n: line for n, line in enumerate(pad.lines) if line.words})
        self._nothing.setVisible(not pad.count)
        self._move.setVisible(bool(pad.count))
        self._offer()
        self._said.setText(self._said_words(self._done.moved) if self._done else "")
        self._said.setVisible(self._done is not None)
        self._undo.setVisible(self._done is not None)

    def _lay(self, lines: Mapping[int, PadLine]) -> None:
        for row in self._rows.values():
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        known = self._desk.ask(bank)
        steps = tuple(step for step in self._questions() if step.question in known)
        self._rows = {
            place: LineRow(number, line, steps, known)
            for number, (place, line) in enumerate(lines.items(), start=1)
        }
        before: QWidget = self._back
        for row in self._rows.values():
            row.chosen.connect(self._offer)
            self._lines.addWidget(row)
            row.show()
            QWidget.setTabOrder(before, row)
            before = row

    def _questions(self) -> tuple[Step, ...]:
        if self._conversation is None:
            return ()
        return self._desk.ask(pads.questions_of, self._conversation)

    def _places(self) -> dict[int, QuestionId]:
        return {place: row.goes_to for place, row in self._rows.items() if row.goes_to}

    def _offer(self) -> None:
        self._move.setEnabled(bool(self._places()))

    def _said_words(self, moved: int) -> str:
        if moved == 1:
            return self.tr("One line is where it belongs.")
        return self.tr("{count} lines are where they belong.").format(count=moved)

    def _put(self) -> None:
        if self._conversation is None:
            return
        answer = self._desk.do(pads.sort, self._conversation, self._places())
        if answer.done:
            self._done = answer.value
            self._show()
            self._undo.setFocus()
            self.moved.emit()

    def _take_back(self) -> None:
        if self._done is not None and self._desk.do(pads.take_back, self._done).done:
            self._done = None
            self._show()
            self.focus_lines()
            self.moved.emit()
