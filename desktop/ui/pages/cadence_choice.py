"""How often to talk with one person, in their details: a rhythm, and a pause with an end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.cadence import Cadence, PauseReason, Rhythm
from desktop.domain.ids import PersonId
from desktop.services import cadences, clock
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import EdgeLink, changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.text import SmallMuted, SmallStrong

_NO_PAUSE = ""


class CadenceChoice(QWidget):
    """Every press is kept at once; a pause only with the day on which it ends."""

    def __init__(self, desk: Desk) -> None:
        """Wait for a person."""
        super().__init__()
        self._desk = desk
        self._who: PersonId | None = None
        self._rhythm = Choice(
            self.tr("How often"),
            [
                (Rhythm.AS_FOR_ALL, self.tr("As with everybody")),
                (Rhythm.QUARTER, self.tr("Every quarter")),
                (Rhythm.TWO_MONTHS, self.tr("Every two months")),
                (Rhythm.MONTH, self.tr("Every month")),
            ],
        )
        self._transition = SmallMuted()
        self._tighten = EdgeLink(self.tr("In transition: every month for now"))
        self._settle = EdgeLink(self.tr("The transition is over"))
        changing(self._tighten, self._settle)
        self._pause = Choice(
            self.tr("Pause"),
            [
                (_NO_PAUSE, self.tr("No pause")),
                (PauseReason.LEAVE, self.tr("On leave")),
                (PauseReason.LENT, self.tr("Lent to another team")),
                (PauseReason.AGREED, self.tr("Agreed between us")),
            ],
        )
        self._until = DateField(self.tr("Pause until"), desk.ask(clock.today))
        self._refusal = ErrorLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        heading = SmallStrong(self.tr("Full conversations, and a pause"))
        for part in (heading, self._rhythm, self._transition):
            column.addWidget(part)
        for link in (self._tighten, self._settle):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        for below in (self._pause, self._until, self._refusal):
            column.addWidget(below)
        column.setAlignment(self._until, Qt.AlignmentFlag.AlignLeft)
        self._rhythm.chosen.connect(self._choose)
        self._tighten.clicked.connect(self._begin_transition)
        self._settle.clicked.connect(self._end_transition)
        self._pause.chosen.connect(self._turn_pause)
        self._until.day_changed.connect(self._keep_pause)
        self._until.refused.connect(self._say)

    def show_person(self, who: PersonId) -> None:
        """Show what was chosen for somebody."""
        self._who = who
        chosen = self._desk.ask(cadences.of_person, who)
        on = chosen.pause if chosen.is_paused(self._desk.ask(clock.today)) else None
        self._rhythm.choose(chosen.rhythm)
        self._tell_transition(chosen)
        self._pause.choose(on.reason if on else _NO_PAUSE)
        self._until.set_day(on.until if on else None)
        self._until.setVisible(on is not None)
        self._refusal.hide()

    def _tell_transition(self, chosen: Cadence) -> None:
        today = self._desk.ask(clock.today)
        last = chosen.transition if chosen.is_in_transition(today) else None
        if last is not None:
            words = self.tr("In transition: every month until {day}, then as before.")
            self._transition.setText(words.format(day=dates.spoken_day(last, today)))
        self._transition.setVisible(last is not None)
        self._settle.setVisible(last is not None)
        self._tighten.setVisible(last is None)

    def _begin_transition(self) -> None:
        if self._who is not None:
            self._desk.do(cadences.tighten, self._who)
            self._tell_transition(self._desk.ask(cadences.of_person, self._who))

    def _end_transition(self) -> None:
        if self._who is not None:
            self._desk.do(cadences.settle, self._who)
            self._tell_transition(self._desk.ask(cadences.of_person, self._who))

    def _choose(self, rhythm: str) -> None:
        if self._who is not None:
            self._desk.do(cadences.choose, self._who, Rhythm(rhythm))

    def _turn_pause(self, reason: str) -> None:
        self._until.setVisible(bool(reason))
        self._refusal.hide()
        if self._who is not None and not reason:
            self._desk.do(cadences.resume, self._who)
        elif self._until.day() is not None:
            self._keep_pause()
        else:
            self._until.setFocus()

    def _keep_pause(self) -> None:
        reason = self._pause.key()
        if self._who is None or not reason:
            return
        answer = self._desk.do(cadences.pause, self._who, PauseReason(reason), self._until.day())
        self._say(answer.refusal.sentence if answer.refusal else "")

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
