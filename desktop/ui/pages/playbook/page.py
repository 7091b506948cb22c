"""The page of the playbook: the questions at the left, the chosen one at the right."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import QuestionId
from desktop.domain.questions import Question, QuestionBank, Stage, Trust
from desktop.domain.shared.unsaved import UnsavedWords
from desktop.services import question_bank
from desktop.ui import look
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.pages.playbook.question_list import QuestionLine, QuestionList
from desktop.ui.pages.playbook.question_sheet import QuestionSheet
from desktop.ui.pages.playbook.words import called_briefly
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.widgets.buttons import PlainButton, changing
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import Muted

_EVERYTHING = "all"
_YOURS = "yours"
_LIST = 3
_SHEET = 4
_NARROWEST = 700
"""Pixels at 100 % text below which the list and the question take turns."""


class PlaybookPage(QWidget):
    """Browse, search and change the questions (product D8); every change is kept at once."""

    def __init__(self, desk: Desk) -> None:
        """Build the page; ``refresh`` reads the bank."""
        super().__init__()
        self._desk = desk
        self._chosen: QuestionId | None = None
        self._reads_one = False
        self._header = PageHeader(self.tr("Playbook"))
        self._add = PlainButton(self.tr("Add a question"))
        changing(self._add)
        self._search = LineField(
            self.tr("Search the questions"), placeholder=self.tr("Search the questions")
        )
        self._search.looks_only = True
        self._filter = Choice(self.tr("Show"), self._filters())
        self._filter.looks_only = True
        self._list = QuestionList()
        self._nothing = Muted(self.tr("No question holds these words."))
        self._sheet = QuestionSheet(desk)
        self._left, self._right = QWidget(), ScrollColumn(margins=(0, 28, spacing.PAGE_MARGIN, 30))
        self._build()
        self._connect()

    def _filters(self) -> list[tuple[str, str]]:
        stages = [(stage.value, called_briefly(stage)) for stage in Stage]
        return [(_EVERYTHING, self.tr("All")), *stages, (_YOURS, self.tr("Yours"))]

    def _build(self) -> None:
        self._header.add(self._add)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 12, 0)
        top.setSpacing(12)
        for part in (self._header, self._search, self._filter):
            top.addWidget(part)
        scroll = ScrollColumn(margins=(0, 0, 12, 30))
        scroll.body.addWidget(self._nothing)
        scroll.body.addWidget(self._list, 1)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(spacing.PAGE_MARGIN, 28, 0, 0)
        column.setSpacing(spacing.CARD_GAP)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        self._right.body.addWidget(self._sheet)
        self._right.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._left, _LIST)
        row.addWidget(self._right, _SHEET)

    def _connect(self) -> None:
        self._search.textChanged.connect(self.refresh)
        self._search.installEventFilter(self)
        self._filter.chosen.connect(self.refresh)
        self._list.chosen.connect(self._open)
        self._list.walked_to.connect(self._walk_to)
        self._list.rearranged.connect(self._follow_reading_order)
        self._add.clicked.connect(self._begin_new)
        self._sheet.added.connect(self._show_added)
        self._sheet.back_asked.connect(self._go_back)

    def refresh(self) -> None:
        """Read the questions again; what is being written stays."""
        known = self._desk.ask(question_bank.bank)
        found = self._found(known)
        if self._chosen is None:
            self._choose(known.all()[0].id)
            return
        self._header.say(self.tr("Playbook"), self._count(known))
        self._list.tell([self._line(question, known) for question in found])
        self._nothing.setHidden(bool(found))
        self._sheet.refresh()

    def flush(self) -> bool:
        """Keep what is being written; return whether all of it is kept."""
        return self._sheet.flush()

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return a question that could not be kept; for the sealed draft."""
        return self._sheet.unsaved()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search to what it found with the arrow down."""
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self._list.focus_first()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let list and question take turns where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Look for room again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _takes_turns(self) -> bool:
        return self.width() < look.current().scaled(_NARROWEST)

    def _arrange(self) -> None:
        take_turns = self._takes_turns()
        self._left.setHidden(take_turns and self._reads_one)
        self._right.setHidden(take_turns and not self._reads_one)
        self._sheet.offer_way_back(take_turns)
        edge = spacing.PAGE_MARGIN if take_turns else 0
        left = self._left.contentsMargins()
        self._left.setContentsMargins(left.left(), left.top(), edge * 3 // 4, left.bottom())
        right = self._right.body.contentsMargins()
        self._right.body.setContentsMargins(edge, right.top(), right.right(), right.bottom())

    def _found(self, known: QuestionBank) -> list[Question]:
        wanted = self._filter.key()
        found = self._desk.ask(question_bank.found, self._search.text())
        if wanted == _YOURS:
            return [q for q in found if q != question_bank.original(q.id) or q.id in known.retired]
        return [q for q in found if wanted in (_EVERYTHING, q.stage.value)]

    def _line(self, question: Question, known: QuestionBank) -> QuestionLine:
        return QuestionLine(
            key=question.id,
            stage=question.stage,
            short=question.short,
            ask=question.ask,
            mark=self._mark(question, retired=question.id in known.retired),
            is_chosen=question.id == self._chosen,
        )

    def _mark(self, question: Question, *, retired: bool) -> str:
        came = question_bank.original(question.id)
        if retired:
            return self.tr("retired")
        if question.is_own:
            return self.tr("your own")
        if came is not None and (came.ask, came.why) != (question.ask, question.why):
            return self.tr("reworded")
        return self.tr("asks for trust") if question.trust is Trust.DEEP else ""

    def _count(self, known: QuestionBank) -> str:
        asked = len(known.all()) - len(known.retired)
        return self.tr("{count} questions, each with why to ask it.").format(count=asked)

    def _choose(self, question: str) -> bool:
        if not self._sheet.show_question(QuestionId(question)):
            return False
        self._chosen = QuestionId(question)
        self._right.verticalScrollBar().setValue(0)
        self.refresh()
        return True

    def _walk_to(self, question: str) -> None:
        if not self._takes_turns():
            self._choose(question)

    def _open(self, question: str) -> None:
        if self._choose(question):
            self._read_one()
            self._sheet.focus_way_back()

    def _read_one(self) -> None:
        self._reads_one = True
        self._arrange()

    def _begin_new(self) -> None:
        self._read_one()
        self._sheet.begin_new()

    def _show_added(self, question: str) -> None:
        self._search.clear()
        self._filter.choose(_EVERYTHING)
        self._chosen = QuestionId(question)
        self.refresh()

    def _go_back(self) -> None:
        if self._chosen is not None and self._sheet.show_question(self._chosen):
            self._reads_one = False
            self._arrange()
            self._search.setFocus()

    def _follow_reading_order(self) -> None:
        follow_reading_order(self)
