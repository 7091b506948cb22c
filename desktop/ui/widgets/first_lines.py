"""The first lines of a text, where there is no room for more."""

from math import ceil

from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption

from desktop.domain.shortened import broken_off
from desktop.ui import look
from desktop.ui.widgets.text import SmallMuted, plain_tooltip
from desktop.ui.widgets.wording import Run, Wording

_LINES = 2
_ENOUGH = 1200
"""Characters of which two lines are surely full."""


class Foreseen:
    """How high words will be that are shortened to a few lines, at a width they have not had yet.

    What is shortened once it has its width changes its height while it is being laid out, and of
    such a change Qt tells nobody: the lines below would stay cut.
    """

    def __init__(self, role: str, *runs: Run) -> None:
        """Foresee words in a text role, each run in its own weight: a bold date is wider."""
        self._role = role
        self._runs = runs
        self._wording: Wording | None = None

    def height(self, width: int, lines: int = _LINES) -> int:
        """Return the height at a width: what the words take there, ``lines`` lines at most."""
        most = ceil(lines * look.current().pitch(self._role))
        wording = self._wording_now()
        # Where they surely fill the lines nothing is broken: a layout asks at many widths.
        if width < wording.natural_width() / lines:
            return most
        return min(wording.height(width), most)

    def fits(self, width: int, lines: int = _LINES) -> bool:
        """Return whether the words stand whole on so many lines at a width."""
        return self._wording_now().height(width) <= ceil(lines * look.current().pitch(self._role))

    def _wording_now(self) -> Wording:
        if self._wording is None or self._wording.is_stale:
            self._wording = Wording(self._runs, self._role, "ink")
        return self._wording


class Fitting:
    """Tells whether words have to be fitted anew: a layout gives the same width many times over."""

    def __init__(self) -> None:
        """Nothing was fitted yet."""
        self._last: object = None

    def is_due(self, *to_what: object) -> bool:
        """Return whether the words, the width or the look are others than the last time."""
        now = (*to_what, look.current())
        is_due, self._last = now != self._last, now
        return is_due


class TwoLines(SmallMuted):
    """Second text in two lines at most; the whole of it is there on hover."""

    def __init__(self) -> None:
        """Show nothing before ``say``."""
        super().__init__()
        self._said = ""
        self._lines = _LINES
        self._foreseen = Foreseen(self.role)
        self._fitting = Fitting()

    def say_less(self, *, less: bool) -> None:
        """Keep to one line, or to two."""
        lines = 1 if less else _LINES
        if lines != self._lines:
            self._lines = lines
            self._fit()

    def say(self, words: str) -> None:
        """Show other words."""
        self._said = words
        self._foreseen = Foreseen(self.role, Run(words[:_ENOUGH]))
        self._fit()

    def heightForWidth(self, width: int) -> int:
        """Return the height that it will have at a width."""
        if width == self.width():
            return super().heightForWidth(width)
        return self._foreseen.height(width, self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._fitting.is_due(self._said, self._lines, self.width()):
            return
        short = first_lines(self._said, self.role, self.width(), self._lines)
        self.setText(short)
        self.setToolTip(plain_tooltip(self._said) if short != self._said else "")


def first_lines(text: str, role: str, width: int, lines: int = _LINES) -> str:
    """Return as much of ``text`` as fills ``lines`` lines of a text role at ``width`` pixels."""
    if not text:
        return text
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
    return broken_off(_without_last_word(_until(text, starts[lines])))


def _until(text: str, units: int) -> str:
    """Return the words before a place that Qt counts in UTF-16 units: an emoji is two of them."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")


def _without_last_word(text: str) -> str:
    kept, _, last = text.rstrip().rpartition(" ")
    # Scripts without spaces, and words as long as a line, lose a few letters instead.
    return kept if kept and len(last) < 30 else text.rstrip()[:-2]


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
