"""The list on the page of people: who it is, when you last talked, which contract stands."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.columns import Columns
from desktop.ui.pages.rows import RowButton, Rows
from desktop.ui.widgets.avatar import Avatar
from desktop.ui.widgets.text import ElidedLabel, SmallMuted


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in words ready to be read."""

    key: str
    name: str
    about: str
    talked: str
    talked_in_full: str
    contract: str


class PersonRow(RowButton):
    """One person; the whole row leads to their page."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self._key = ""
        self._avatar = Avatar("")
        self._name = ElidedLabel(role="body_medium")
        self._about = ElidedLabel(role="label", ink="muted")
        self._talked = SmallMuted(align=Qt.AlignmentFlag.AlignRight)
        self._contract = SmallMuted(align=Qt.AlignmentFlag.AlignRight)
        row = Columns(self, room=240, gap=12)
        row.setContentsMargins(10, 10, 10, 9)
        row.addWidget(self._who())
        row.addWidget(self._how_it_stands())
        self.clicked.connect(self._announce)

    def tell(self, line: PersonLine) -> None:
        """Say another line."""
        self._key = line.key
        self.setAccessibleName(line.name)
        self.setAccessibleDescription(", ".join(filter(None, (line.talked, line.contract))))
        self._avatar.set_name(line.name)
        self._name.setText(line.name)
        self._about.setText(line.about)
        self._about.setVisible(bool(line.about))
        self._talked.setText(line.talked)
        self._talked.setToolTip(line.talked_in_full)
        self._contract.setText(line.contract)
        self._contract.setVisible(bool(line.contract))

    def _who(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._avatar)
        row.addLayout(_lines(self._name, self._about), 1)
        return side

    def _how_it_stands(self) -> QWidget:
        side = QWidget()
        side.setLayout(_lines(self._talked, self._contract))
        return side

    def _announce(self) -> None:
        self.chosen.emit(self._key)


class PersonRows(Rows[PersonRow, PersonLine]):
    """Everybody, in the order in which they were added; everybody is in the side bar as well."""

    chosen = Signal(str)
    few = 60
    """A list of a thousand that was brought in would hold the window for long."""

    def new_row(self) -> PersonRow:
        """Return an empty row."""
        row = PersonRow()
        row.chosen.connect(self.chosen)
        return row

    def word(self, row: PersonRow, line: PersonLine) -> None:
        """Say a person."""
        row.tell(line)


def _lines(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return column
