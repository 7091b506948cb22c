"""Bringing people in from a file: what it would bring is shown before anything is written (B1)."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.contact_lists.decoding import MOST_BYTES
from desktop.domain.contact_lists.lines import Line
from desktop.domain.contact_lists.reading import Arrivals
from desktop.domain.ids import PersonId
from desktop.services import people_lists
from desktop.ui.desk import Desk
from desktop.ui.dialogs.open_file import choose_file
from desktop.ui.look import spacing
from desktop.ui.pages.particulars import particulars
from desktop.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton, changing
from desktop.ui.widgets.card import Card, ErrorLine
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Small, SmallList, SmallMuted, SmallStrong
from desktop.ui.widgets.wording import Run

_SHOWN = 40
"""Lines of each kind that are shown; the rest is counted."""


class ArrivalsCard(Card):
    """Hidden until a file is chosen; then its people, who is here already, and what is wrong."""

    def __init__(self, desk: Desk) -> None:
        """Work over the shared half."""
        super().__init__(self.tr("People from a list"))
        self._desk = desk
        self._found = Arrivals()
        self._brought: tuple[PersonId, ...] = ()
        self._refusal = ErrorLine()
        self._outcome = Small()
        self._undo = LinkButton(self.tr("Take them back"))
        self._new = _Group(self.tr("To be added"))
        self._known = _Group(self.tr("Here already, by name or by e-mail"))
        self._again = _Group(self.tr("Further up in this list already"))
        self._unreadable = _Group(self.tr("Left out, because of what stands there"))
        self._also_known = Tick("", steps_back=False)
        self._add = PrimaryButton("")
        changing(self._undo, self._add)
        self._leave = PlainButton(self.tr("Leave it"))
        self._build()
        self._also_known.toggled.connect(self._say_how_many)
        self._add.clicked.connect(self._bring_in)
        self._leave.clicked.connect(self.hide)
        self._undo.clicked.connect(self._take_back)
        self.hide()

    def choose(self) -> None:
        """Ask for a file and show what it would bring; nothing is written."""
        place = choose_file(self, self.tr("Lists of people (*.csv *.tsv *.txt *.vcf *.vcard)"))
        if place is None:
            return
        self._begin()
        try:
            content = _content(place)
        except OSError:
            self._refuse(
                self.tr("This file cannot be read. Nothing was changed. Is it still there?")
            )
            return
        answer = self._desk.do(people_lists.look_into, content)
        if answer.refusal is not None:
            self._refuse(answer.refusal.sentence)
        elif answer.done:
            self._show(answer.value)

    def _build(self) -> None:
        self.body.setSpacing(spacing.GRID)
        for part in (self._refusal, self._outcome, self._new, self._known, self._again):
            self.body.addWidget(part)
        self.body.addWidget(self._also_known)
        self.body.addWidget(self._unreadable)
        ways = QWidget()
        row = FlowLayout(ways)
        for button in (self._add, self._leave, self._undo):
            row.addWidget(button)
        self.body.addWidget(ways)

    def _begin(self) -> None:
        self._found = Arrivals()
        self._brought = ()
        self._also_known.setChecked(False)
        for part in (self._refusal, self._outcome, self._undo, self._add, self._also_known):
            part.hide()
        for group in (self._new, self._known, self._again, self._unreadable):
            group.hide()
        self._leave.setText(self.tr("Leave it"))
        self.show()

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: Arrivals) -> None:
        self._found = found
        self._new.tell(found.new)
        self._known.tell(found.known)
        self._again.tell(found.again)
        self._unreadable.tell(found.unreadable)
        self._also_known.setVisible(bool(found.known or found.again))
        self._also_known.say(
            self.tr("Add those who are here already as well")
            if not found.again
            else self.tr("Add them as well: they are somebody else")
        )
        self._say_how_many()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> Sequence[Line]:
        if not self._also_known.isChecked():
            return self._found.new
        return (*self._found.new, *self._found.known, *self._found.again)

    def _say_how_many(self) -> None:
        count = len(self._chosen())
        words = self.tr("Add one person") if count == 1 else self.tr("Add {count} people")
        self._add.setText(words.format(count=count))
        self._add.setVisible(count > 0)

    def _bring_in(self) -> None:
        answer = self._desk.do(people_lists.bring_in, self._chosen())
        if not answer.done:
            return
        self._begin()
        self._brought = answer.value
        count = len(self._brought)
        one, several = self.tr("One person was added."), self.tr("{count} people were added.")
        self._say(one if count == 1 else several.format(count=count))
        self._undo.show()
        self._leave.setText(self.tr("Done"))
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        answer = self._desk.do(people_lists.take_back, self._brought)
        if not answer.done:
            return
        stayed = len(self._brought) - answer.value
        one, several = self.tr("One person was taken back."), self.tr("{count} were taken back.")
        words = one if answer.value == 1 else several.format(count=answer.value)
        if stayed:
            one, several = self.tr("One stays"), self.tr("{count} stay")
            stays = one if stayed == 1 else several.format(count=stayed)
            words += " " + self.tr("{stays}: something is written by now.").format(stays=stays)
        self._say(words)
        self._undo.hide()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self._outcome.setText(words)
        self._outcome.show()


class _Group(QWidget):
    """Lines of one kind under what they have in common; hidden while there is none."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = SmallStrong()
        self._words = heading
        self._lines = [SmallList() for _ in range(_SHOWN)]
        self._rest = SmallMuted()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._heading, *self._lines, self._rest):
            column.addWidget(part)

    def tell(self, lines: Sequence[Line]) -> None:
        """Show these lines, the first ones in words; who comes without something stands above."""
        lines = sorted(lines, key=_has_no_problem)
        self.setVisible(bool(lines))
        self._heading.setText(f"{self._words} ({len(lines)})")
        for place, label in enumerate(self._lines):
            label.setVisible(place < len(lines))
            label.set_runs(*(self._said(lines[place]) if place < len(lines) else ()))
        more = len(lines) - _SHOWN
        self._rest.setText(self.tr("and {count} more").format(count=more))
        self._rest.setVisible(more > 0)

    def _said(self, line: Line) -> tuple[Run, ...]:
        where = self.tr("Line {number}").format(number=line.number)
        if line.person is None:
            return (Run(f"{where}  ", ink="muted"), Run(line.problem))
        about = " · ".join(filter(None, (particulars(line.person), line.person.email)))
        told = f"{about}  {where}".strip()
        without = (Run(f"  {line.problem}", ink="soon"),) if line.problem else ()
        return (Run(f"{line.person.name}  "), Run(told, ink="muted"), *without)


def _has_no_problem(line: Line) -> bool:
    return not line.problem


def _content(place: Path) -> bytes:
    """Return the bytes of a file, and one more than would be read of a very large one."""
    with place.open("rb") as file:
        return file.read(MOST_BYTES + 1)
