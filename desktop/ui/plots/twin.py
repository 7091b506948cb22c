"""The same as a picture says, as a plain table: for whoever reads better in rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui import look
from desktop.ui.widgets.text import plain_tooltip

_MOST_ROWS = 12
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the key of the mark that says the same."""

    key: str
    cells: tuple[str, ...]


class _Rows(QAbstractTableModel):
    """Holds the rows ready to be read."""

    def __init__(self, heads: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self.rows: tuple[Row, ...] = ()

    def tell(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return len(self.rows)

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        words = self.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(words)
        return words if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | int | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class TableTwin(QTableView):
    """Rows to walk through; Enter or a double press asks for what stands behind one."""

    row_asked = Signal(str)

    def __init__(self, name: str, heads: Sequence[str]) -> None:
        """``heads`` name the columns; the last one takes what room there is."""
        super().__init__()
        self.setAccessibleName(name)
        self._rows = _Rows(heads, self)
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._ask)

    def tell(self, rows: Sequence[Row]) -> None:
        """Show other rows; the one that was chosen stays chosen where it stands."""
        if tuple(rows) == self._rows.rows:
            return
        self._rows.tell(rows)
        self.verticalHeader().setDefaultSectionSize(self._pitch())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the rows, up to a dozen; more are scrolled to."""
        rows = min(len(self._rows.rows), _MOST_ROWS) + 1
        height = self.horizontalHeader().sizeHint().height() + rows * self._pitch()
        return QSize(look.current().scaled(600), height)

    def minimumSizeHint(self) -> QSize:
        """Shrink sideways; the words are then shortened, and whole on hover."""
        return QSize(200, self.sizeHint().height())

    def _pitch(self) -> int:
        return round(look.current().pitch("label")) + 10

    def _ask(self, index: QModelIndex) -> None:
        self.row_asked.emit(self._rows.rows[index.row()].key)
