"""A talk that was held on paper and is typed in afterwards: when it was, and of what kind (D2)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.domain.conversations.conversation import Kind
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.services import clock, conversations
from desktop.services.packs import pack
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import LinkButton, PlainButton, changing
from desktop.ui.widgets.card import Card, ErrorLine
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import keep_prose_to_measure
from desktop.ui.widgets.text import SmallMuted, SmallStrong


class PastTalkPanel(Card):
    """Asks for the day and the time; then the questions stand there to be typed under."""

    typed_in = Signal(str)
    """Carries the conversation, dated then."""

    def __init__(self, desk: Desk) -> None:
        """Begin hidden."""
        super().__init__(self.tr("When did you talk?"))
        self._desk = desk
        self._who: PersonId | None = None
        self._day = DateField(self.tr("Day of the talk"), desk.ask(clock.today), past=True)
        self._time = LineField(self.tr("It began at"), placeholder="10:00")
        self._kind = Choice(self.tr("Kind of talk"), [(k.value, pack(k).title) for k in Kind])
        self._refusal = ErrorLine()
        self._begin = PlainButton(self.tr("Type it in"))
        changing(self._begin)
        self._leave = LinkButton(self.tr("Not now"))
        self._build()
        self._connect()
        self.hide()

    def open_for(self, who: PersonId) -> None:
        """Ask about a talk with somebody."""
        self._who = who
        self._day.set_day(self._desk.ask(clock.today))
        self._time.clear()
        self._kind.choose(Kind.FULL.value)
        self._refusal.hide()
        self.show()
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        when = QHBoxLayout()
        when.setSpacing(12)
        fields = ((self.tr("Day"), self._day, 4), (self.tr("Began at"), self._time, 3))
        for label, editor, share in fields:
            slot = QVBoxLayout()
            slot.setSpacing(4)
            slot.addWidget(SmallStrong(label))
            slot.addWidget(editor)
            editor.setProperty("role", "field")
            editor.setAlignment(Qt.AlignmentFlag.AlignLeft)
            when.addLayout(slot, share)
        when.addStretch(3)
        self.body.addLayout(when)
        self.body.addWidget(self._kind)
        self.body.addWidget(self._refusal)
        told = self.tr(
            "The talk keeps its own day, and so do the 48 hours for the summary: "
            "they began when you got up from the table."
        )
        self.body.addWidget(SmallMuted(told))
        buttons = FlowLayout()
        buttons.addWidget(self._begin)
        buttons.addWidget(self._leave)
        self.body.addLayout(buttons)
        keep_prose_to_measure(self)

    def _connect(self) -> None:
        self._begin.clicked.connect(self._ask)
        self._time.returnPressed.connect(self._ask)
        self._leave.clicked.connect(self.hide)
        self._day.refused.connect(self._say)
        self._day.day_changed.connect(self._refusal.hide)

    def _ask(self) -> None:
        self._refusal.hide()
        if self._who is None or not self._day.flush():
            return
        kind = Kind(self._kind.key())
        answer = self._desk.do(
            conversations.type_in, self._who, kind, self._day.day(), self._time.text()
        )
        if answer.refusal is not None:
            self._refuse(answer.refusal)
        elif answer.done:
            self.hide()
            self.typed_in.emit(answer.value)

    def _refuse(self, refusal: Refusal) -> None:
        self._say(refusal.sentence)
        editor = self._time if refusal.field == "time" else self._day
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
