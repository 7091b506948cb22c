"""A time line with its handles and its table: closer, further, everything, or the same in rows."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look import spacing
from desktop.ui.plots.marks import Mark
from desktop.ui.plots.picture import Names
from desktop.ui.plots.time_line import TimeLine
from desktop.ui.plots.twin import Row, TableTwin
from desktop.ui.widgets.buttons import Button, MinorButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted


class ShownOverTime(QWidget):
    """The picture and its table; one of them is shown."""

    mark_asked = Signal(str)

    def __init__(
        self, name: str, names: Names, heads: Sequence[str], *, small: bool = False
    ) -> None:
        """``name`` is the picture's, and with it the table's; ``heads`` are the table's columns.

        A ``small`` one is drawn closer by its keys alone.
        """
        super().__init__()
        self._is_small = small
        self.line = TimeLine(name, names)
        self.table = TableTwin(self.tr("{picture}, as a table").format(picture=name), heads)
        self._closer = MinorButton(self.tr("Closer"))
        self._further = MinorButton(self.tr("Further"))
        self._all = MinorButton(self.tr("Everything"))
        self._turn = MinorButton(self.tr("As a table"))
        self._hint = SmallMuted(
            self.tr(
                "Press a mark to read what stands behind it. Arrows walk from one to the next; "
                "+ and −, or Ctrl and the wheel, draw it closer and back; 0 shows everything."
            )
        )
        self._hint.keep_to_measure()
        self.handles = QWidget()
        row = FlowLayout(self.handles)
        for button in (self._closer, self._further, self._all, self._turn):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID)
        for part in (self.line, self.table, self.handles, self._hint):
            column.addWidget(part)
        self._closer.clicked.connect(self.line.closer)
        self._further.clicked.connect(self.line.further)
        self._all.clicked.connect(self.line.show_all)
        self._turn.clicked.connect(self._turn_over)
        self.line.zoomed.connect(self._offer)
        self.line.mark_asked.connect(self.mark_asked)
        self.table.row_asked.connect(self.mark_asked)
        self._show_table(False)
        self._offer(False)

    def tell(self, marks: Sequence[Mark], rows: Sequence[Row], today: date) -> None:
        """Show other marks, and the same in rows."""
        self.line.tell(marks, today)
        self.table.tell(rows)

    def show_all(self) -> None:
        """Show everything, as a picture."""
        self.line.show_all()

    def add(self, button: Button) -> None:
        """Stand one more button among the handles."""
        layout = self.handles.layout()
        assert layout is not None
        layout.addWidget(button)

    def _offer(self, zoomed: bool) -> None:
        for button in (self._further, self._all):
            button.setEnabled(zoomed)

    def _turn_over(self) -> None:
        self._show_table(self.table.isHidden())

    def _show_table(self, shown: bool) -> None:
        self.table.setVisible(shown)
        self.line.setHidden(shown)
        for part in (self._closer, self._further, self._all, self._hint):
            part.setHidden(shown or self._is_small)
        self._turn.setText(self.tr("As a picture") if shown else self.tr("As a table"))
