"""What helps the manager with a question: why to ask it, what to listen for, what to say."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.questions import Question, Trust
from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.arrangement import arranged_once
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.text import SectionHeading, Small, SmallMuted, SmallStrong
from desktop.ui.wizard.listening import Listening

_INSIDE = QMargins(12, 9, 12, 9)


class SayLabel(Small):
    """Words to take up or leave, on their own piece of paper."""

    def sizeHint(self) -> QSize:
        """Return the words and the paper around them."""
        return super().sizeHint().grownBy(_INSIDE)

    def minimumSizeHint(self) -> QSize:
        """Return the longest word and the paper around it."""
        return super().minimumSizeHint().grownBy(_INSIDE)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words wrapped inside the paper."""
        inside = width - _INSIDE.left() - _INSIDE.right()
        return super().heightForWidth(inside) + _INSIDE.top() + _INSIDE.bottom()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, then the words."""
        worn = look.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        surface, line = worn.colour("surface"), worn.colour("line")
        paint.rounded(painter, area, spacing.CARD_RADIUS, surface, line)
        self._wording_now().paint(painter, area.marginsRemoved(_INSIDE.toMarginsF()))
        painter.end()


class _Advice(QWidget):
    """A heading and a few words; it hides where the manager's own question leaves it empty."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._words = SmallMuted()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(2)
        column.addWidget(SectionHeading(heading))
        column.addWidget(self._words)

    def say(self, words: str) -> None:
        """Say something else, or nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))


class _TurnButton(QuietButton):
    """Begins where the words above it begin."""

    side_padding = 0


class Coaching(QWidget):
    """The coaching of one question; the same widgets for every question, so nothing flickers."""

    def __init__(self, parent: QWidget | None = None, *, names_trust: bool = True) -> None:
        """Show nothing before ``show_question``."""
        super().__init__(parent)
        self._names_trust = names_trust
        self._trust = SmallStrong(ink="soon")
        self._trust_row = QWidget()
        self._why = _Advice(self.tr("Why ask"))
        self._listen_for = _Advice(self.tr("Listen for"))
        self._say = SectionHeading(self.tr("You could say"))
        self._rows: list[SayLabel] = []
        self._quiet = SmallMuted()
        self._rows_column = QVBoxLayout()
        self._of_question = QWidget()
        self._listening = Listening()
        self._turn = _TurnButton(self.tr("While you listen"), shortcut="Ctrl+T")
        self._build()
        self._turn.clicked.connect(self._turn_over)

    def _build(self) -> None:
        row = QVBoxLayout(self._trust_row)
        row.setContentsMargins(0, 0, 0, spacing.GRID)
        row.addWidget(self._trust)
        column = QVBoxLayout(self._of_question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._trust_row)
        column.addWidget(self._why)
        column.addWidget(self._listen_for)
        column.addWidget(self._say)
        column.addSpacing(2)
        column.addLayout(self._rows_column)
        column.addSpacing(2 * spacing.GRID)
        column.addStretch(1)
        column.addWidget(self._quiet)
        self._rows_column.setSpacing(7)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self._of_question, 1)
        whole.addWidget(self._listening)
        whole.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)

    def _turn_over(self) -> None:
        """Turn between what helps with this question and what helps with every one."""
        self._show_listening(self._listening.isHidden())

    def _show_listening(self, shown: bool) -> None:
        with arranged_once(self):
            self._of_question.setVisible(not shown)
            if shown:
                self._listening.unfold()
            else:
                self._listening.hide()
            back = self.tr("Back to this question")
            self._turn.setText(back if shown else self.tr("While you listen"))

    def begin_with(self, panel: QWidget) -> None:
        """Put a panel of the manager's own above the coaching."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, panel)

    def show_question(self, question: Question) -> None:
        """Show the coaching of another question."""
        if not self._listening.isHidden():
            self._show_listening(False)
        with arranged_once(self):
            self._show(question)

    def _show(self, question: Question) -> None:
        self._trust.setText(self._trust_words(question.trust))
        self._trust_row.setVisible(self._names_trust and question.trust is not Trust.OPEN)
        self._why.say(question.why)
        self._listen_for.say(question.listen_for)
        self._show_sayings(question.follow_ups)
        self._quiet.setText(question.quiet)

    def _trust_words(self, trust: Trust) -> str:
        words = {
            Trust.OPEN: "",
            Trust.WARM: self.tr("Asks for some trust"),
            Trust.DEEP: self.tr("Only with established trust"),
        }
        return words[trust]

    def _show_sayings(self, sayings: Sequence[str]) -> None:
        while len(self._rows) < len(sayings):
            row = SayLabel()
            self._rows.append(row)
            self._rows_column.addWidget(row)
        for number, row in enumerate(self._rows):
            row.setText(sayings[number] if number < len(sayings) else "")
            row.setVisible(number < len(sayings))
        self._say.setVisible(bool(sayings))
