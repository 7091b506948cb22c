"""A calm line through points: it swings no higher and no lower than they lie."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

_STEP = 8.0


def through(points: Sequence[QPointF]) -> QPainterPath:
    """Return a path through points in the order of time; it lies level at each of them."""
    path = QPainterPath(points[0]) if points else QPainterPath()
    for before, after in pairwise(points):
        middle = (after.x() - before.x()) / 2
        path.cubicTo(before + QPointF(middle, 0), after - QPointF(middle, 0), after)
    return path


def along(path: QPainterPath) -> Iterator[tuple[float, float]]:
    """Yield places on a path, a few pixels apart."""
    for line in path.toSubpathPolygons():
        points = [point.toTuple() for point in line.toList()]
        for (x, y), (next_x, next_y) in pairwise(points):
            steps = max(1, round(max(abs(next_x - x), abs(next_y - y)) / _STEP))
            right, down = (next_x - x) / steps, (next_y - y) / steps
            yield from ((x + right * step, y + down * step) for step in range(steps))
