"""Where a note is written in two layers: what was said first, and what came underneath (D11)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.look import spacing
from desktop.ui.private.note_editor import Line, NoteEditor
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.text import SmallMuted

_FIRST, _SECOND = 3, 2
"""How the room is shared while both layers can be seen."""


class SecondLayer(NoteEditor):
    """Never needs more than two lines before something stands in it."""

    least_lines = 2


class TurnButton(QuietButton):
    """Lies in the row of the panel's label without making it higher."""

    side_padding = 1
    top_padding = 0


class Layers(QWidget):
    """Two editors; the second one is out of the way until it is asked for or holds words."""

    edited = Signal()
    line_changed = Signal()
    """Another line is meant now, or other words stand in it."""

    def __init__(self) -> None:
        """Show the first layer, empty."""
        super().__init__()
        self._first = NoteEditor(
            self.tr("Your notes"), placeholder=self.tr("What you hear, in your own shorthand")
        )
        self._second = SecondLayer(
            self.tr("What came underneath"),
            placeholder=self.tr("The version under the first one, if it comes"),
        )
        self._here: NoteEditor = self._first
        self._label = SmallMuted(self.tr("What came underneath"))
        self._line = Hairline()
        self.turn = TurnButton(self.tr("What came underneath"), shortcut="Alt+Down")
        self._up = TurnButton(self.tr("What was said first"), shortcut="Alt+Up")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID // 2)
        column.addWidget(self._first, _FIRST)
        column.addWidget(self._line)
        above = QHBoxLayout()
        above.addWidget(self._label, 1)
        above.addWidget(self._up)
        column.addLayout(above)
        column.addWidget(self._second, _SECOND)
        self._show_second(False)

    def _connect(self) -> None:
        self.turn.clicked.connect(self._turn)
        self._up.clicked.connect(self._go_up)
        self._first.entered.connect(self._stand_at_first)
        self._second.entered.connect(self._stand_at_second)
        for editor in (self._first, self._second):
            editor.edited.connect(self.edited)
            editor.cursorPositionChanged.connect(self.line_changed)
            editor.selectionChanged.connect(self.line_changed)
            editor.textChanged.connect(self.line_changed)

    def show_words(self, first: str, cursor: int, second: str) -> None:
        """Show another note; flush first."""
        self._here = self._first
        self._first.set_text(first)
        self._first.set_cursor_position(cursor)
        self._second.set_text(second)
        self._second.set_cursor_position(len(second))
        self._show_second(bool(second.strip()))

    def words(self) -> tuple[str, str]:
        """Return what is written in the first layer and in the second."""
        return self._first.text(), self._second.text()

    def cursor_position(self) -> int:
        """Return where the cursor stands in the first layer."""
        return self._first.cursor_position()

    def line(self) -> Line:
        """Return the line that is meant, of the layer that had the keyboard last."""
        return self._here.line()

    def is_pending(self) -> bool:
        """Return whether something typed has not been announced yet."""
        return self._first.is_pending() or self._second.is_pending()

    def flush(self) -> None:
        """Announce what is pending now."""
        self._first.flush()
        self._second.flush()

    def focus_here(self) -> None:
        """Put the keyboard where it was last."""
        self._here.setFocus()

    def _turn(self) -> None:
        """Go down to the second layer, or up again; an empty one goes out of the way."""
        if self._here is self._second and not self._second.isHidden():
            self._go_up()
        else:
            self._show_second(True)
            self._second.setFocus()

    def _go_up(self) -> None:
        self._first.setFocus()
        self._show_second(bool(self._second.text().strip()))

    def _show_second(self, shown: bool) -> None:
        for part in (self._line, self._label, self._up, self._second):
            part.setVisible(shown)

    def _stand_at_first(self) -> None:
        self._here = self._first
        self.line_changed.emit()

    def _stand_at_second(self) -> None:
        self._here = self._second
        self.line_changed.emit()
