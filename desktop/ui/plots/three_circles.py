"""Three circles laid over one another, with words where they lie (playbook B6)."""

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.one_stop import OneStop

_INK = "private"
"""One ink: the picture is private, and no circle counts more than another."""
_TINT = 26
"""How much of 255 the ground of a circle is seen; where two lie over one another it is more."""
_AT_MOST = {1: 4, 2: 3, 3: 3}
"""Words that a region of one, two or three circles holds."""


class WordMark(Button):
    """A word in the picture; pressing it asks for more about it."""

    role = "label"
    side_padding = 5
    top_padding = 2
    asked = Signal(int)

    def __init__(self, place: int, words: str, where: str, parent: QWidget) -> None:
        """``place`` comes with ``asked``; ``where`` says to a screen reader where it lies."""
        super().__init__(words, parent)
        self.place = place
        self.setAccessibleName(words)
        self.setAccessibleDescription(where)
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self.place)


class MoreMark(Button):
    """What a region has no room for, one press away."""

    role = "label"
    side_padding = 5
    top_padding = 2
    asked = Signal(int)

    def __init__(self, where: str, parent: QWidget) -> None:
        """``where`` says to a screen reader in which circles the words lie."""
        super().__init__("", parent)
        self._rest: tuple[tuple[int, str], ...] = ()
        self.setAccessibleDescription(where)
        self.clicked.connect(self._offer)

    def tell(self, rest: Sequence[tuple[int, str]]) -> None:
        """Hold words with their places."""
        self._rest = tuple(rest)
        words = self.tr("{count} more…").format(count=len(rest))
        self.setText(words)
        self.setAccessibleName(words)

    def _offer(self) -> None:
        menu = QMenu(self)
        for place, words in self._rest:
            menu.addAction(words.replace("&", "&&")).setData(place)
        menu.triggered.connect(self._ask)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _ask(self, action: QAction) -> None:
        self.asked.emit(int(action.data()))


class ThreeCircles(QWidget):
    """Draws the circles and lays the words; what has no room is one press further."""

    word_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing before ``tell``."""
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._words: tuple[tuple[str, int], ...] = ()
        self._marks: list[WordMark] = []
        self._more: dict[int, MoreMark] = {}
        self._stop: OneStop | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, names: Sequence[str], words: Sequence[tuple[str, int]]) -> None:
        """Name two or three circles; a word lies where its number has bits, 1, 2 and 4."""
        if (tuple(names), tuple(words)) == (self._names, self._words):
            return
        self._names, self._words = tuple(names), tuple(words)
        self.updateGeometry()
        for old in (*self._marks, *self._more.values()):
            old.hide()
            old.deleteLater()
        self._marks = [
            WordMark(place, said, self._where(circles), self)
            for place, (said, circles) in enumerate(self._words)
        ]
        held = {circles for _, circles in self._words}
        self._more = {circles: MoreMark(self._where(circles), self) for circles in held}
        every: tuple[WordMark | MoreMark, ...] = (*self._marks, *self._more.values())
        for mark in every:
            mark.asked.connect(self.word_asked)
            mark.show()
        if self._stop is not None:
            self._stop.deleteLater()
        self._stop = OneStop(self, every) if self._marks else None
        self._lay()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Be as high as the circles need."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the circles fill the width, up to a limit."""
        names = 2 * (look.current().pitch("label") + spacing.GRID)
        ratio, most = (0.955, 490) if self._third() else (0.6, 360)
        return min(round(width * ratio + names), look.current().scaled(most))

    def sizeHint(self) -> QSize:
        """Return the size at which words have room."""
        side = look.current().scaled(490)
        return QSize(round(side * 1.3), side)

    def minimumSizeHint(self) -> QSize:
        """Shrink with the window rather than make it scroll sideways."""
        return QSize(240, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words anew."""
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circles and their names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centres, radius = self._geometry()
        for number, name in enumerate(self._names):
            ink = look.current().colour(_INK)
            ground = look.current().colour(_INK)
            ground.setAlpha(_TINT)
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(ground)
            painter.drawEllipse(centres[number], radius, radius)
            painter.setPen(ink)
            painter.setFont(look.current().font("label_strong"))
            painter.drawText(self._name_area(number), Qt.AlignmentFlag.AlignHCenter, name)
        painter.end()

    def _geometry(self) -> tuple[list[QPointF], float]:
        name = look.current().pitch("label") + spacing.GRID
        high, wide = self.height() - 2 * name, self.width()
        radius = max(40.0, min(high / (3.35 if self._third() else 2), wide / 3.4))
        middle, off = wide / 2, radius * 0.68
        top = name + radius
        centres = [QPointF(middle - off, top), QPointF(middle + off, top)]
        if self._third():
            centres.append(QPointF(middle, top + radius * 1.2))
        return centres, radius

    def _third(self) -> bool:
        """Say whether a third circle takes room below the two, also before any has a name."""
        return len(self._names) != 2

    def _name_area(self, number: int) -> QRectF:
        centres, radius = self._geometry()
        pitch = look.current().pitch("label")
        if number == 2:
            return QRectF(0, centres[2].y() + radius + 4, self.width(), pitch)
        top = centres[number].y() - radius - pitch - 4
        half = self.width() / 2
        reach = min(half, 2 * (half - centres[0].x()))
        return QRectF(centres[number].x() - reach / 2, top, reach, pitch)

    def _lay(self) -> None:
        held: dict[int, list[WordMark]] = {}
        for mark, (_, circles) in zip(self._marks, self._words, strict=True):
            held.setdefault(circles, []).append(mark)
        for circles, marks in held.items():
            count = circles.bit_count()
            most, more = _AT_MOST[count] + 2 * (not self._third()), self._more[circles]
            shown = marks if len(marks) <= most else marks[: most - 1]
            rest = marks[len(shown) :]
            for mark in rest:
                mark.hide()
            more.tell([(mark.place, self._words[mark.place][0]) for mark in rest])
            more.setVisible(bool(rest))
            self._stack((*shown, more) if rest else shown, self._heart(circles), count)
        if self._stop is not None:
            self._stop.settle()

    def _stack(self, marks: Sequence[WordMark | MoreMark], heart: QPointF, count: int) -> None:
        _, radius = self._geometry()
        widest = round(radius * (1.15, 0.78, 0.8)[count - 1])
        high = marks[0].sizeHint().height() if marks else 0
        top = heart.y() - high * len(marks) / 2
        for row, mark in enumerate(marks):
            width = min(mark.sizeHint().width(), widest)
            left = round(heart.x() - width / 2)
            left = max(0, min(left, self.width() - width))
            mark.setGeometry(left, round(top + row * high), width, high)

    def _heart(self, circles: int) -> QPointF:
        """Return a point well inside the region of these circles and of no others."""
        centres, radius = self._geometry()
        inside = [c for n, c in enumerate(centres) if circles & (1 << n)]
        middle = _middle(centres)
        if circles == 7:
            return middle
        heart = _middle(inside)
        away = hypot(heart.x() - middle.x(), heart.y() - middle.y()) or 1.0
        push = radius * (0.3 if len(inside) == 1 else 0.22) / away
        return heart + (heart - middle) * push

    def _where(self, circles: int) -> str:
        return ", ".join(name for n, name in enumerate(self._names) if circles & (1 << n))


def _middle(points: Sequence[QPointF]) -> QPointF:
    total = QPointF(0, 0)
    for point in points:
        total += point
    return total / len(points)
