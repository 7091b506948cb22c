"""From mark to mark with the arrows: along the time, and from lane to lane."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from desktop.ui.plots.marks import Mark

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_LANES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def beginning(marks: Sequence[Mark], key: str) -> Mark | None:
    """Return the mark of a key, if there is one."""
    return next((mark for mark in marks if mark.key == key), None)


def after(marks: Sequence[Mark], here: str, key: Qt.Key) -> Mark | None:
    """Return where a key leads from a mark; None for a key that does not walk, or no marks.

    ``marks`` are in the order of time. At either end one stays where one is.
    """
    at = beginning(marks, here)
    if at is None or not marks:
        return None
    if key in _STEPS:
        place = marks.index(at) + _STEPS[key]
        return marks[min(max(place, 0), len(marks) - 1)]
    if key in _LANES:
        return _in_the_lane(marks, at, _LANES[key])
    ends = {Qt.Key.Key_Home: marks[0], Qt.Key.Key_End: marks[-1]}
    return ends.get(key)


def _in_the_lane(marks: Sequence[Mark], at: Mark, step: int) -> Mark:
    """Return the nearest in time of the next lane that has marks."""
    lanes = sorted({_lane(mark) for mark in marks})
    place = lanes.index(_lane(at)) + step
    if not 0 <= place < len(lanes):
        return at
    there = [mark for mark in marks if _lane(mark) == lanes[place]]
    return min(there, key=lambda mark: abs((mark.day - at.day).days))


def _lane(mark: Mark) -> int:
    return -1 if mark.lane is None else mark.lane
