"""The opportunities that are open, and those that are over; and a field to write one down."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.people import first_name
from desktop.domain.private.opportunities import Opportunity, OpportunityKind
from desktop.domain.private.unsaved import PrivateForm, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services import clock, people
from desktop.services.private import opportunities
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.private.half_typed import HalfTypedLine
from desktop.ui.widgets.beside import RegisterBeside
from desktop.ui.widgets.buttons import PlainButton, changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.nav import NavEntry, NavList
from desktop.ui.widgets.text import Small, SmallStrong


class OpportunityList(RegisterBeside):
    """Chooses one; a new one is chosen as soon as it is written down."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        super().__init__("", padding=20)
        self._desk = desk
        self._chosen = ""
        self._new = LineField(
            self.tr("A new opportunity"), placeholder=self.tr("An opening, a project, a budget…")
        )
        self._half_typed = HalfTypedLine(desk, PrivateForm.NEW_OPPORTUNITY, self._new)
        self._half_typed.open("")
        self._add = PlainButton(self.tr("Write it down"))
        changing(self._add)
        self._refusal = ErrorLine()
        self._empty = Small()
        self._empty.keep_to_measure()
        self._open = NavList(self.tr("Open"))
        self._over = NavList(self.tr("Over"))
        self._over_heading = SmallStrong(self.tr("Over"))
        self._build()
        self._new.returnPressed.connect(self._write_down)
        self._add.clicked.connect(self._write_down)
        self._open.chosen.connect(self._choose)
        self._over.chosen.connect(self._choose)

    def refresh(self) -> None:
        """Read the register again."""
        found, today = self._desk.ask(opportunities.register), self._desk.ask(clock.today)
        open_now = [o for o in found if not o.is_over(today)]
        over = [o for o in found if o.is_over(today)]
        self._open.set_entries([self._entry(o, today) for o in open_now])
        self._over.set_entries([self._entry(o, today) for o in over])
        for part in (self._over_heading, self._over):
            part.setVisible(bool(over))
        self._empty.setVisible(not found)
        self._mark()

    def flush(self) -> bool:
        """Keep a new one that is being typed; return whether it is kept."""
        return self._half_typed.flush()

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return a new one that could not be kept; for the sealed draft."""
        return self._half_typed.unsaved()

    def choose(self, which: str) -> None:
        """Mark the one that is shown beside the list."""
        self._chosen = which
        self._mark()

    def first(self) -> str:
        """Return the one that ends soonest, or nothing."""
        today = self._desk.ask(clock.today)
        found = self._desk.ask(opportunities.register)
        return next((o.id for o in found if not o.is_over(today)), "")

    def _build(self) -> None:
        self.set_label(self.tr("Opportunities, private"))
        self._empty.setText(
            self.tr(
                "What is really open around you: a role, a project to lead, a budget, a forum to "
                "speak in. Beside each, whose direction it would serve. You meet it again while "
                "you prepare, and in the Gap stage, never before they have said what they want."
            )
        )
        for part in (self._new, self._add, self._refusal, self._empty):
            self.body.addWidget(part)
        self.body.setAlignment(self._add, Qt.AlignmentFlag.AlignLeft)
        self.body.setSpacing(spacing.GRID)
        self._refusal.hide()
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, spacing.GRID, 0, 0)
        column.setSpacing(4)
        for row in (self._open, self._over_heading, self._over):
            column.addWidget(row)
        self.body.addWidget(lists)
        self.body.addStretch(1)

    def _entry(self, which: Opportunity, today: date) -> NavEntry:
        served = [s.person for s in which.serves if s.kept is None]
        names = ", ".join(first_name(self._desk.ask(people.person, p).name) for p in served)
        words = " ".join(which.what.reveal().split())
        told = filter(None, (words, names, said_until(which, today)))
        return NavEntry(which.id, " · ".join(told))

    def _write_down(self) -> None:
        answer = self._desk.do(opportunities.add, PrivateText(self._new.text().strip()))
        self._refusal.setText(answer.refusal.sentence if answer.refusal else "")
        self._refusal.setVisible(answer.refusal is not None)
        if answer.done:
            self._half_typed.forget()
            self.refresh()
            self._choose(answer.value)

    def _choose(self, which: str) -> None:
        self.choose(which)
        self.chosen.emit(which)

    def _mark(self) -> None:
        self._open.choose(self._chosen)
        self._over.choose(self._chosen)


def said_until(which: Opportunity, today: date) -> str:
    """Return "until 15 January" or that it is over; nothing where it has no end."""
    if which.closed is not None:
        return _tr("closed {day}").format(day=dates.spoken_day(which.closed, today))
    if which.by is None:
        return ""
    words = _tr("until {day}") if which.by >= today else _tr("was open until {day}")
    return words.format(day=dates.spoken_day(which.by, today))


def kind_name(kind: OpportunityKind) -> str:
    """Return what is open, in a word."""
    return {
        OpportunityKind.OPENING: _tr("Opening"),
        OpportunityKind.PROJECT: _tr("Project"),
        OpportunityKind.BUDGET: _tr("Budget"),
        OpportunityKind.FORUM: _tr("Forum"),
    }[kind]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Opportunities", text)
