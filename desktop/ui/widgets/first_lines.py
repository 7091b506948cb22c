"""The first lines of a text, where there is no room for more."""

from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption

from desktop.domain.shortened import broken_off
from desktop.ui import look
from desktop.ui.widgets.text import SmallMuted, plain_tooltip

_LINES = 2
_ENOUGH = 1200
"""Characters of which two lines are surely full."""


class TwoLines(SmallMuted):
    """Second text in two lines at most; the whole of it is there on hover."""

    def __init__(self) -> None:
        """Show nothing before ``say``."""
        super().__init__()
        self._said = ""

    def say(self, words: str) -> None:
        """Show other words."""
        self._said = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        short = first_lines(self._said, self.role, self.width())
        self.setText(short)
        self.setToolTip(plain_tooltip(self._said) if short != self._said else "")


def first_lines(text: str, role: str, width: int, lines: int = _LINES) -> str:
    """Return as much of ``text`` as fills ``lines`` lines of a text role at ``width`` pixels."""
    font = look.current().font(role)
    layout = QTextLayout(text[:_ENOUGH], font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= lines:
        return text
    return broken_off(_without_last_word(text[: starts[lines]]))


def _without_last_word(text: str) -> str:
    kept, _, last = text.rstrip().rpartition(" ")
    # Scripts without spaces, and words as long as a line, lose a few letters instead.
    return kept if kept and len(last) < 30 else text.rstrip()[:-2]


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
