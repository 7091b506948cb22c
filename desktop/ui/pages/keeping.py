"""How long what is here of somebody is kept: until a day, archived, in one file, or deleted."""

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PersonId
from desktop.services import clock, people
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import PlainButton, changing
from desktop.ui.widgets.card import Card, ErrorLine
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.page import PageHeader, ScrollColumn, keep_prose_to_measure
from desktop.ui.widgets.text import Body

_WIDEST = 760
_LEFT = Qt.AlignmentFlag.AlignLeft


class AboutPerson(Protocol):
    """A ready-made panel about somebody; the private half is its own."""

    def show_person(self, who: PersonId) -> None:
        """Show somebody."""

    def as_widget(self) -> QWidget:
        """Return the panel, to be laid out."""


class KeepingPage(ScrollColumn):
    """Cards: a day to be asked on, the archive, everything in one file, a single thing, the bin."""

    person_chosen = Signal(str)
    archived = Signal()

    def __init__(self, desk: Desk, *panels: AboutPerson) -> None:
        """Build the page around the private panels; ``show_person`` says who it is about."""
        super().__init__()
        self._desk = desk
        self._panels = panels
        self._who: PersonId | None = None
        self._header = PageHeader("")
        self._back = PlainButton(self.tr("Back"))
        self._until = DateField(self.tr("Keep until"), desk.ask(clock.today))
        self._until.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._refusal = ErrorLine()
        self._until_words = Body()
        self._archive = PlainButton("")
        changing(self._archive)
        self._archive_words = Body()
        self._build()
        self._back.clicked.connect(self._go_back)
        self._until.day_changed.connect(self._set_until)
        self._until.refused.connect(self._refuse)
        self._archive.clicked.connect(self._turn)

    def show_person(self, who: PersonId) -> None:
        """Show what can be done with what is here of somebody."""
        self._who = who
        self._until.set_day(self._desk.ask(people.person, who).keep_until)
        self._refusal.hide()
        for panel in self._panels:
            panel.show_person(who)
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def leave(self) -> None:
        """Read nothing more about somebody who is on the way out."""
        self._who = None

    def refresh(self) -> None:
        """Read again how long somebody is kept; the date stays as it is being typed."""
        if self._who is None:
            return
        person = self._desk.ask(people.person, self._who)
        self._header.say(
            self.tr("What is kept about {name}").format(name=person.name),
            self.tr("Private does not mean beyond the law. Keep no more than helps them."),
        )
        self._until_words.setText(
            self.tr(
                "After {day} Today asks whether you still need it. Nothing goes by itself."
            ).format(day=dates.full_day(person.keep_until))
            if person.keep_until
            else self.tr("After this day, Today asks whether you still need it.")
        )
        away = person.archived is not None
        self._archive.setText(self.tr("Take back") if away else self.tr("Archive"))
        self._archive_words.setText(
            self.tr("Archived: out of the lists and of Today, and all of it is still here.")
            if away
            else self.tr("Out of the lists and of Today; all of it stays, and can be taken back.")
        )

    def _build(self) -> None:
        self._header.add(self._back)
        self.body.addWidget(self._header)
        until, archive = Card(self.tr("Keep until")), Card(self.tr("Archive"))
        until.body.addWidget(self._until_words)
        until.body.addWidget(self._until, 0, _LEFT)
        until.body.addWidget(self._refusal)
        self._refusal.hide()
        archive.body.addWidget(self._archive_words)
        archive.body.addWidget(self._archive, 0, _LEFT)
        for part in (until, archive, *(panel.as_widget() for panel in self._panels)):
            self.add_no_wider(part, 2 * _WIDEST)
            keep_prose_to_measure(part)
        self.body.addStretch(1)

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()

    def _set_until(self, day: date | None) -> None:
        self._refusal.hide()
        if self._who is not None:
            self._desk.do(people.keep_until, self._who, day)

    def _turn(self) -> None:
        if self._who is None:
            return
        away = self._desk.ask(people.person, self._who).archived is None
        if self._desk.do(people.archive, self._who, away=away).done and away:
            self.archived.emit()

    def _go_back(self) -> None:
        self.person_chosen.emit(self._who)
