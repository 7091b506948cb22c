"""Chips under a heading, of which one or none is chosen; one stop of the tab key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.one_stop import OneStop
from desktop.ui.widgets.text import SmallStrong


class ChipGroup(QWidget):
    """``chosen`` follows only what the manager did."""

    chosen = Signal()

    def __init__(self, heading: str) -> None:
        """``heading`` names the group on the screen and to a screen reader."""
        super().__init__()
        self.setAccessibleName(heading)
        self._chips: dict[str, Chip] = {}
        self._flow = FlowLayout(gap=7, row_gap=7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SmallStrong(heading))
        column.addLayout(self._flow)

    def show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words); chips that stay are left as they are."""
        if list(choices) == [(key, chip.label()) for key, chip in self._chips.items()]:
            return
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {key: self._new_chip(words) for key, words in choices}
        if self._chips:
            self._stop = OneStop(self, tuple(self._chips.values()))

    def key(self) -> str:
        """Return the key of the chosen chip, or nothing."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, chosen: str | None) -> None:
        """Choose without announcing it; None chooses nothing."""
        for key, chip in self._chips.items():
            chip.setChecked(key == chosen)

    def take_keyboard(self) -> None:
        """Put the keyboard on the chosen chip, or on the first."""
        chips = list(self._chips.values())
        for chip in [*(chip for chip in chips if chip.isChecked()), *chips][:1]:
            chip.setFocus(Qt.FocusReason.TabFocusReason)

    def _new_chip(self, words: str) -> Chip:
        chip = Chip(words)
        self._flow.addWidget(chip)
        chip.clicked.connect(self._choose)
        return chip

    def _choose(self) -> None:
        pressed = self.sender()
        for chip in self._chips.values():
            chip.setChecked(chip is pressed)
        self.chosen.emit()
