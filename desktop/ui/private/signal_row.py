"""One signal in a row: what was noticed, what has come of it, and the next step in place."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import SignalId
from desktop.domain.private.signals import CameOf, Outcome
from desktop.domain.private.words import PrivateText
from desktop.services import cadences, clock
from desktop.services.private import signals
from desktop.services.private.signals import Noticed
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import LinkButton, SmallButton, changing
from desktop.ui.widgets.card import ErrorLine, Hairline
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import keep_prose_to_measure
from desktop.ui.widgets.text import Small, SmallMuted
from desktop.ui.widgets.wording import Run
from desktop.ui.wizard.signal_names import first_step, signal_name


class SmallLink(LinkButton):
    """A way out that stands in a row of its own kind."""

    role = "label"
    side_padding = 0
    top_padding = 2


class SignalRow(QWidget):
    """Keeps its fields for as long as its signal is on the list."""

    booking_asked = Signal(str)
    talk_asked = Signal(str)
    naming_asked = Signal(str, str)
    words_asked = Signal(str)

    def __init__(self, desk: PrivateDesk, *, named: bool) -> None:
        """``named`` says about whom it is: needed wherever several people are listed."""
        super().__init__()
        self._desk = desk
        self._is_named = named
        self._noticed: Noticed | None = None
        self._what = Small()
        self._words = SmallMuted()
        self._state = SmallMuted()
        self._book = SmallLink(self.tr("Book"))
        self._begin = SmallLink(self.tr("Begin now"))
        self._name_it = SmallLink(self.tr("Name it to them"))
        self._tighten = SmallLink(self.tr("Talk every month for now"))
        self._line = SmallLink(self.tr("Your words"))
        self._rest = SmallLink(self.tr("Set aside…"))
        self._back = SmallLink(self.tr("Bring back"))
        changing(self._book, self._begin, self._tighten, self._rest, self._back)
        self._aside = _WordOnWhy()
        self._build()
        self._connect()

    def tell(self, noticed: Noticed) -> None:
        """Say another state of it; a word that is being typed stays."""
        self._noticed = noticed
        signal, today = noticed.signal, self._desk.ask(clock.today)
        kind = signal_name(signal.kind)
        # Never broken over two lines.
        day = dates.unparted(dates.spoken_day(signal.noted.date(), today))
        lead = [Run(f"{noticed.person.name} ", "label_strong")] if self._is_named else []
        face = "label" if self._is_named else "label_strong"
        self._what.set_runs(*lead, Run(kind, face), Run(f"  {day}", ink="muted"))
        self._what.setToolTip(dates.full_day(signal.noted.date()))
        self._words.setText(signal.words.reveal().strip())
        self._words.setVisible(bool(signal.words))
        waits = noticed.outcome.waits
        state = first_step(signal.kind) if waits else said_outcome(noticed, today)
        self._state.setText(state)
        self._offer(noticed)
        for link in self._links():
            link.setAccessibleDescription(f"{noticed.person.name}, {kind}")

    def flush(self) -> None:
        """Set it aside if a word on why stands in the field already."""
        if not self._aside.isHidden() and self._aside.words():
            self._set_aside()

    def _offer(self, noticed: Noticed) -> None:
        waits, about_goals = noticed.outcome.waits, noticed.signal.kind.is_about_goals
        for link in (self._book, self._begin):
            link.setVisible(waits and not about_goals)
        self._name_it.setVisible(waits and about_goals)
        asks_for_more = waits and noticed.signal.kind.is_transition
        self._tighten.setVisible(asks_for_more and not self._is_tight(noticed))
        self._rest.setVisible(waits and self._aside.isHidden())
        self._line.setVisible(waits)
        self._back.setVisible(noticed.outcome.what is CameOf.SET_ASIDE)
        if not waits:
            self._aside.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addWidget(Hairline())
        for part in (self._what, self._words, self._state):
            column.addWidget(part)
        ways = FlowLayout(gap=14, row_gap=0)
        for link in self._links():
            ways.addWidget(link)
        column.addLayout(ways)
        column.addWidget(self._aside)
        keep_prose_to_measure(self)

    def _links(self) -> tuple[SmallLink, ...]:
        first = (self._book, self._begin, self._name_it, self._tighten)
        return (*first, self._line, self._rest, self._back)

    def _connect(self) -> None:
        self._book.clicked.connect(self._ask_to_book)
        self._begin.clicked.connect(self._ask_to_talk)
        self._name_it.clicked.connect(self._ask_to_name)
        self._tighten.clicked.connect(self._tighten_rhythm)
        self._line.clicked.connect(self._ask_for_words)
        self._rest.clicked.connect(self._open_aside)
        self._back.clicked.connect(self._bring_back)
        self._aside.said.connect(self._set_aside)

    def _which(self) -> SignalId:
        return self._noticed.signal.id if self._noticed else SignalId("")

    def _ask_to_book(self) -> None:
        if self._noticed is not None:
            self.booking_asked.emit(self._noticed.person.id)

    def _ask_to_talk(self) -> None:
        if self._noticed is not None:
            self.talk_asked.emit(self._noticed.person.id)

    def _ask_to_name(self) -> None:
        if self._noticed is not None:
            self.naming_asked.emit(self._noticed.person.id, self._noticed.signal.kind.value)

    def _is_tight(self, noticed: Noticed) -> bool:
        chosen = self._desk.ask(cadences.of_person, noticed.person.id)
        return chosen.is_in_transition(self._desk.ask(clock.today))

    def _tighten_rhythm(self) -> None:
        if self._noticed is not None:
            self._desk.do(cadences.tighten, self._noticed.person.id)

    def _ask_for_words(self) -> None:
        self.words_asked.emit(self._which())

    def _open_aside(self) -> None:
        self._aside.open_field()
        self._rest.hide()

    def _set_aside(self) -> None:
        because = PrivateText(self._aside.words())
        answer = self._desk.do(signals.set_aside, self._which(), because)
        if answer.refusal is not None:
            self._aside.refuse(answer.refusal.sentence)

    def _bring_back(self) -> None:
        self._desk.do(signals.bring_back, self._which())


class _WordOnWhy(QWidget):
    """A line that opens in place, for the word with which a signal is set aside."""

    said = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = self.tr("A word on why")
        self._field = LineField(words, placeholder=words)
        self._keep = SmallButton(self.tr("Set aside"))
        changing(self._keep)
        self._refusal = ErrorLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        row.addWidget(self._keep)
        column.addLayout(row)
        column.addWidget(self._refusal)
        self._field.returnPressed.connect(self.said)
        self._keep.clicked.connect(self.said)
        self._refusal.hide()
        self.hide()

    def open_field(self) -> None:
        """Show the empty line with the keyboard in it."""
        self._field.clear()
        self._refusal.hide()
        self.show()
        self._field.setFocus()

    def words(self) -> str:
        """Return what was typed, without outer spaces."""
        return self._field.text().strip()

    def refuse(self, sentence: str) -> None:
        """Say what is missing."""
        self._refusal.setText(sentence)
        self._refusal.show()


def said_outcome(noticed: Noticed, today: date) -> str:
    """Return what has come of a signal, in the words of the person's page."""
    came: Outcome = noticed.outcome
    day = dates.spoken_day(came.at.date(), today) if came.at else ""
    words = {
        CameOf.WAITS: first_step(noticed.signal.kind),
        CameOf.BOOKED: _tr("A conversation is booked: {day}"),
        CameOf.TALKED: _tr("You talked: {day}"),
        CameOf.GOALS_REVISED: _tr("The goals were revised: {day}"),
        CameOf.SET_ASIDE: _tr("Set aside {day}: {because}"),
    }[came.what]
    return words.format(day=day, because=noticed.signal.because.reveal().strip())


def _tr(words: str) -> str:
    return QCoreApplication.translate("Signals", words)
