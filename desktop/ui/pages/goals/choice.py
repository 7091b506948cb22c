"""One of several, as a row of chips that is one stop for the tab key."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.one_stop import OneStop
from desktop.ui.widgets.text import SmallMuted

T = TypeVar("T")


class Choice(QWidget, Generic[T]):
    """Holds one value, or with ``many`` any number of them."""

    turned = Signal()

    def __init__(
        self, heading: str, values: Sequence[T], names: Sequence[str], *, many: bool = False
    ) -> None:
        """Offer each value under its name."""
        super().__init__()
        self._values = tuple(values)
        self._many = many
        self._chips = [Chip(name) for name in names]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(SmallMuted(heading))
        row = QWidget()
        row.setAccessibleName(heading)
        flow = FlowLayout(row, gap=6)
        for chip in self._chips:
            flow.addWidget(chip)
            chip.clicked.connect(self._settle)
        column.addWidget(row)
        self._stop = OneStop(row, self._chips)
        self._stop.settle()

    def chosen(self) -> tuple[T, ...]:
        """Return what is chosen, in the order of the offer."""
        both = zip(self._values, self._chips, strict=True)
        return tuple(value for value, chip in both if chip.isChecked())

    def choose(self, *wanted: T) -> None:
        """Show these as chosen."""
        for value, chip in zip(self._values, self._chips, strict=True):
            chip.setChecked(value in wanted)
        self._stop.settle()

    def _settle(self) -> None:
        pressed = self.sender()
        for chip in () if self._many else self._chips:
            chip.setChecked(chip is pressed)
        self.turned.emit()
