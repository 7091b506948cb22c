"""What else is known about a person, written on their page; every pause in typing is saved."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Relation
from desktop.domain.shared.unsaved import SharedPlace, UnsavedWords
from desktop.services import clock, people
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.pages.cadence_choice import CadenceChoice
from desktop.ui.pages.columns import Columns
from desktop.ui.widgets.autosave import Autosave
from desktop.ui.widgets.buttons import LinkButton, PlainButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.flow_layout import FlowLayout

_RELATIONS = tuple(Relation)


class LabelledLine(Field):
    """One line to fill in, with its name above and a refusal beneath."""

    def __init__(self, label: str) -> None:
        """Begin empty."""
        line = LineField(label)
        super().__init__(label, line)
        self.line = line

    def words(self) -> str:
        """Return what is written, without outer and doubled spaces."""
        return " ".join(self.line.text().split())


class PersonDetails(Card):
    """A card that opens in place; what a rule refuses stays in its field, all else is kept."""

    hand_over_asked = Signal()
    closed = Signal()
    """The manager has put the card away."""
    keeping_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        """Begin closed."""
        super().__init__(self.tr("Details"))
        self._desk = desk
        self._who: PersonId | None = None
        self._is_all_saved = True
        self._is_in_trouble = False
        self._lines = {
            "name": LabelledLine(self.tr("Name")),
            "pronouns": LabelledLine(self.tr("Pronouns")),
            "said": LabelledLine(self.tr("How the name is said")),
            "role": LabelledLine(self.tr("Role")),
            "team": LabelledLine(self.tr("Team")),
            "email": LabelledLine(self.tr("E-mail")),
        }
        self._since = DateField(self.tr("Since"), desk.ask(clock.today), past=True)
        self._relation = QButtonGroup(self)
        self._stand = Field(self.tr("Relation, and since when"), self._choices())
        self._cadence = CadenceChoice(desk)
        self._done = PlainButton(self.tr("Done"), shortcut="Esc")
        self._hand_over = LinkButton(self.tr("Hand over to somebody else…"))
        self._keeping = LinkButton(self.tr("Keep, archive or delete…"))
        self._autosave = Autosave(self)
        self._build()
        self._connect()
        self.hide()

    def open_panel(self, who: PersonId) -> None:
        """Show what is known about somebody, ready to be typed into."""
        self._fill(self._desk.ask(people.person, who))
        self._who = who
        self._cadence.show_person(who)
        self.show()
        self._lines["role"].setFocus()

    def finish(self) -> None:
        """Put the card away if all of it could be saved."""
        if self.flush():
            self.close_panel()
            self.closed.emit()

    def close_panel(self) -> None:
        """Put the card away, and with it whatever was refused; save before."""
        self._who = None
        self._is_all_saved = True
        self._is_in_trouble = False
        self.hide()

    def flush(self) -> bool:
        """Save what is pending and name what is refused; return whether all of it is saved."""
        self._autosave.flush()
        if not self._is_all_saved:
            self._keep_what_is_proper(name_every_refusal=True)
        return self._since.flush() and self._is_all_saved

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return the lines that the disk refused; what a rule refuses stays in its field."""
        if self._who is None or not self._is_in_trouble:
            return ()
        known = self._desk.ask(people.person, self._who)
        return tuple(
            UnsavedWords(SharedPlace.PARTICULAR, (self._who, particular), field.words())
            for particular, field in self._lines.items()
            if field.words() != getattr(known, particular)
        )

    def _build(self) -> None:
        self.body.setSpacing(2 * spacing.GRID)
        self.body.addWidget(_side_by_side(self._lines["name"], self._lines["said"]))
        self.body.addWidget(_side_by_side(self._lines["pronouns"], self._lines["email"]))
        self.body.addWidget(_side_by_side(self._lines["role"], self._lines["team"]))
        self.body.addWidget(self._stand)
        self.body.addWidget(self._cadence)
        ways = QWidget()
        row = FlowLayout(ways)
        for button in (self._done, self._hand_over, self._keeping):
            row.addWidget(button)
        self.body.addWidget(ways)

    def _choices(self) -> QWidget:
        words = (self.tr("Reports to you"), self.tr("Mentee"), self.tr("Skip-level"))
        choices = QWidget()
        row = FlowLayout(choices)
        for number, text in enumerate(words):
            chip = Chip(text)
            self._relation.addButton(chip, number)
            row.addWidget(chip)
        row.addWidget(self._since)
        return choices

    def _connect(self) -> None:
        for field in self._lines.values():
            field.line.textEdited.connect(self._note_change)
            field.line.editingFinished.connect(self.flush)
        self._autosave.due.connect(self._save)
        self._since.day_changed.connect(self._save)
        self._since.day_changed.connect(self._stand.accept)
        self._since.refused.connect(self._stand.refuse)
        self._relation.idClicked.connect(self._save)
        self._done.clicked.connect(self.finish)
        self._hand_over.clicked.connect(self.hand_over_asked)
        self._keeping.clicked.connect(self.keeping_asked)

    def _note_change(self) -> None:
        self._is_all_saved = False
        self._autosave.touch()

    def _fill(self, person: Person) -> None:
        for particular, field in self._lines.items():
            field.line.setText(getattr(person, particular))
            field.accept()
        self._since.set_day(person.since)
        self._stand.accept()
        self._relation.button(_RELATIONS.index(person.relation)).setChecked(True)

    def _typed(self, person: Person) -> Person:
        """Return the person as the fields describe them."""
        return replace(
            person,
            name=self._lines["name"].words(),
            pronouns=self._lines["pronouns"].words(),
            said=self._lines["said"].words(),
            role=self._lines["role"].words(),
            team=self._lines["team"].words(),
            email=self._lines["email"].words(),
            relation=_RELATIONS[self._relation.checkedId()],
            since=self._since.day(),
        )

    def _save(self) -> None:
        self._keep_what_is_proper(name_every_refusal=False)

    def _keep_what_is_proper(self, *, name_every_refusal: bool) -> None:
        if self._who is None:
            return
        known = self._desk.ask(people.person, self._who)
        refused = self._describe(known, self._typed(known))
        self._is_all_saved = refused == {}
        self._is_in_trouble = refused is None
        self._name_refusals(refused or {}, every=name_every_refusal)

    def _describe(self, known: Person, wanted: Person) -> dict[str, str] | None:
        """Save all but what is refused; return the refusals by particular, or None in trouble."""
        refused: dict[str, str] = {}
        while wanted != known:
            answer = self._desk.do(people.describe, wanted)
            if answer.refusal is None:
                return refused if answer.done else None
            particular = answer.refusal.field
            refused[particular] = answer.refusal.sentence
            wanted = replace(wanted, **{particular: getattr(known, particular)})
        return refused

    def _name_refusals(self, refused: dict[str, str], *, every: bool) -> None:
        # An address that is still being typed is not called wrong before the keyboard has left it.
        for particular, field in self._lines.items():
            if particular not in refused:
                field.accept()
            elif every or not field.line.hasFocus():
                field.refuse(refused[particular])


def _side_by_side(left: QWidget, right: QWidget) -> QWidget:
    pair = QWidget()
    columns = Columns(pair, room=260, shares=(1, 1))
    columns.addWidget(left)
    columns.addWidget(right)
    return pair
