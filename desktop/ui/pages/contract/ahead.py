"""What comes next in a draft: the review and its month, the open question, the next talk."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.domain.shared.contract import Contract
from desktop.domain.shared.passages import Passage
from desktop.domain.shared.unsaved import UnsavedTerms
from desktop.ui.look import dates
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.contract.changes import Changes
from desktop.ui.pages.contract.distances import MARGIN
from desktop.ui.pages.contract.pen import Pen
from desktop.ui.pages.rows import SmallNameButton
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.sight import bring_into_sight
from desktop.ui.widgets.text import SmallMuted

_MONTHS = 12
_ROOM = 170


class Ahead(QWidget):
    """Saves every change as it is made."""

    def __init__(self, pen: Pen, person: str) -> None:
        """``person`` is the name that people say; ``tell`` brings what is written already."""
        super().__init__()
        self._pen = pen
        self._changes = Changes(pen.word)
        self._month = _MonthButton(pen.today())
        self._review = GrowingEditor(
            self.tr("What we review"), placeholder=self.tr("What you will look at together")
        )
        self._question = GrowingEditor(
            self.tr("The open question"), placeholder=self.tr("What you are both still asking")
        )
        self._next = DateField(self.tr("Next conversation"), pen.today())
        said = self.tr("In {name}’s words").format(name=person)
        self._marks = {p: SmallMuted(said) for p in (Passage.REVIEW, Passage.QUESTION)}
        self._unreadable = ErrorLine()
        self._passed = SmallMuted(self.tr("That day has passed."))
        self._build()
        self._connect()

    def tell(self, contract: Contract) -> None:
        """Show what is saved, except where it is being changed."""
        if "review_month" not in self._changes:
            self._month.tell(contract.review_month, self._pen.today())
        self._show(self._review, "review", contract.review)
        self._show(self._question, "open_question", contract.open_question)
        following = contract.next_conversation
        if "next_conversation" not in self._changes and following != self._next.day():
            self._next.set_day(following)
        self._say_whether_passed()

    def mark(self, theirs: frozenset[Passage]) -> None:
        """Mark what stands in the person's own words."""
        for passage, mark in self._marks.items():
            mark.setVisible(passage in theirs)

    def save_now(self) -> bool:
        """Save what is pending; return whether all is saved."""
        self._next.flush()
        self._review.flush()
        self._question.flush()
        return self._changes.save_now()

    def unsaved(self) -> tuple[UnsavedTerms, ...]:
        """Return what could not be saved."""
        return self._pen.unsaved_terms(self._changes.waiting())

    def focus_unreadable_date(self) -> bool:
        """Put the keyboard into a date that cannot be read; return whether it is so."""
        if self._unreadable.isHidden():
            return False
        self._next.setFocus()
        return True

    def _build(self) -> None:
        self._next.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        both = QWidget()
        columns = Columns(both, room=_ROOM, shares=(1, 1))
        review, asked = self._marks[Passage.REVIEW], self._marks[Passage.QUESTION]
        columns.addWidget(_column(self._month, self._review, review))
        question = SmallMuted(self.tr("The open question"))
        columns.addWidget(_column(question, self._question, asked))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.setSpacing(14)
        column.addWidget(both)
        column.addLayout(self._next_row())

    def _next_row(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(SmallMuted(self.tr("Next conversation")))
        row.addWidget(self._next)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(row)
        for line in (self._unreadable, self._passed):
            column.addWidget(line)
            line.hide()
        return column

    def _connect(self) -> None:
        self._month.chosen.connect(self._note_month)
        self._review.edited.connect(self._note_review)
        self._question.edited.connect(self._note_question)
        self._next.day_changed.connect(self._note_next)
        self._next.refused.connect(self._refuse_next)

    def _show(self, editor: GrowingEditor, field: str, text: str) -> None:
        busy = editor.hasFocus() or editor.is_pending() or field in self._changes
        if not busy and text != editor.text():
            editor.set_text(text)

    def _note_month(self, month: date | None) -> None:
        self._changes.note(review_month=month)
        self._month.tell(month, self._pen.today())

    def _note_review(self) -> None:
        self._changes.note(review=self._review.text())

    def _note_question(self) -> None:
        self._changes.note(open_question=self._question.text())

    def _note_next(self, day: date | None) -> None:
        self._unreadable.hide()
        self._changes.note(next_conversation=day)
        self._say_whether_passed()

    def _refuse_next(self, sentence: str) -> None:
        self._unreadable.setText(sentence)
        self._unreadable.show()
        self._passed.hide()
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _say_whether_passed(self) -> None:
        day = self._next.day()
        passed = day is not None and day < self._pen.today()
        self._passed.setVisible(passed and self._unreadable.isHidden())

    def _bring_into_sight(self) -> None:
        bring_into_sight(self)
        bring_into_sight(self._unreadable)


class _MonthButton(SmallNameButton):
    """The heading of the review, which names its month and offers others."""

    chosen = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__("")
        self._month: date | None = None
        self._today = today
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._choose)
        self.clicked.connect(self._offer)

    def tell(self, month: date | None, today: date) -> None:
        """Show the month of the review, or that there is none yet."""
        self._month, self._today = month, today
        if month is None:
            self.setText(self.tr("We review, no month yet"))
        else:
            self.setText(review_heading(month, today))
        self.setAccessibleDescription(self.tr("Press to choose the month of the review."))

    def _offer(self) -> None:
        self._menu.clear()
        self._add(self.tr("No month"), None)
        for number in range(1, _MONTHS + 1):
            month = _later(self._today, number)
            self._add(dates.month_year(month), month)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _add(self, words: str, month: date | None) -> None:
        action = self._menu.addAction(words)
        action.setData(month.isoformat() if month else "")
        action.setCheckable(True)
        here = self._month and (self._month.year, self._month.month)
        action.setChecked(here == (month and (month.year, month.month)))

    def _choose(self, action: QAction) -> None:
        month = action.data()
        self.chosen.emit(date.fromisoformat(month) if month else None)


def review_heading(month: date, today: date) -> str:
    """Return for example "We review in January"; with the year when that is not the next one."""
    near = 0 <= (month.year - today.year) * 12 + month.month - today.month < _MONTHS
    said = dates.month(month) if near else dates.month_year(month)
    return QCoreApplication.translate("Ahead", "We review in {month}").format(month=said)


def _later(today: date, months: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _column(heading: QWidget, editor: QWidget, mark: QWidget) -> QWidget:
    column = QWidget()
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(2)
    for part in (heading, editor, mark):
        lines.addWidget(part)
    mark.hide()
    lines.addStretch(1)
    return column
