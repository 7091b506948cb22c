"""A row of chips of which exactly one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow_layout import FlowLayout


class Choice(QWidget):
    """Chips by key; ``chosen`` carries the key, and follows only what the manager did."""

    looks_only = False
    """Whether it chooses what is shown, and changes nothing in the vault."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        """``name`` is for screen readers; ``options`` are (key, words)."""
        super().__init__()
        self.setAccessibleName(name)
        self._keys = [key for key, _ in options]
        self._chips = QButtonGroup(self)
        row = FlowLayout(self)
        for number, (_, words) in enumerate(options):
            chip = Chip(words)
            self._chips.addButton(chip, number)
            row.addWidget(chip)
        self._chips.button(0).setChecked(True)
        self._chips.idClicked.connect(self._announce)

    def key(self) -> str:
        """Return the key of the chosen chip."""
        return self._keys[self._chips.checkedId()]

    def choose(self, key: str) -> None:
        """Choose without announcing it."""
        self._chips.button(self._keys.index(key)).setChecked(True)

    def _announce(self, number: int) -> None:
        self.chosen.emit(self._keys[number])
