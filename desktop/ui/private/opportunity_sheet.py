"""One opportunity: what it is, until when, what limits it, and whose direction it would serve."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import KeptId, OpportunityId, PersonId
from desktop.domain.people import Person, first_name
from desktop.domain.private.kept import Kept
from desktop.domain.private.opportunities import Opportunity, OpportunityKind, Serves
from desktop.domain.private.unsaved import PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.domain.shortened import shortened
from desktop.services import clock, people
from desktop.services.private import bin as rubbish
from desktop.services.private import opportunities
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import spacing
from desktop.ui.private.kept_words import keeping_name
from desktop.ui.private.opportunity_list import kind_name, said_until
from desktop.ui.widgets.beside import OpportunityBeside
from desktop.ui.widgets.boxed_editor import BoxedEditor
from desktop.ui.widgets.buttons import LinkButton, changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted, SmallStrong

_MOST = 6
_LONGEST = 110


class OpportunitySheet(OpportunityBeside):
    """Keeps every change as it is made; what is being typed is never read over."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_opportunity``."""
        super().__init__("", padding=20)
        self._desk = desk
        self._which: OpportunityId | None = None
        self._saved = ("", "")
        self._is_unsaved = False
        self._people: list[_Served] = []
        self._kind = Choice(self.tr("Kind"), [(k.value, kind_name(k)) for k in OpportunityKind])
        self._what = BoxedEditor(self.tr("What is open"))
        self._limits = BoxedEditor(self.tr("What limits it"))
        self._by = DateField(self.tr("Open until"), desk.ask(clock.today))
        self._refusal = ErrorLine()
        self._standing = SmallMuted()
        self._close = LinkButton("")
        self._delete = LinkButton(self.tr("Put it into the bin"))
        changing(self._delete)
        self._served = QVBoxLayout()
        self._build()
        self._connect()
        self.hide()

    def show_opportunity(self, which: str) -> None:
        """Show another one; flush first."""
        self._which = OpportunityId(which) if which else None
        self._is_unsaved = False
        self._refusal.hide()
        found = self._found()
        self.setVisible(found is not None)
        if found is not None:
            self._show_words(found)
            self.refresh()

    def refresh(self) -> None:
        """Read again all but what is being written."""
        found = self._found()
        if found is None:
            return
        today = self._desk.ask(clock.today)
        self._kind.choose(found.kind.value)
        if not self._by.hasFocus() and self._by.is_readable():
            self._by.set_day(found.by)
        self._standing.setText(said_until(found, today))
        self._standing.setVisible(found.is_over(today))
        closed = found.closed is not None
        self._close.setText(self.tr("Open again") if closed else self.tr("Close it"))
        self._show_people(found)

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        for editor in (self._what, self._limits):
            editor.flush()
        if self._is_unsaved:
            self._keep()
        self._by.flush()
        return not self._is_unsaved

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the words that could not be saved; for the sealed draft."""
        if self._which is None or not self._is_unsaved:
            return ()
        return tuple(
            UnsavedNote(PrivatePlace.OPPORTUNITY, (self._which, part), PrivateText(editor.text()))
            for part, editor in (("what", self._what), ("limits", self._limits))
        )

    def _build(self) -> None:
        self.set_label(self.tr("This opportunity, private"))
        self.body.setSpacing(6)
        for label, part in (
            (self.tr("What is open"), self._what),
            ("", self._kind),
            (self.tr("What limits it: who decides, money, headcount, timing"), self._limits),
            (self.tr("Open until"), self._by),
        ):
            if label:
                self.body.addSpacing(4)
                self.body.addWidget(SmallStrong(label))
            self.body.addWidget(part)
        self.body.setAlignment(self._by, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._refusal)
        self.body.addSpacing(spacing.GRID)
        self.body.addWidget(SmallStrong(self.tr("Whose direction would it serve?")))
        self._served.setSpacing(4)
        self.body.addLayout(self._served)
        self.body.addSpacing(spacing.GRID)
        self.body.addWidget(self._standing)
        ways = FlowLayout(gap=14)
        ways.addWidget(self._close)
        ways.addWidget(self._delete)
        self.body.addLayout(ways)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for editor in (self._what, self._limits):
            editor.edited.connect(self._keep)
        self._kind.chosen.connect(self._classify)
        self._by.day_changed.connect(self._date)
        self._by.refused.connect(self._refuse)
        self._close.clicked.connect(self._turn)
        self._delete.clicked.connect(self._put_into_bin)

    def _show_words(self, found: Opportunity) -> None:
        self._saved = (found.what.reveal(), found.limits.reveal())
        for editor, words in zip((self._what, self._limits), self._saved, strict=True):
            editor.set_text(words)
        self._by.set_day(found.by)

    def _show_people(self, found: Opportunity) -> None:
        everybody = self._desk.ask(people.everybody)
        while len(self._people) < len(everybody):
            made = _Served()
            made.marked.connect(self._mark)
            self._people.append(made)
            self._served.addWidget(made)
        for number, row in enumerate(self._people):
            row.setVisible(number < len(everybody))
            if number < len(everybody):
                person = everybody[number]
                kept = self._desk.ask(opportunities.directions, person.id)
                row.tell(person, kept[:_MOST], found.serves)

    def _keep(self) -> None:
        words = (self._what.text(), self._limits.text())
        if self._which is None or (words == self._saved and not self._is_unsaved):
            return
        what, limits = (PrivateText(text.strip()) for text in words)
        answer = self._desk.do(opportunities.word, self._which, what, limits)
        self._refuse(answer.refusal.sentence if answer.refusal else "")
        self._is_unsaved = not answer.done and answer.refusal is None
        if answer.done:
            self._saved = words

    def _classify(self, kind: str) -> None:
        if self._which is not None:
            self._desk.do(opportunities.classify, self._which, OpportunityKind(kind))

    def _date(self, by: date | None) -> None:
        if self._which is not None:
            self._refuse("")
            self._desk.do(opportunities.date_it, self._which, by)

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def _turn(self) -> None:
        found = self._found()
        if found is not None and self.flush():
            self._desk.do(opportunities.close, found.id, closed=found.closed is None)

    def _put_into_bin(self) -> None:
        found = self._found()
        if found is None or not self.flush():
            return
        self._which = None
        self._desk.do(rubbish.delete_opportunity, found.id)
        self.deleted.emit()

    def _mark(self, person: str, kept: str, on: bool) -> None:
        if self._which is not None:
            served = Serves(PersonId(person), KeptId(kept) if kept else None)
            self._desk.do(opportunities.mark, self._which, served, on=on)

    def _found(self) -> Opportunity | None:
        found = self._desk.ask(opportunities.register)
        return next((o for o in found if o.id == self._which), None)


class _Served(QWidget):
    """A person to mark; once marked, what was kept of where they want to go."""

    marked = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._person = PersonId("")
        self._chip = Chip("")
        self._lines: list[_Direction] = []
        self._none = SmallMuted()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = FlowLayout()
        row.addWidget(self._chip)
        row.addWidget(self._none)
        column.addLayout(row)
        self._column = column
        self._chip.clicked.connect(self._tell)

    def tell(self, person: Person, kept: tuple[Kept, ...], serves: tuple[Serves, ...]) -> None:
        """Show a person and which of their directions are marked."""
        self._person = person.id
        name = first_name(person.name)
        is_marked = Serves(person.id) in serves
        self._chip.setText(person.name)
        self._chip.setChecked(is_marked)
        self._none.setText(self.tr("No goal or interest kept yet"))
        self._none.setVisible(is_marked and not kept)
        while len(self._lines) < len(kept):
            line = _Direction()
            line.turned.connect(self._tell_kept)
            self._lines.append(line)
            self._column.addWidget(line)
        for number, line in enumerate(self._lines):
            is_shown = is_marked and number < len(kept)
            line.setVisible(is_shown)
            if is_shown:
                of = kept[number]
                line.tell(of, name, is_marked=Serves(person.id, of.id) in serves)

    def _tell(self) -> None:
        self.marked.emit(self._person, "", self._chip.isChecked())

    def _tell_kept(self, kept: str, on: bool) -> None:
        self.marked.emit(self._person, kept, on)


class _Direction(QWidget):
    """One goal or interest to tick."""

    turned = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._kept = ""
        self._tick = Tick("", steps_back=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 0, 0)
        column.addWidget(self._tick)
        self._tick.clicked.connect(self._tell)

    def tell(self, kept: Kept, name: str, *, is_marked: bool) -> None:
        """Show what was kept."""
        self._kept = kept.id
        words = shortened(kept.words.reveal(), _LONGEST)
        told = self.tr("{what}: {words}")
        self._tick.say(told.format(what=keeping_name(kept.keeping, name), words=words))
        self._tick.setChecked(is_marked)

    def _tell(self) -> None:
        self.turned.emit(self._kept, self._tick.isChecked())
