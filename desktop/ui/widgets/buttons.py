"""Buttons in four weights, each with its shortcut printed on it."""

from math import ceil
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.look import Look, spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.glyphs import paint_glyph
from desktop.ui.widgets.key_hint import cap_size, cap_text, paint_cap
from desktop.ui.widgets.text import plain_tooltip

_GLYPH = 12


class Button(QPushButton):
    """What all buttons share: their words, their key cap, Enter as well as space."""

    role: ClassVar[str] = "body_medium"
    side_padding: ClassVar[int] = 14
    top_padding: ClassVar[int] = 8
    gap: ClassVar[int] = 7
    cap_first: ClassVar[bool] = False
    """Whether the keys stand before the words rather than after them."""
    changes: bool = False
    """Whether it changes something in the vault: one that is open for reading only holds it."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        shortcut: str | None = None,
        glyph: str | None = None,
        listens: bool = True,
    ) -> None:
        """Show ``text``; ``shortcut`` is portable ("Ctrl+N") and presses the button at once.

        One that does not listen only shows the keys, where the whole window already does.
        """
        super().__init__(parent)
        self._label = ""
        self._measured: tuple[tuple[Look, str, str], QSize] | None = None
        self._cap = cap_text(shortcut) if shortcut else ""
        self._glyph = glyph
        self._offers_words = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(text)
        if shortcut:
            self._name_keys(shortcut)
        if shortcut and listens:
            # QPushButton.setShortcut would wait a tenth of a second to show the button pressed.
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.click)

    def _name_keys(self, keys: str) -> None:
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleDescription(native)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show other words; an ampersand is an ampersand, never a mnemonic."""
        if text == self._label:
            return
        self._label = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def label(self) -> str:
        """Return the words on the button as they are read."""
        return self._label

    def sizeHint(self) -> QSize:
        """Return the room for words, glyph and key cap."""
        # Layouts ask for it hundreds of times over, and fonts are slow.
        of_what = (look.current(), self._face(), self._label)
        if self._measured is None or self._measured[0] != of_what:
            words = self._width_of(self._label) + 1
            height = round(look.current().pitch(self._face())) + 2 * self.top_padding
            size = QSize(words + self._beside_words() + 2 * self.side_padding, height)
            self._measured = (of_what, size)
        return QSize(self._measured[1])

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters; the whole words are then at hand on hover."""
        few = look.current().measure(self._face(), 8)
        width = few + self._beside_words() + 2 * self.side_padding
        whole = self.sizeHint()
        return QSize(min(width, whole.width()), whole.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too: people expect it of the focused button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the whole words on hover only while they are shortened."""
        # Not in ``event``: a page of buttons would come through Python hundreds of times over.
        if self._offers_words or not self.toolTip():
            self._offers_words = self._is_shortened()
            self.setToolTip(plain_tooltip(self._label) if self._offers_words else "")
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the words in the middle and the key cap at their right."""
        painter = QPainter(self)
        self._paint_ground(painter, QRectF(self.rect()))
        self._paint_words(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        if self.hasFocus():
            paint.focus_ring(painter, area, spacing.CONTROL_RADIUS, look.current().colour("focus"))

    def _face(self) -> str:
        return self.role

    def _ink(self) -> str:
        return "ink" if self.isEnabled() else "muted"

    def _is_underlined(self) -> bool:
        return False

    def _paint_cap(self, painter: QPainter, area: QRectF) -> None:
        paint_cap(painter, area, self._cap, "muted", "line", "surface")

    def _paint_words(self, painter: QPainter) -> None:
        shown = self._shown()
        words = self._width_of(shown)
        left = float(self._left(words + self._beside_words()))
        colour = look.current().colour(self._ink())
        if self._glyph:
            # A button that is no wider than a margin shows its sign whole, at large text too.
            side = min(look.current().scaled(_GLYPH), self.width())
            left = min(left, float(self.width() - side))
            square = QRectF(left, (self.height() - side) / 2, side, side)
            paint_glyph(painter, self._glyph, square, colour)
            left += side + self.gap
        if self._cap and self.cap_first:
            self._paint_cap_at(painter, left)
            left += cap_size(self._cap).width() + self.gap
        font = look.current().font(self._face())
        if self._is_underlined():
            font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(colour)
        room = QRectF(left, 0, words + 2, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if self._cap and not self.cap_first:
            self._paint_cap_at(painter, room.right() - 2 + self.gap)

    def _paint_cap_at(self, painter: QPainter, left: float) -> None:
        size = cap_size(self._cap)
        top = round((self.height() - size.height()) / 2)
        self._paint_cap(painter, QRectF(left, top, size.width(), size.height()))

    def _left(self, width: int) -> int:
        return max(self.side_padding, (self.width() - width) // 2)

    def _beside_words(self) -> int:
        cap = cap_size(self._cap).width() + self.gap if self._cap else 0
        return cap + (look.current().scaled(_GLYPH) + self.gap if self._glyph else 0)

    def _width_of(self, words: str) -> int:
        return ceil(look.current().advance(self._face(), words))

    def _room_for_words(self) -> int:
        return self.width() - 2 * self.side_padding - self._beside_words()

    def _shown(self) -> str:
        room = self._room_for_words() + 1
        if self._width_of(self._label) <= room:
            return self._label
        metrics = QFontMetrics(look.current().font(self._face()))
        return metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, room)

    def _is_shortened(self) -> bool:
        return self._shown() != self._label


def changing(*buttons: Button) -> None:
    """Say of buttons that they change something in the vault."""
    for button in buttons:
        button.changes = True


class PlainButton(Button):
    """The ordinary button: ink on paper with a hairline."""

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        worn = look.current()
        ground = "hover" if self.underMouse() or self.isDown() else "surface"
        paint.rounded(
            painter, area, spacing.CONTROL_RADIUS, worn.colour(ground), worn.colour("line")
        )
        super()._paint_ground(painter, area)


class SmallButton(PlainButton):
    """A plain button inside a row of a list."""

    side_padding = 11
    top_padding = 5


class MinorButton(PlainButton):
    """A plain button in small type, for the lesser offer below a list."""

    role = "label_medium"


class PrimaryButton(Button):
    """The one next step of a page."""

    def _ink(self) -> str:
        return "on_accent" if self.isEnabled() else "muted"

    def _paint_cap(self, painter: QPainter, area: QRectF) -> None:
        paint_cap(painter, area, self._cap, self._ink(), self._ink())

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        worn = look.current()
        if not self.isEnabled():
            paint.rounded(painter, area, spacing.CONTROL_RADIUS, worn.colour("line"))
            return
        ground = "accent_hover" if self.underMouse() or self.isDown() else "accent"
        paint.rounded(painter, area, spacing.CONTROL_RADIUS, worn.colour(ground))
        if self.hasFocus():
            # An accent ring cannot be seen on an accent ground: the ring lies inside, in its ink.
            ring = area.adjusted(2, 2, -2, -2)
            paint.focus_ring(painter, ring, spacing.CONTROL_RADIUS - 2, worn.colour("on_accent"))


class TallPrimaryButton(PrimaryButton):
    """The one button of a page that has nothing else: unlock, first run."""

    top_padding = 11
    side_padding = 19


class LinkButton(Button):
    """A step aside, in accent words without a ground."""

    role = "label_strong"
    side_padding = 4
    top_padding = 3

    def _ink(self) -> str:
        return "accent" if self.isEnabled() else "muted"

    def _left(self, _width: int) -> int:
        return self.side_padding

    def _is_underlined(self) -> bool:
        return self.underMouse()

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        if self.side_padding > spacing.FOCUS_RING:
            super()._paint_ground(painter, area)
        elif self.hasFocus():
            # Without padding a ring would lie on the letters: the focus is a line beneath them.
            wide = min(area.width(), self.sizeHint().width())
            line = QRectF(0, area.bottom() - spacing.FOCUS_RING, wide, spacing.FOCUS_RING)
            painter.fillRect(line, look.current().colour("focus"))


class EdgeLink(LinkButton):
    """Begins where the words above it begin."""

    side_padding = 1


class LargeLinkButton(LinkButton):
    """A step aside at the size of body text."""

    role = "body_strong"


class QuietButton(LinkButton):
    """Something always within reach that never asks for attention."""

    role = "label"
    gap = 4

    def _ink(self) -> str:
        return "ink" if self.underMouse() else "muted"
