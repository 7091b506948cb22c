"""The private notes about a person, and the field in which their words are found again."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.marked_text import without_signs
from desktop.domain.people import first_name
from desktop.domain.private.notes import Note, Passage, title
from desktop.domain.private.words import PrivateText
from desktop.domain.shortened import shortened
from desktop.services import clock, people
from desktop.services.private import notes
from desktop.ui import look
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.beside import NoteListBeside
from desktop.ui.widgets.buttons import LinkButton, PlainButton, changing
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Small, SmallMuted
from desktop.ui.widgets.wording import Run

_AT_FIRST = 30
"""Notes that are shown before more are asked for; older ones are found by their words too."""

_LONGEST = 90
_LONGEST_PASSAGE = 200
_BETWEEN = "\x02"
"""Stands in no note: the storage takes it out."""


class NoteList(NoteListBeside):
    """Chooses a note; while something is looked for, the passages where it stands."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; ``show_person`` says about whom."""
        super().__init__("", padding=20)
        self._desk = desk
        self._who: PersonId | None = None
        self._chosen = ""
        self._rows: list[NoteRow] = []
        self._search = LineField(
            self.tr("Find in private notes"), placeholder=self.tr("Find words, or “a phrase”")
        )
        self._everybody = Tick(self.tr("In the notes about everybody"), steps_back=False)
        self._search.looks_only = self._everybody.looks_only = True
        self._new = PlainButton(self.tr("Write a note"))
        changing(self._new)
        self._nothing = Small()
        self._more = LinkButton(self.tr("Show more"))
        self._cut = SmallMuted(self.tr("The latest fifty. More words find fewer."))
        self._most = _AT_FIRST
        self._build()
        self._search.textChanged.connect(self.refresh)
        self._everybody.toggled.connect(self.refresh)
        self._new.clicked.connect(self.writing_asked)
        self._more.clicked.connect(self._show_more)

    def show_person(self, who: PersonId) -> None:
        """Show the notes about somebody; what was looked for before is forgotten."""
        if who != self._who:
            self._search.clear()
            self._everybody.setChecked(False)
            self._most = _AT_FIRST
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read the notes again, or look for the same words again."""
        if self._who is None:
            return
        typed = PrivateText(self._search.text())
        if typed:
            whose = None if self._everybody.isChecked() else self._who
            self._show_found(self._desk.ask(notes.find, typed, whose))
        else:
            self._show_all(self._desk.ask(notes.of_person, self._who, self._most + 1))
        self._everybody.setVisible(bool(typed))
        self.choose(self._chosen)

    def choose(self, which: str) -> None:
        """Mark the note that is shown beside the list."""
        self._chosen = which
        for row in self._rows:
            row.mark(row.key == which)

    def first(self) -> str:
        """Return the first note of somebody, or nothing."""
        found = self._desk.ask(notes.of_person, self._who, 1) if self._who else ()
        return found[0].id if found else ""

    def _build(self) -> None:
        self.set_label(self.tr("Private notes, never leave this vault"))
        self.body.setSpacing(spacing.GRID)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.body.addWidget(self._search)
        self.body.addWidget(self._everybody)
        self.body.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._nothing, self._list, self._cut):
            self.body.addWidget(part)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _show_all(self, found: tuple[Note, ...]) -> None:
        today = self._desk.ask(clock.today)
        untitled = self.tr("Nothing written")
        told = [(note, (Run(_short(title(note)) or untitled),)) for note in found[: self._most]]
        self._show(told, today)
        who = self._desk.ask(people.person, self._who) if self._who else None
        words = self.tr(
            "Nothing noted about {name} outside a conversation yet. Write what you would like to "
            "remember: free words, dated, for you alone. Write as if they may read it one day."
        )
        self._say_nothing("" if found else words.format(name=first_name(who.name) if who else ""))
        self._more.setVisible(len(found) > self._most)
        self._cut.hide()

    def _show_found(self, found: tuple[Passage, ...]) -> None:
        today = self._desk.ask(clock.today)
        self._show([(passage.note, _marked(passage)) for passage in found], today)
        self._say_nothing("" if found else self.tr("No note with these words."))
        self._more.hide()
        self._cut.setVisible(len(found) == notes.FOUND_AT_MOST)

    def _show(self, found: Sequence[tuple[Note, tuple[Run, ...]]], today: date) -> None:
        while len(self._rows) < len(found):
            row = NoteRow()
            row.pressed_as.connect(self.chosen)
            self._rows.append(row)
            self._column.addWidget(row)
        names = self._names() if self._everybody.isChecked() and self._search.text() else {}
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(found))
            if number < len(found):
                note, runs = found[number]
                row.tell(note.id, runs, self._when(note, today, names.get(note.person, "")))
            else:
                row.tell("", (), "")

    def _show_more(self) -> None:
        self._most += _AT_FIRST
        self.refresh()

    def _names(self) -> dict[PersonId, str]:
        known = (*self._desk.ask(people.everybody), *self._desk.ask(people.archived))
        return {person.id: person.name for person in known}

    def _when(self, note: Note, today: date, name: str) -> str:
        pinned = self.tr("pinned") if note.pinned else ""
        tags = ", ".join(tag.reveal() for tag in note.tags)
        return " · ".join(filter(None, (name, dates.spoken_day(note.on, today), pinned, tags)))

    def _say_nothing(self, words: str) -> None:
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))


class NoteRow(QAbstractButton):
    """One note: its first line or the passage that was found, and when."""

    pressed_as = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self.key = ""
        self._is_chosen = False
        self._words = Small()
        self._when = SmallMuted()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 7)
        column.setSpacing(1)
        for label in (self._words, self._when):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.clicked.connect(self._announce)

    def tell(self, key: str, runs: tuple[Run, ...], when: str) -> None:
        """Show another note; nothing stays of the one before."""
        self.key = key
        self._words.set_runs(*runs)
        self._when.setText(when)
        said = "".join(run.text for run in runs)
        self.setAccessibleName(f"{said}, {when}" if key else "")

    def mark(self, chosen: bool) -> None:
        """Show whether it is the one that is shown beside the list."""
        self._is_chosen = chosen
        self.setAccessibleDescription(self.tr("Shown now") if chosen else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, paper where it is chosen, and the focus."""
        worn = look.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._is_chosen:
            paint.rounded(
                painter, area, spacing.CONTROL_RADIUS, worn.colour("surface"), worn.colour("line")
            )
        elif self.underMouse():
            paint.rounded(painter, area, spacing.CONTROL_RADIUS, worn.colour("hover"))
        if self.hasFocus():
            paint.focus_ring(painter, area, spacing.CONTROL_RADIUS, worn.colour("focus"))
        painter.end()

    def _announce(self) -> None:
        self.pressed_as.emit(self.key)


def _short(words: PrivateText) -> str:
    return shortened(words.reveal(), _LONGEST)


def _marked(passage: Passage) -> tuple[Run, ...]:
    """Return a passage with what was looked for in bold."""
    runs, length = [], 0
    whole = _BETWEEN.join(part.reveal() for part in passage.parts)
    for number, part in enumerate(without_signs(whole).split(_BETWEEN)):
        words = " ".join(part[: _LONGEST_PASSAGE - length].split("\n"))
        length += len(words)
        runs.append(Run(words, "label_strong" if number % 2 else None))
    return tuple(run for run in runs if run.text)
