"""One commitment while it is being written: whose, what, by when, and what is missing."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.commitments import Commitment, Owner, Strength
from desktop.domain.shared.contract import Missing
from desktop.domain.shared.life import Life
from desktop.domain.shared.unsaved import UnsavedTerms
from desktop.ui import look
from desktop.ui.pages.contract.changes import Changes
from desktop.ui.pages.contract.distances import (
    BESIDE_CHIP,
    CHIP,
    DATE_INSET,
    MARGIN,
    NARROW,
    ROW_BOTTOM,
    ROW_TOP,
)
from desktop.ui.pages.contract.pen import Pen
from desktop.ui.pages.contract.promise_check import PromiseCheck
from desktop.ui.pages.contract.remove_button import RemoveButton
from desktop.ui.pages.contract.strength import StrengthButton
from desktop.ui.pages.contract.third_time import ThirdTime
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.buttons import changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.text import SmallMuted


class CommitmentLine(QFrame):
    """Saves every change of its commitment as it is made."""

    take_out_asked = Signal(str)
    let_go = Signal(str)

    def __init__(self, identity: CommitmentId, pen: Pen, person: str) -> None:
        """``person`` is the name that people say; ``tell`` brings the words."""
        super().__init__()
        self.identity = identity
        self._pen = pen
        self._person = person
        self._owner: Owner | None = None
        self._changes = Changes(self._save)
        self._chip = Chip("")
        self._what = GrowingEditor("", role="body")
        self._due = DateField("", pen.today(), quiet=True)
        self._strength = StrengthButton()
        self._check = PromiseCheck(pen, self._what)
        self._remove = RemoveButton(self)
        changing(self._strength, self._remove)
        self._again = ThirdTime()
        self._theirs = SmallMuted(self.tr("In {name}’s words").format(name=person))
        self._passed = SmallMuted(self.tr("That day has passed."))
        self._refusals = {field: ErrorLine() for field in ("what", "owner", "due")}
        self._words = QWidget()
        self._beneath = QWidget()
        self._grid = QGridLayout(self)
        self._is_narrow: bool | None = None
        self._build()
        self._connect()

    def tell(self, commitment: Commitment, number: int) -> None:
        """Show what is saved, except where it is being changed; ``number`` counts from 1."""
        if "owner" not in self._changes:
            self._show_owner(commitment.owner)
        if "due" not in self._changes and commitment.due != self._due.day():
            self._due.set_day(commitment.due)
        busy = self._what.hasFocus() or self._what.is_pending() or "what" in self._changes
        if not busy and commitment.what != self._what.text():
            self._what.set_text(commitment.what)
        if "strength" not in self._changes:
            self._strength.tell(commitment.strength)
        if "stood_by" not in self._changes:
            self._check.know_answer(commitment.stood_by)
        self._consider()
        self._say_whether_passed()
        self._name(number)

    def tell_life(self, turns: Turns, life: Life | None, *, is_theirs: bool) -> None:
        """Say how often it was carried on, ask at the third time, and mark what is theirs."""
        self._theirs.setVisible(is_theirs)
        self._again.tell(turns, life, self._what.text())

    def name_gap(self, gap: Missing) -> None:
        """Say beside the field what is missing."""
        self._refuse(gap.field, gap.sentence)
        field = self._field(gap.field)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(field, gap.sentence))

    def keep_gaps(self, fields: Iterable[str]) -> None:
        """Take back what was said about every field but these."""
        still = set(fields)
        for field in set(self._refusals) - still:
            if field != "due" or self.has_readable_date():
                self._refuse(field, "")

    def focus_field(self, field: str) -> None:
        """Put the keyboard into one field: "what", "owner" or "due"."""
        self._field(field).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on_writing(self) -> None:
        """Put the keyboard behind the last word."""
        self._what.moveCursor(QTextCursor.MoveOperation.End)
        self.focus_field("what")

    def has_readable_date(self) -> bool:
        """Return whether what stands in the field of the date is one, or nothing."""
        return self._due.is_readable()

    def save_now(self) -> bool:
        """Save what is pending; return whether all is saved."""
        self._due.flush()
        self._what.flush()
        return self._changes.save_now()

    def unsaved(self) -> tuple[UnsavedTerms, ...]:
        """Return what could not be saved."""
        return self._pen.unsaved_terms(self._changes.waiting(), self.identity)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show and hide the way to take the line out as the keyboard comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._remove.update()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Show and hide the way to take the line out as the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self._remove.update()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the date where there is room for it."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline below."""
        painter = QPainter(self)
        colour = look.current().colour("line")
        painter.fillRect(0, self.height() - 1, self.width() - MARGIN, 1, colour)
        painter.end()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(1)
        words.addWidget(self._what)
        words.addWidget(self._strength, 0, Qt.AlignmentFlag.AlignLeft)
        beneath = QVBoxLayout(self._beneath)
        beneath.setContentsMargins(0, 0, DATE_INSET, 0)
        beneath.setSpacing(1)
        for line in self._refusals.values():
            line.hide()
            beneath.addWidget(line)
        beneath.addWidget(self._passed, 0, Qt.AlignmentFlag.AlignRight)
        beneath.addWidget(self._theirs)
        beneath.addWidget(self._again)
        self._theirs.hide()
        self._passed.hide()
        self._grid.setContentsMargins(0, ROW_TOP, 2, ROW_BOTTOM)
        self._grid.setSpacing(0)
        self._grid.setColumnMinimumWidth(1, BESIDE_CHIP)
        self._grid.setColumnStretch(2, 1)
        self._measure()
        self._arrange()

    def _connect(self) -> None:
        self._chip.clicked.connect(self._turn_owner)
        self._what.edited.connect(self._note_what)
        self._strength.chosen.connect(self._note_strength)
        self._check.outcome_left_open.connect(self._leave_outcome_open)
        self._check.stood_by.connect(self._stand_by)
        self._due.day_changed.connect(self._note_due)
        self._due.refused.connect(self._refuse_due)
        self._remove.clicked.connect(self._ask_to_take_out)
        self._again.smaller_chosen.connect(self._make_smaller)
        self._again.still_wanted_chosen.connect(self._look_at_date)
        self._again.let_go_chosen.connect(self._tell_let_go)
        for part in (self._chip, self._what, self._strength, self._due, self._remove):
            part.installEventFilter(self)

    def _measure(self) -> None:
        least = look.current().scaled(CHIP)
        wanted = max(Chip(words).sizeHint().width() for words in self._owners().values())
        self._chip.setFixedWidth(min(max(least, wanted), 2 * least))
        # The first line of the words stands at the height of the words in the chip.
        pitch = round(look.current().pitch("body"))
        above = max(0, (self._chip.sizeHint().height() - pitch) // 2)
        self._words.setContentsMargins(0, above, 0, 0)

    def _arrange(self) -> None:
        is_narrow = self.width() - MARGIN < look.current().scaled(NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place(is_narrow=is_narrow)

    def _place(self, *, is_narrow: bool) -> None:
        parts = (self._chip, self._words, self._due, self._remove, self._beneath)
        for part in (*parts, self._check):
            self._grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        # In the order in which the tab key walks, which follows the layout.
        self._grid.addWidget(self._chip, 0, 0, top)
        if is_narrow:
            self._grid.addWidget(self._words, 1, 0, 1, 4)
            self._grid.addWidget(self._beneath, 2, 0, 1, 4)
        else:
            self._grid.addWidget(self._words, 0, 2, top)
            self._grid.addWidget(self._beneath, 1, 2, 1, 2)
        self._grid.addWidget(self._check, 3, 0, 1, 4)
        self._grid.addWidget(self._due, 0, 3, top)
        self._grid.addWidget(self._remove, 0, 4, top)

    def _owners(self) -> dict[Owner | None, str]:
        return {
            Owner.PERSON: self._person,
            Owner.MANAGER: self.tr("You"),
            None: self.tr("Who?"),
        }

    def _show_owner(self, owner: Owner | None) -> None:
        self._owner = owner
        self._chip.setText(self._owners()[owner])
        self._chip.setChecked(owner is Owner.MANAGER)
        self._strength.setVisible(owner is Owner.MANAGER)

    def _name(self, number: int) -> None:
        self._chip.setAccessibleDescription(self.tr("Whose commitment this is. Press to change."))
        self._what.setAccessibleName(self.tr("Commitment {n}").format(n=number))
        self._due.setAccessibleName(self.tr("Date of commitment {n}").format(n=number))
        self._strength.name(number)
        self._remove.setAccessibleName(self.tr("Take out commitment {n}").format(n=number))
        hint = {
            Owner.PERSON: self.tr("What will {name} do?").format(name=self._person),
            Owner.MANAGER: self.tr("What will you do?"),
            None: self.tr("What will be done?"),
        }[self._owner]
        if hint != self._what.placeholderText():
            self._what.setPlaceholderText(hint)

    def _field(self, field: str) -> QWidget:
        return {"what": self._what, "owner": self._chip, "due": self._due}[field]

    def _refuse(self, field: str, sentence: str) -> None:
        self._refusals[field].setText(sentence)
        self._refusals[field].setVisible(bool(sentence))
        if sentence or field == "what":
            self._field(field).setAccessibleDescription(sentence)

    def _turn_owner(self) -> None:
        owner = Owner.MANAGER if self._owner is Owner.PERSON else Owner.PERSON
        self._show_owner(owner)
        self._changes.note(owner=owner)
        self._consider()

    def _note_what(self) -> None:
        self._changes.note(what=self._what.text())
        self._check.forget_own_words()
        self._consider()

    def _consider(self) -> None:
        is_will = self._strength.strength is Strength.WILL
        self._check.consider(is_plainly_mine=self._owner is Owner.MANAGER and is_will)

    def _leave_outcome_open(self) -> None:
        self._note_strength(Strength.ARGUE)
        self._strength.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand_by(self, outcome: str) -> None:
        self._changes.note(stood_by=outcome)
        self._consider()

    def _note_strength(self, strength: Strength) -> None:
        self._changes.note(strength=strength)
        self._strength.tell(strength)
        self._consider()

    def _note_due(self, day: date | None) -> None:
        self._refuse("due", "")
        self._changes.note(due=day)
        self._say_whether_passed()

    def _refuse_due(self, sentence: str) -> None:
        self._refuse("due", sentence)
        self._say_whether_passed()

    def _say_whether_passed(self) -> None:
        day = self._due.day()
        passed = day is not None and day < self._pen.today()
        self._passed.setVisible(passed and self.has_readable_date())

    def _make_smaller(self) -> None:
        self.focus_field("what")
        self._what.selectAll()

    def _look_at_date(self) -> None:
        self.focus_field("due")

    def _tell_let_go(self) -> None:
        self.let_go.emit(self.identity)

    def _ask_to_take_out(self) -> None:
        self.take_out_asked.emit(self.identity)

    def _save(self, **changed: object) -> bool:
        return self._pen.word_commitment(self.identity, **changed)
