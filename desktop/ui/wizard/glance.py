"""The glance view: the question so large that a look is enough, and one sheet to write on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.conversations.path import Path
from desktop.domain.questions import Question
from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import QuietButton, changing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.widgets.text import Question as SmallerQuestion
from desktop.ui.widgets.text import SmallMuted, Text
from desktop.ui.wizard.free_notes import FreePad
from desktop.ui.wizard.stage_titles import stage_title

_MARGIN = 36
_WIDEST = 1040
"""Pixels at 100 % beyond which the question is no longer taken in with one look."""
_AIRY = (52, 58, 40, 32)
_TIGHT = (20, 20, 16, 12)
"""Above everything, above the question, below it, below everything."""
_SHARE_OF_QUESTION = 0.4
"""How much of the height the question may take before it is set smaller."""


class GlanceQuestion(Text):
    """A question that can be read from the other side of a table."""

    role = "glance"


class OneLine(SmallMuted):
    """A few words that keep their place."""

    wraps = False


class KeyButton(QuietButton):
    """A key and what it does, at the edge of the column."""

    side_padding = 0
    cap_first = True


class NextButton(KeyButton):
    """Ends with its key, where the column ends."""

    cap_first = False


class GlanceView(QWidget):
    """The same walk as in the full view, for a manager who looks at the person."""

    back_asked = Signal()
    next_asked = Signal()
    full_view_asked = Signal()

    def __init__(self, pad: FreePad, parent: QWidget | None = None) -> None:
        """Arrange the ready-made pad beneath the question."""
        super().__init__(parent)
        self._pad = pad
        self._who = self._words = ""
        self._where = SmallMuted()
        self._minutes = OneLine()
        self._full_view = KeyButton(self.tr("full view"), shortcut="F11")
        self._large = GlanceQuestion()
        self._smaller = SmallerQuestion()
        self._back = KeyButton(self.tr("back"), shortcut="Alt+Left")
        self._mark = KeyButton(self.tr("mark this moment"), shortcut="Ctrl+M")
        self._underneath = KeyButton(self.tr("underneath"), shortcut="Alt+Down")
        changing(self._mark, self._underneath)
        self._cover = KeyButton(self.tr("cover the notes"), shortcut="Ctrl+Space")
        self._next = NextButton(self.tr("next"), shortcut="Alt+Right")
        self._question = QVBoxLayout()
        self._column = ScrollColumn()
        self._build()
        self._connect()

    def _build(self) -> None:
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._column)
        body = self._column.body
        body.setSpacing(0)
        body.addLayout(self._top())
        self._question.addWidget(self._large)
        self._question.addWidget(self._smaller)
        body.addLayout(self._question)
        body.addWidget(self._pad, 1)
        body.addSpacing(16)
        body.addLayout(self._foot())

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._where, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._minutes)
        row.addWidget(OneLine("·"))
        row.addWidget(self._full_view)
        return row

    def _foot(self) -> QHBoxLayout:
        keys = QWidget()
        flow = FlowLayout(keys, gap=5 * spacing.GRID, row_gap=spacing.GRID)
        for button in (self._back, self._underneath, self._mark, self._cover):
            flow.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(spacing.GRID)
        row.addWidget(keys, 1)
        row.addWidget(self._next, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)
        self._mark.clicked.connect(self._mark_moment)
        self._underneath.clicked.connect(self._go_underneath)
        self._cover.clicked.connect(self._pad.turn_cover)
        self._full_view.clicked.connect(self.full_view_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.full_view_asked)

    def show_person(self, first_name: str) -> None:
        """Name the person."""
        self._who = first_name

    def show_question(self, question: Question | None) -> None:
        """Show the question, to be said aloud as it stands; None: only the closing is left."""
        self._words = question.ask if question else self._nothing_left()
        self._pad.setVisible(question is not None)
        if self.isVisible():
            self._say()

    def _say(self) -> None:
        # Out of sight such large words would be measured for nobody.
        self._large.setText(self._words)
        self._smaller.setText(self._words)
        self._column.verticalScrollBar().setValue(0)
        self._fit()

    def _nothing_left(self) -> str:
        return self.tr("The questions of this conversation are no longer asked.")

    def show_place(self, path: Path) -> None:
        """Say in which stage we are and what the last step leads to."""
        stage = stage_title(path.here.stage) if path.here else ""
        where = self.tr("{name} · {stage}").format(name=self._who, stage=stage)
        self._where.setText(where if stage else self._who)
        self._back.setEnabled(path.at > 0)
        last = path.next().at_closing
        self._next.setText(self.tr("close: summary and contract") if last else self.tr("next"))

    def tell(self, minutes: int, *, unsaved: bool) -> None:
        """Say how long this has gone on, or that the disk has refused something."""
        words = self.tr("Not saved yet") if unsaved else self._lasting_words(minutes)
        self._minutes.set_ink("soon" if unsaved else "muted")
        if words != self._minutes.text():
            self._minutes.setText(words)

    def _lasting_words(self, minutes: int) -> str:
        if minutes < 1:
            return self.tr("Just begun")
        if minutes == 1:
            return self.tr("1 minute")
        return self.tr("{minutes} minutes").format(minutes=minutes)

    def showEvent(self, event: QShowEvent) -> None:
        """Set the question as large as there is room for now."""
        super().showEvent(event)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column together in a wide window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = max(_MARGIN, (self.width() - look.current().scaled(_WIDEST)) // 2)
        high = self._large.heightForWidth(self.width() - 2 * side)
        fits = high <= _SHARE_OF_QUESTION * self.height()
        self._large.setVisible(fits)
        self._smaller.setHidden(fits)
        top, above, below, bottom = _AIRY if fits else _TIGHT
        self._column.body.setContentsMargins(side, top, side, bottom)
        self._question.setContentsMargins(0, above, 0, below)

    def _go_underneath(self) -> None:
        self._pad.focus_pad()
        self._pad.go_underneath()

    def _mark_moment(self) -> None:
        self._pad.mark_moment()
        self._pad.focus_pad()
