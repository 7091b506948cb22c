"""The place on a paper, and the keyboard on it, while the paper is laid anew."""

from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.pages.contract.commitment_life import CommitmentLife
from desktop.ui.widgets.arrangement import arrange_now
from desktop.ui.widgets.page import ScrollColumn


class StaysPut:
    """Take it before a paper is laid anew, and call ``restore`` when it lies there."""

    def __init__(self, *columns: ScrollColumn) -> None:
        """Remember how far these are scrolled, and which commitment has the keyboard."""
        self._columns = columns
        self._scrolled = [column.verticalScrollBar().value() for column in columns]
        held = _life_around(QApplication.focusWidget())
        self._held = held.commitment if held is not None else None

    def restore(self) -> None:
        """Scroll there again; the keyboard goes back to what can be done with its commitment."""
        for column in self._columns:
            arrange_now(column)
        lives = [life for c in self._columns for life in c.findChildren(CommitmentLife)]
        for life in lives:
            if life.commitment == self._held and life.isVisible():
                life.take_keyboard()
        for column, value in zip(self._columns, self._scrolled, strict=True):
            column.verticalScrollBar().setValue(value)


def _life_around(part: QWidget | None) -> CommitmentLife | None:
    while part is not None and not isinstance(part, CommitmentLife):
        part = part.parentWidget()
    return part
