"""Words in a picture: shortened to their room, and left out where others stand already."""

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.ui import look
from desktop.ui.look import spacing

_WIDEST, _LONGEST, _NARROWEST = 190, 420, 44
_APART = 6
_ENOUGH = 200
"""Letters that fill the longest room many times over: the rest of a long answer is not measured."""
_STRIP = 32
"""Pixels: about as wide as the least that is looked for."""


def widest(words: tuple[str, ...], at_most: float) -> float:
    """Return the width of the widest of these in label type, up to a limit."""
    worn = look.current()
    return min(max((worn.advance("label", w) + _APART for w in words), default=0.0), at_most)


def write(
    painter: QPainter,
    words: str,
    room: QRectF,
    ink: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
) -> None:
    """Write words in label type into a room, shortened if they must be."""
    painter.setPen(look.current().colour(ink))
    painter.drawText(room, align, shortened(words, room.width()))


def shortened(words: str, width: float) -> str:
    """Return words in label type as they stand within a width."""
    worn = look.current()
    if worn.advance("label", words) <= width:
        return words
    measure = QFontMetricsF(worn.font("label"))
    told = measure.elidedText(words, Qt.TextElideMode.ElideRight, width)
    return told if told == words else f"{told[:-1].rstrip(' .,;:')}…"


def pen(role: str, width: float) -> QPen:
    """Return a pen in the colour of a role."""
    return QPen(look.current().colour(role), width)


@dataclass(frozen=True, slots=True)
class Words:
    """Words in their place; a line that they cross steps aside."""

    words: str
    room: QRectF
    ink: str
    crosses: bool

    def paint(self, painter: QPainter) -> None:
        """Write them."""
        if self.crosses:
            ground = look.current().colour("private_ground")
            painter.fillRect(self.room.adjusted(-2, 0, 4, 0), ground)
        write(painter, self.words, self.room, self.ink, Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Placed:
    """Words in the room they were given, of which they may need more."""

    words: str
    room: QRectF
    needed: float
    ink: str


_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class _Taken:
    """Where something stands already, by strips: the years of a line hold hundreds of things."""

    def __init__(self) -> None:
        self.all: list[_Box] = []
        self._strips: dict[int, list[_Box]] = {}

    def add(self, box: _Box) -> None:
        """Remember a box."""
        self.all.append(box)
        for strip in _strips(box):
            self._strips.setdefault(strip, []).append(box)

    def touches(self, box: _Box) -> bool:
        """Return whether a box would lie over one of those, if only in part."""
        left, top, right, bottom = box
        # In loops: it is asked thousands of times before a picture of ten years stands.
        for strip in _strips(box):
            for l, t, r, b in self._strips.get(strip, ()):  # noqa: E741
                if l < right and r > left and t < bottom and b > top:
                    return True
        return False


def _strips(box: _Box) -> range:
    return range(int(box[0] // _STRIP), int(box[2] // _STRIP) + 1)


class Page:
    """Gives words their places, so that none lies over another."""

    def __init__(self, area: QRectF) -> None:
        """Let no words stand outside ``area``."""
        self._area = area
        self._taken = _Taken()
        self._written: list[Words] = []
        self._placed: list[_Placed] = []
        self._lanes: dict[float, list[float]] = {}
        self._ground_line: float | None = None
        self._pitch = look.current().pitch("label")

    def keep_free(self, x: float, y: float, side: float) -> None:
        """Let no words lie over a mark; marks come in the order of time."""
        half = side / 2
        self._taken.add((x - half, y - half, x + half, y + half))

    def lies_in_a_lane(self, point: QPointF, side: float) -> None:
        """Let the words before a mark of a lane end where it lies."""
        self._lanes.setdefault(point.y(), []).append(point.x() - side / 2)

    def has_a_ground_line(self, height: float) -> None:
        """Let the line from which the curve rises and falls step aside for words that lie on it."""
        self._ground_line = height

    def above(self, point: QPointF, words: str) -> None:
        """Write over a mark, in the middle."""
        self._centred(words, point.x(), point.y() - spacing.GRID * 1.2 - self._pitch, "ink")

    def beneath(self, point: QPointF, words: str) -> None:
        """Write under a mark what weighs on it."""
        self._centred(words, point.x(), point.y() + spacing.GRID * 1.2, "soon")

    def beside(self, point: QPointF, words: str) -> None:
        """Write at the right of a mark, as far as the next one."""
        words = words[:_ENOUGH]
        left = point.x() + look.current().scaled(spacing.GRID) + 4
        lane = self._lanes.get(point.y(), [])
        place = bisect_right(lane, point.x())
        ahead = lane[place] if place < len(lane) else self._area.right() + spacing.GRID
        room = ahead - _APART - left
        room = min(room, look.current().scaled(_WIDEST) * 1.6)
        needed = look.current().advance("label", words) + 2
        if words and room >= min(needed, look.current().scaled(_NARROWEST)):
            area = QRectF(left, point.y() - self._pitch / 2, min(room, needed), self._pitch)
            # The line of the lane steps aside for what is written on it.
            told = shortened(words, area.width())
            self._written.append(Words(told, area, "ink", crosses=True))

    def _centred(self, said: str, middle: float, top: float, ink: str) -> None:
        words = said[:_ENOUGH]
        # Most marks of many years stand too close: then there is nothing to measure.
        if not words or not self._is_free(middle, middle, top):
            return
        at_most = min(look.current().scaled(_WIDEST), self._area.width())
        needed = look.current().advance("label", words) + 1
        width = min(needed, at_most)
        left = min(max(middle - width / 2, self._area.left()), self._area.right() - width)
        right = left + width
        if self._is_free(left, right, top):
            self._placed.append(_Placed(words, QRectF(left, top, width, self._pitch), needed, ink))
            self._taken.add((left, top, right, top + self._pitch))

    def _is_free(self, left: float, right: float, top: float) -> bool:
        """Return whether nothing stands where a line of words would, with air at both ends."""
        return not self._taken.touches((left - _APART, top, right + _APART, top + self._pitch))

    def finished(self, name: QRectF) -> tuple[Words, ...]:
        """Return all words; what is shortened above and beneath takes the room left over.

        The ``name`` of the curve stands there already.
        """
        self._taken.add((name.left(), name.top(), name.right(), name.bottom()))
        for placed in self._placed:
            room = placed.room
            if placed.needed > room.width():
                room = self._grown(placed)
                self._taken.add((room.left(), room.top(), room.right(), room.bottom()))
            line = self._ground_line
            crosses = line is not None and room.top() - 1 < line < room.bottom() + 1
            words = shortened(placed.words, room.width())
            self._written.append(Words(words, room, placed.ink, crosses))
        return tuple(self._written)

    def _grown(self, placed: _Placed) -> QRectF:
        """Return the room up to the neighbours, and no more than is needed or pleasant to read."""
        room = placed.room
        left, top, right, bottom = room.left(), room.top(), room.right(), room.bottom()
        band = [
            (l, r)
            for l, t, r, b in self._taken.all  # noqa: E741 - left, top, right, bottom
            if t < bottom and b > top
        ]
        ends = [r + _APART for l, r in band if r <= left]  # noqa: E741
        starts = [l - _APART for l, r in band if l >= right]  # noqa: E741
        first = max([self._area.left(), *ends])
        last = min([self._area.right(), *starts])
        width = min(placed.needed, look.current().scaled(_LONGEST), max(last - first, room.width()))
        middle = room.center().x() - width / 2
        left = min(max(middle, first), max(last - width, first), left)
        return QRectF(left, top, max(width, right - left), room.height())
