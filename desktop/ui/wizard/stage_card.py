"""One stage in the rail: its number, its title and its dots."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.domain.ids import QuestionId
from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dots import Dot, ProgressDots
from desktop.ui.widgets.wording import Run, Wording

_RING = 3
"""Pixels around the title that the ring of the keyboard needs."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A question at its place in the stage, with the dot that stands for it."""

    question: QuestionId
    dot: Dot


class StageTitle(QAbstractButton):
    """The number and title of a stage; pressing it goes there."""

    def __init__(self, number: str, title: str, parent: QWidget | None = None) -> None:
        """Show for example "Stage 2" above "Where do you want to go?"."""
        super().__init__(parent)
        self._number = number
        self._title = title
        self._is_current = False
        self._laid_out: tuple[Wording, Wording] | None = None
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(number)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_number(self, number: str) -> None:
        """Count anew: a short form does not go through every stage."""
        if number != self._number:
            self._number = number
            self.setAccessibleDescription(number)
            self._measure_anew()

    def set_current(self, current: bool) -> None:
        """Write the title in bold while this stage is talked through."""
        if current != self._is_current:
            self._is_current = current
            self._measure_anew()

    def sizeHint(self) -> QSize:
        """Return the title on one line."""
        width = max(w.natural_width() for w in self._wordings()) + 2 * _RING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the longest word; the height follows from the width."""
        width = max(w.longest_word_width() for w in self._wordings()) + 2 * _RING
        return QSize(width, round(2 * look.current().pitch("stage")))

    def heightForWidth(self, width: int) -> int:
        """Return the height of number and wrapped title."""
        inside = width - 2 * _RING
        return sum(w.height(inside) for w in self._wordings()) + 3 * _RING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure_anew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint number, title and the ring of the keyboard."""
        painter = QPainter(self)
        number, title = self._wordings()
        inside = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        number.paint(painter, inside)
        title.paint(painter, inside.adjusted(0, number.height(inside.width()) + _RING, 0, 0))
        if self.hasFocus():
            ring = look.current().colour("focus")
            paint.focus_ring(painter, QRectF(self.rect()), spacing.KEY_RADIUS, ring)
        painter.end()

    def _wordings(self) -> tuple[Wording, Wording]:
        if self._laid_out is None or self._laid_out[0].is_stale:
            role = "stage_strong" if self._is_current else "stage"
            self._laid_out = (
                Wording((Run(self._number),), "label", "muted"),
                Wording((Run(self._title),), role, "ink"),
            )
        return self._laid_out

    def _measure_anew(self) -> None:
        self._laid_out = None
        self.updateGeometry()
        self.update()


class StageCard(Card):
    """A stage: pressing its title goes to its first open question, a dot to that question."""

    asked_for = Signal(str)
    question_asked_for = Signal(str)

    def __init__(self, key: str, title: str, parent: QWidget | None = None) -> None:
        """``key`` comes with ``asked_for``; ``question_asked_for`` carries a question's id."""
        super().__init__("", parent, raised=False)
        self._key = key
        self._stops: tuple[Stop, ...] = ()
        self._title = StageTitle("", title)
        self._dots = ProgressDots(title)
        self.body.setContentsMargins(15 - _RING, 12 - _RING, 10, 14 - _RING)
        self.body.setSpacing(8 - 2 * _RING)
        self.body.addWidget(self._title)
        self.body.addWidget(self._dots)
        self._title.clicked.connect(self._ask_for_stage)
        self._dots.chosen.connect(self._ask_for_question)

    def set_number(self, number: str) -> None:
        """Say which stage of the conversation this is."""
        self._title.set_number(number)

    def show_stops(self, stops: tuple[Stop, ...], *, current: bool) -> None:
        """Show how far the stage has come, on paper when it is the current one."""
        self._title.set_current(current)
        self.set_raised(current)
        if stops != self._stops:
            self._stops = stops
            self._dots.set_dots(tuple(stop.dot for stop in stops))

    def _ask_for_stage(self) -> None:
        self.asked_for.emit(self._key)

    def _ask_for_question(self, number: int) -> None:
        self.question_asked_for.emit(self._stops[number].question)
