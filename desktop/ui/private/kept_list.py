"""What was kept of a note, under it: line by line, each with the way to let it go."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import KeptId
from desktop.domain.private.words import PrivateText
from desktop.ui.widgets.arrangement import arranged_once
from desktop.ui.widgets.buttons import QuietButton, changing
from desktop.ui.widgets.text import ElidedLabel

_AT_FIRST = 3
"""Lines that are shown before somebody asks for all of them."""

_ENOUGH = 400
"""Characters of which one line is surely full; a whole page may have been kept."""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A kept line as it is shown: as what, and its words."""

    id: KeptId
    name: str
    words: PrivateText


class _More(QuietButton):
    """Begins where the lines above it begin."""

    side_padding = 1


class KeptList(QWidget):
    """The newest lines, and the others when asked for; hidden while nothing is kept."""

    let_go_asked = Signal(str)

    def __init__(self) -> None:
        """Show nothing before ``tell``."""
        super().__init__()
        self._lines: tuple[KeptLine, ...] = ()
        self._rows: list[_Row] = []
        self._is_whole = False
        self._more = _More("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 3)
        self._column.setSpacing(0)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(self.tr("Kept"))
        self._more.clicked.connect(self._turn)
        self.hide()

    def tell(self, lines: tuple[KeptLine, ...]) -> None:
        """Show other lines."""
        if lines != self._lines:
            self._lines = lines
            self._show()

    def fold(self) -> None:
        """Show the newest only, as for another question."""
        self._is_whole = False
        self._show()

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._show()

    def _show(self) -> None:
        with arranged_once(self):
            self._show_lines()
        self.setVisible(bool(self._lines))

    def _show_lines(self) -> None:
        shown = self._lines if self._is_whole else self._lines[-_AT_FIRST:]
        while len(self._rows) < len(shown):
            self._rows.append(self._new_row())
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
            row.tell(shown[place] if place < len(shown) else None)
        earlier = len(self._lines) - _AT_FIRST
        self._more.setVisible(earlier > 0)
        form = self.tr("Show fewer") if self._is_whole else self.tr("Show {count} more")
        self._more.setText(form.format(count=earlier))

    def _new_row(self) -> "_Row":
        row = _Row()
        row.let_go_asked.connect(self.let_go_asked)
        self._column.insertWidget(len(self._rows), row)
        return row


class _Row(QWidget):
    """One kept line."""

    let_go_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._which = KeptId("")
        self._words = ElidedLabel(role="label", ink="muted")
        self._let_go = QuietButton(self.tr("Undo"))
        changing(self._let_go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._let_go)
        self._let_go.clicked.connect(self._ask)

    def tell(self, line: KeptLine | None) -> None:
        """Show a line; None leaves nothing of the one before."""
        self._which = line.id if line else KeptId("")
        words = " ".join(line.words.reveal()[:_ENOUGH].split()) if line else ""
        name = line.name if line else ""
        form = self.tr("Kept as {name}: {words}")
        self._words.setText(form.format(name=name, words=words) if line else "")
        undo = self.tr("Undo {name}: {words}")
        self._let_go.setAccessibleName(undo.format(name=name, words=words))

    def _ask(self) -> None:
        self.let_go_asked.emit(self._which)
