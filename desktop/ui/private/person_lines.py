"""A line a person, in the order of the side bar: nobody is ranked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.ui.widgets.buttons import EdgeLink
from desktop.ui.widgets.text import Small


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person, and what there is to say."""

    who: PersonId
    name: str
    words: str


class _Line(QWidget):
    """The name leads to the person over time."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._who = ""
        self._name = EdgeLink("")
        self._words = Small()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._words)
        self._name.clicked.connect(self._ask)

    def tell(self, line: PersonLine) -> None:
        self._who = line.who
        self._name.setText(line.name)
        self._words.setText(line.words)

    def _ask(self) -> None:
        self.asked.emit(self._who)


class PersonLines(QWidget):
    """The lines, and one press for the rest where there are many."""

    person_asked = Signal(str)
    few = 6

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__()
        self._lines: list[_Line] = []
        self._told: tuple[PersonLine, ...] = ()
        self._is_whole = False
        self._all = EdgeLink("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        column.addWidget(self._all)
        self._all.clicked.connect(self._show_all)

    def tell(self, lines: Sequence[PersonLine]) -> None:
        """Show other lines."""
        self._told = tuple(lines)
        shown = self._told if self._is_whole else self._told[: self.few]
        while len(self._lines) < len(shown):
            line = _Line()
            line.asked.connect(self.person_asked)
            self._lines.append(line)
            self._rows.addWidget(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(shown))
            if place < len(shown):
                line.tell(shown[place])
        words = self.tr("Show all {count}")
        self._all.setText(words.format(count=len(self._told)))
        self._all.setVisible(len(shown) < len(self._told))

    def _show_all(self) -> None:
        self._is_whole = True
        self.tell(self._told)
