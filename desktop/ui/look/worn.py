"""What the application wears now, and the news that it changed."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont

from desktop.ui.look import theme, typefaces
from desktop.ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """One theme at one text size on one screen."""

    theme: Theme
    text_scale: float = 1.0
    dots_per_inch: float = 96.0
    motion: bool = True

    def colour(self, role: str) -> QColor:
        """Return the colour of a role such as ``"muted"`` or ``"private_ground"``."""
        return QColor(getattr(self.theme, role))

    def font(self, role: str) -> QFont:
        """Return the font of a text role such as ``"body"`` or ``"question"``."""
        return QFont(typefaces.font(role, self.text_scale, self.dots_per_inch))

    def pitch(self, role: str) -> float:
        """Return the distance between two lines of a text role, in pixels."""
        return typefaces.roles()[role].pitch * self.text_scale

    def advance(self, role: str, words: str) -> float:
        """Return the width of words on one line, in pixels."""
        return typefaces.advance(role, self.text_scale, self.dots_per_inch, words)

    def scaled(self, pixels: float) -> int:
        """Return a length that grows with the text, for marks that sit beside it."""
        return round(pixels * self.text_scale)

    def measure(self, role: str, characters: int = 75) -> int:
        """Return the width of a line of prose, in pixels; longer lines tire the reader."""
        letter = typefaces.letter_width(role, self.text_scale, self.dots_per_inch)
        return ceil(letter * characters)


class Changes(QObject):
    """Tells whoever paints with the look that it is another one now."""

    changed = Signal()


class _Worn:
    """Holds the one look of this process; a window cannot wear two."""

    look: Look | None = None
    changes: Changes | None = None


def current() -> Look:
    """Return the look in use; before ``apply`` it is the light one at 100 %."""
    if _Worn.look is None:
        _Worn.look = Look(theme.load("light"))
    return _Worn.look


def changes() -> Changes:
    """Return the object whose ``changed`` signal follows every new look."""
    if _Worn.changes is None:
        _Worn.changes = Changes()
    return _Worn.changes


def put_on(look: Look) -> None:
    """Make this look the current one, without restyling anything yet."""
    _Worn.look = look
