"""Saying by heart where somebody wants to be in three years: it asks, waits, then shows (W4)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.people import Person, first_name
from desktop.domain.private.recall import Came
from desktop.domain.private.unsaved import PrivateForm, UnsavedNote
from desktop.services import clock, people
from desktop.services.private import recall
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.private.half_typed import HalfTypedLine
from desktop.ui.widgets.beside import RecallBeside, RecallOfferBeside
from desktop.ui.widgets.buttons import MinorButton, PlainButton, QuietButton
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Body, Quote, SmallMuted


class RecallPanel(RecallBeside):
    """Nothing of the answer is on the screen before it is asked for."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``refresh``."""
        super().__init__("", padding=20)
        self.set_label(self.tr("Can you say it by heart? Private"))
        self._desk = desk
        self._person: Person | None = None
        self._question = Body()
        self._field = LineField(
            self.tr("What you remember"), placeholder=self.tr("Say it aloud, or write it here")
        )
        self._half_typed = HalfTypedLine(desk, PrivateForm.RECALL, self._field)
        self._show = PlainButton(self.tr("Now show me"))
        self._other = QuietButton(self.tr("Somebody else"))
        self._shown = _Shown()
        self._last = SmallMuted()
        self._asking = QWidget()
        self._build()
        self._show.clicked.connect(self._reveal)
        self._other.clicked.connect(self._ask_another)
        self._field.returnPressed.connect(self._reveal)
        self._shown.judged.connect(self._note)

    def _build(self) -> None:
        buttons = FlowLayout(gap=spacing.GRID)
        buttons.addWidget(self._show)
        buttons.addWidget(self._other)
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID)
        column.addWidget(self._field)
        column.addLayout(buttons)
        self.body.setSpacing(spacing.GRID)
        for part in (self._question, self._asking, self._shown, self._last):
            self.body.addWidget(part)

    def begin(self) -> None:
        """Ask about whoever's turn it is, with the keyboard where it is answered; flush first."""
        self._ask_next()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_next(self) -> None:
        self._ask_about(self._desk.ask(recall.whose_turn))

    def refresh(self) -> None:
        """Read again all but what is being written; somebody who has gone is asked for no more."""
        known = {person.id for person in self._desk.ask(people.everybody)}
        if self._person is None or self._person.id not in known:
            self._ask_next()
        self._say_last()

    def flush(self) -> bool:
        """Keep what is being typed; return whether it is kept."""
        return self._half_typed.flush()

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the words that could not be kept; for the sealed draft."""
        return self._half_typed.unsaved()

    def _ask_about(self, person: Person | None) -> None:
        self._person = person
        self._half_typed.open(person.id if person else "")
        self._asking.setVisible(person is not None)
        self._shown.hide()
        if person is None:
            self._question.setText(
                self.tr("Once somebody has told you where they want to be, you are asked here.")
            )
            return
        words = self.tr("Where does {name} want to be in three years?")
        self._question.setText(words.format(name=first_name(person.name)))
        self._say_last()

    def _ask_another(self) -> None:
        if self._person is not None and self._half_typed.flush():
            other = self._desk.ask(recall.whose_turn, self._person.id)
            self._ask_about(other or self._person)
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self) -> None:
        if self._person is None or not self._half_typed.flush():
            return
        found = self._desk.ask(recall.wanted, self._person.id)
        if found is None:
            self._ask_next()
            return
        words = "\n".join(part.reveal().strip() for part in found.words)
        day = dates.spoken_day(found.on, self._desk.ask(clock.today))
        self._shown.tell(words, self.tr("In their words, {day}").format(day=day))

    def _note(self, came: str) -> None:
        if self._person is None:
            return
        who = self._person.id
        if self._desk.do(recall.note, who, Came(came)).done:
            self._half_typed.forget()
            self._ask_about(self._desk.ask(recall.whose_turn, who) or self._person)
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_last(self) -> None:
        words = self._last_words(self._person.id) if self._person else ""
        self._last.setText(words)
        self._last.setVisible(bool(words))

    def _last_words(self, who: PersonId) -> str:
        last = self._desk.ask(recall.latest).get(who)
        if last is None:
            return ""
        words = {
            Came.AS_SAID: self.tr("Last time, {day}: as it was said."),
            Came.IN_PART: self.tr("Last time, {day}: in part."),
            Came.OTHERWISE: self.tr("Last time, {day}: otherwise than it was said."),
        }[last.came]
        return words.format(day=dates.spoken_day(last.on, self._desk.ask(clock.today)))


class _Shown(QWidget):
    """What was said, beside what was remembered; the manager alone says how it came back."""

    judged = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words = Quote()
        self._when = SmallMuted()
        self._buttons = {
            Came.AS_SAID: MinorButton(self.tr("As I said")),
            Came.IN_PART: MinorButton(self.tr("I had part of it")),
            Came.OTHERWISE: MinorButton(self.tr("I had it otherwise")),
        }
        row = FlowLayout(gap=spacing.GRID)
        for button in self._buttons.values():
            row.addWidget(button)
            button.clicked.connect(self._judge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID)
        column.addWidget(self._words)
        column.addWidget(self._when)
        column.addLayout(row)
        self.hide()

    def tell(self, words: str, when: str) -> None:
        self._words.setText(words)
        self._when.setText(when)
        self.show()
        self._buttons[Came.AS_SAID].setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        pressed = next(came for came, button in self._buttons.items() if button is self.sender())
        self.judged.emit(pressed.value)


class RecallOffer(RecallOfferBeside):
    """Once a week, on Today; hidden while there is nobody to ask about."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        super().__init__("")
        self.set_label(self.tr("Two minutes by heart, private"))
        self._desk = desk
        self._words = Body()
        self._begin = MinorButton(self.tr("Try it"))
        self.body.addWidget(self._words)
        self.body.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._begin.clicked.connect(self.recall_asked)
        self.hide()

    def refresh(self) -> None:
        """Look whether there is something to offer now."""
        turn = self._desk.ask(recall.whose_turn) if self._desk.ask(recall.is_due) else None
        if turn is not None:
            words = self.tr("Where does {name} want to be in three years?")
            self._words.setText(words.format(name=first_name(turn.name)))
        self.setVisible(turn is not None)
