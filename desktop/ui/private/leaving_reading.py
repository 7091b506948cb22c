"""The manager's reading of a leaving signal: folded until opened, dated, never a score (K8)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.leaving import Ease, Form
from desktop.services.private import leaving
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.private.leaving_words import ease_said, form_said
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.one_stop import OneStop
from desktop.ui.widgets.text import SmallMuted

ASKED_AT = QuestionId("K8")


class _FoldButton(QuietButton):
    """Begins where the words beside it begin."""

    side_padding = 1


class Choice(QWidget):
    """One thing or none: a press chooses, another takes it back."""

    chosen = Signal()

    def __init__(self, lead: str, names: Sequence[str]) -> None:
        """Offer ``names`` after ``lead``."""
        super().__init__()
        self.setAccessibleName(lead)
        self._chips = [Chip(name) for name in names]
        flow = FlowLayout(self, gap=7, row_gap=7)
        flow.addWidget(SmallMuted(lead))
        for chip in self._chips:
            chip.setCheckable(True)
            flow.addWidget(chip)
            chip.clicked.connect(self._choose)
        self._stop = OneStop(self, tuple(self._chips))
        self.place: int | None = None

    def show_place(self, place: int | None) -> None:
        """Show what is chosen."""
        self.place = place
        for number, chip in enumerate(self._chips):
            chip.setChecked(number == place)

    def _choose(self) -> None:
        pressed = next(
            number
            for number, chip in enumerate(self._chips)
            if chip.isChecked() == (number != self.place)
        )
        self.show_place(None if pressed == self.place else pressed)
        self.chosen.emit()


class LeavingReading(QWidget):
    """Stands under the note to one question only, and says nothing before it is opened."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``open``."""
        super().__init__()
        self._desk = desk
        self._at = ConversationId("")
        self._turn = _FoldButton("")
        self._inside = QWidget()
        self._ease = Choice(self.tr("The answer came"), [ease_said(ease) for ease in Ease])
        self._form = Choice(self.tr("It sounded like"), [form_said(form) for form in Form])
        self._when = SmallMuted()
        self._build()
        self._turn.clicked.connect(self._fold)
        self._ease.chosen.connect(self._keep)
        self._form.chosen.connect(self._keep)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        rows = QVBoxLayout(self._inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(7)
        lead = self.tr(
            "How you read it today, for you alone. It is no fact and no score, and nothing that "
            "leaves can carry it. Listen, and act where you can."
        )
        for part in (SmallMuted(lead), self._ease, self._form, self._when):
            rows.addWidget(part)

    def open(self, conversation: ConversationId, question: QuestionId) -> None:
        """Stand ready, folded, where the question is asked; elsewhere be out of sight."""
        self._at = conversation
        self.setVisible(question == ASKED_AT)
        self._show_inside(False)
        if question == ASKED_AT:
            self._read()

    def _read(self) -> None:
        found = self._desk.ask(leaving.reading_in, self._at)
        ease, form = (found.ease, found.form) if found else (None, None)
        self._ease.show_place(list(Ease).index(ease) if ease else None)
        self._form.show_place(list(Form).index(form) if form else None)
        words = self.tr("Read on {day}").format(day=dates.full_day(found.on)) if found else ""
        self._when.setText(words)
        self._when.setVisible(found is not None)

    def _keep(self) -> None:
        ease, form = self._ease.place, self._form.place
        self._desk.do(
            leaving.read,
            self._at,
            None if ease is None else list(Ease)[ease],
            None if form is None else list(Form)[form],
        )
        self._read()

    def _fold(self) -> None:
        self._show_inside(self._inside.isHidden())

    def _show_inside(self, shown: bool) -> None:
        self._inside.setVisible(shown)
        self._turn.setText(
            self.tr("Fold your reading away") if shown else self.tr("How did you read the answer?")
        )
