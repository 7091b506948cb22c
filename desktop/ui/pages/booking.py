"""Booking a conversation in one step, in place: a day, a time, how long."""

import json
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.planned import Planned
from desktop.domain.errors import Refusal
from desktop.domain.questions import STAGES, Stage
from desktop.services.packs import pack
from desktop.services.plans import Booking
from desktop.ui.look import dates, spacing, week
from desktop.ui.widgets.buttons import LinkButton, PlainButton, changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted, SmallStrong

_CHOICES: tuple[Stage | None, ...] = (None, *STAGES)


class BookingPanel(QWidget):
    """Asks for nothing else; what a rule refuses is said beside its field, and all else stays."""

    booked = Signal(object)
    """Carries the ``Booking`` that is asked for."""
    put_away = Signal()
    edited = Signal()

    def __init__(self, today: date) -> None:
        """Begin hidden."""
        super().__init__()
        self._day = DateField(self.tr("Day"), today)
        self._time = LineField(self.tr("Time"), placeholder="10:00")
        self._minutes = LineField(self.tr("Minutes"))
        self._slots = {
            "day": _Slot(self.tr("Day"), self._day),
            "time": _Slot(self.tr("Time"), self._time),
            "minutes": _Slot(self.tr("Minutes"), self._minutes),
        }
        self._refusal = ErrorLine()
        self._hint = SmallMuted()
        self._weekend = SmallMuted()
        self._kind = Choice(self.tr("Kind"), [(k.value, pack(k).title) for k in Kind])
        self._stages = QButtonGroup(self)
        self._for = Field(self.tr("For"), self._choices())
        self._book = PlainButton(self.tr("Book it"))
        changing(self._book)
        self._leave = LinkButton(self.tr("Not now"))
        self._build()
        self._connect()
        self.hide()

    def open_for(
        self, suggested: date | None, plan: Planned | None = None, kind: Kind = Kind.FULL
    ) -> None:
        """Show the fields with the day that is suggested, and the booking that is to be moved."""
        self._accept()
        self._day.set_day(suggested)
        self._name_weekend(self._day.day())
        self._time.setText(f"{plan.at:%H:%M}" if plan else "")
        self._kind.choose(plan.kind if plan else kind)
        self._minutes.setText(str(plan.minutes if plan else self._usual()))
        self._show_kind()
        stage = plan.stage if plan else None
        self._stages.button(_CHOICES.index(stage)).setChecked(True)
        self._book.setText(self.tr("Move it") if plan else self.tr("Book it"))
        self.show()
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    def told(self) -> str:
        """Return what stands in the fields, to be kept until it is booked; nothing when shut."""
        if self.isHidden():
            return ""
        day = self._day.day()
        stage = self._stages.checkedId()
        when = [day.isoformat() if day else "", self._time.text(), self._minutes.text()]
        return json.dumps([*when, self._kind.key(), stage])

    def take_up(self, told: str) -> None:
        """Show again what ``told`` returned earlier, in the fields that are open."""
        day, time, minutes, kind, stage = json.loads(told)
        self._day.set_day(date.fromisoformat(day) if day else None)
        self._time.setText(time)
        self._kind.choose(kind)
        self._minutes.setText(minutes)
        self._stages.button(stage).setChecked(True)
        self._show_kind()

    def refuse(self, refusal: Refusal) -> None:
        """Say beside its field what was refused, and put the keyboard there."""
        self._accept()
        self._name(refusal.sentence)
        slot = self._slots[refusal.field]
        slot.mark(refused=True, sentence=refusal.sentence)
        slot.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.GRID, 0, 0)
        column.setSpacing(8)
        when = QHBoxLayout()
        when.setSpacing(12)
        for slot, share in zip(self._slots.values(), (5, 3, 3), strict=True):
            when.addWidget(slot, share)
        column.addLayout(when)
        column.addWidget(self._refusal)
        column.addWidget(self._hint)
        column.addWidget(self._weekend)
        column.addWidget(SmallStrong(self.tr("Kind")))
        column.addWidget(self._kind)
        column.addWidget(self._for)
        buttons = FlowLayout()
        buttons.addWidget(self._book)
        buttons.addWidget(self._leave)
        column.addLayout(buttons)

    def _choices(self) -> QWidget:
        words = (self.tr("All three"), self.tr("Now"), self.tr("Direction"), self.tr("Gap"))
        choices = QWidget()
        row = FlowLayout(choices)
        for number, text in enumerate(words):
            chip = Chip(text)
            self._stages.addButton(chip, number)
            row.addWidget(chip)
        return choices

    def _connect(self) -> None:
        self._kind.chosen.connect(self._turn_kind)
        self._book.clicked.connect(self._ask)
        self._leave.clicked.connect(self._put_away)
        self._day.refused.connect(self._name)
        self._time.returnPressed.connect(self._ask)
        self._minutes.returnPressed.connect(self._ask)
        for line in (self._time, self._minutes):
            line.textEdited.connect(self.edited)
        self._day.day_changed.connect(self.edited)
        self._day.day_changed.connect(self._take_day)
        self._stages.idClicked.connect(self.edited)
        self._kind.chosen.connect(self.edited)

    def _take_day(self, day: date | None) -> None:
        """Forget what was refused: there is another day now."""
        self._accept()
        self._name_weekend(day)

    def _name_weekend(self, day: date | None) -> None:
        is_free = day is not None and week.is_weekend(day)
        words = self.tr("{day} is at the weekend.")
        self._weekend.setText(words.format(day=dates.weekday_and_day(day)) if day else "")
        self._weekend.setVisible(is_free)

    def _ask(self) -> None:
        self._accept()
        if not self._day.flush():
            return
        kind = Kind(self._kind.key())
        stage = _CHOICES[self._stages.checkedId()] if kind is Kind.FULL else None
        wanted = Booking(self._day.day(), self._time.text(), self._minutes.text(), stage, kind)
        self.booked.emit(wanted)

    def _turn_kind(self) -> None:
        """Suggest the time of another kind, unless the manager wrote their own."""
        usual = {str(pack(kind).minutes[0]) for kind in Kind}
        if self._minutes.text().strip() in usual:
            self._minutes.setText(str(self._usual()))
        self._accept()
        self._show_kind()

    def _usual(self) -> int:
        return pack(Kind(self._kind.key())).minutes[0]

    def _show_kind(self) -> None:
        kind = Kind(self._kind.key())
        least, most = pack(kind).minutes
        words = self.tr("{least} to {most} minutes.")
        if kind.is_in_depth:
            words = self.tr(
                "{least} to {most} minutes, a session of its own: "
                "not the tail of a 1:1 or a review."
            )
        self._hint.setText(words.format(least=least, most=most))
        self._for.setVisible(kind is Kind.FULL)

    def _accept(self) -> None:
        self._refusal.hide()
        self._hint.show()
        for slot in self._slots.values():
            slot.mark(refused=False, sentence="")

    def _name(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
        self._hint.hide()

    def _put_away(self) -> None:
        self.hide()
        self.put_away.emit()


class _Slot(QWidget):
    """One of several short fields in a row; the sentence of a refusal stands below the row."""

    def __init__(self, label: str, editor: QLineEdit) -> None:
        super().__init__()
        self.editor = editor
        editor.setProperty("role", "field")
        editor.setAlignment(Qt.AlignmentFlag.AlignLeft)
        name = SmallStrong(label)
        name.setBuddy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(editor)

    def mark(self, *, refused: bool, sentence: str) -> None:
        """Say on the screen and to a screen reader whether this is what was refused."""
        if sentence:
            self.editor.setAccessibleDescription(sentence)
            announcement = QAccessibleAnnouncementEvent(self.editor, sentence)
            QAccessible.updateAccessibility(announcement)
        self.editor.setProperty("refused", refused)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
