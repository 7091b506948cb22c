"""The list of backups: when each was made, how large it is, and what a look inside showed."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pages.columns import Columns
from desktop.ui.pages.rows import Rows, RuledRow
from desktop.ui.widgets.buttons import SmallButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Body, SmallMuted


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One backup in words ready to be read; ``inside`` is empty before somebody looked."""

    key: str
    when: str
    full: str
    size: str
    inside: str


class BackupRow(RuledRow):
    """One backup, and what can be done with it."""

    look_asked = Signal(str)
    restore_asked = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self._key = ""
        self._when, self._size, self._inside = Body(), SmallMuted(), SmallMuted()
        self._inside.keep_to_measure()
        self._look = SmallButton(self.tr("Look inside"))
        self._restore = SmallButton(self.tr("Restore…"))
        self._build()
        self._look.clicked.connect(self._ask_look)
        self._restore.clicked.connect(self._ask_restore)

    def _build(self) -> None:
        left = QWidget()
        words = QVBoxLayout(left)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(1)
        for part in (self._when, self._size, self._inside):
            words.addWidget(part)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._look)
        flow.addWidget(self._restore)
        row = Columns(self, room=240, gap=12)
        row.setContentsMargins(10, 9, 10, 9)
        row.addWidget(left)
        row.addWidget(buttons)

    def tell(self, line: BackupLine) -> None:
        """Say another backup."""
        self._key = line.key
        self._when.setText(line.when)
        self._when.setToolTip(line.full)
        self._size.setText(line.size)
        self._inside.setText(line.inside)
        self._inside.setVisible(bool(line.inside))
        for button, words in (
            (self._look, self.tr("Look inside the backup of {when}")),
            (self._restore, self.tr("Restore the backup of {when}")),
        ):
            button.setAccessibleName(words.format(when=line.full))

    def _ask_look(self) -> None:
        self.look_asked.emit(self._key)

    def _ask_restore(self) -> None:
        self.restore_asked.emit(self._key)


class BackupRows(Rows[BackupRow, BackupLine]):
    """Every backup that the vault keeps of itself, the newest first."""

    look_asked = Signal(str)
    restore_asked = Signal(str)

    def new_row(self) -> BackupRow:
        """Return an empty row."""
        row = BackupRow()
        row.look_asked.connect(self.look_asked)
        row.restore_asked.connect(self.restore_asked)
        return row

    def word(self, row: BackupRow, line: BackupLine) -> None:
        """Say a backup."""
        row.tell(line)
