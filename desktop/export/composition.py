"""The finished layout of a page: how large its type is, where it begins, what is on which sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from math import floor

from desktop.export.bidi import Direction
from desktop.export.line import Bond, Line, Weight
from desktop.export.line_breaks import broken
from desktop.export.paper import Footer, PageSize, Paper
from desktop.export.setting import MUTED, Setting, page_direction

FIRST_BASELINE = 68 / 12
"""Body sizes from the top edge to the first line of a sheet."""

FOOT = 4.1
"""Body sizes from the bottom edge up to the footer."""

_ABOVE_FOOT = 2.8
_SIDE = 58.3  # points
_LONGEST_MEASURE = 36.0  # body sizes, about 75 characters

_BODY_SIZES = (15.2, 14.4, 13.6, 12.8, 12.2, 11.6, 11.0, 10.5)
_BODY_SIZE_OF_MANY_SHEETS = 12.8
_LEAST_ROOM = 2
"""Lines to write on that a question keeps where the sheet ends."""


_MANY_SHEETS = 88
"""As many as a letter has at most, or nearly; the foot keeps room for the number."""


@dataclass(frozen=True, slots=True)
class Composition:
    """Lines on sheets; ``body`` and ``left`` are points, the lines and ``measure`` body sizes."""

    body: float
    left: float
    measure: float
    direction: Direction
    sheets: tuple[tuple[Line, ...], ...]


def compose(paper: Paper, size: PageSize, width_of: Callable[[str, Weight], float]) -> Composition:
    """Lay a page out: on one sheet where it can be, in smaller type if that is what it takes.

    ``width_of`` gives the width of a text in type of size 1. Lines stay under about 75
    characters, whatever the size of the sheet.
    """
    smallest = _composed(paper, size, _BODY_SIZES[-1], width_of)
    if len(smallest.sheets) > 1:
        return _composed(paper, size, _BODY_SIZE_OF_MANY_SHEETS, width_of)
    larger = (_composed(paper, size, body, width_of) for body in _BODY_SIZES[:-1])
    return next((c for c in larger if len(c.sheets) == 1), smallest)


def foot_lines(
    footer: Footer, page: int, pages: int, measure: float, width_of: Callable[[str, Weight], float]
) -> list[str]:
    """Return the footer of one page: on one line, or its words above its number if too wide."""

    def width(text: str) -> float:
        return width_of(text, MUTED.weight) * MUTED.size

    whole = footer.on(page, pages)
    if not footer.text or width(whole) <= measure:
        return [whole]
    return [*broken(footer.text, measure, width), footer.number(page, pages)]


def _composed(
    paper: Paper, size: PageSize, body: float, width_of: Callable[[str, Weight], float]
) -> Composition:
    measure = min((size.width - 2 * _SIDE) / body, _LONGEST_MEASURE)
    foot = foot_lines(paper.footer, _MANY_SHEETS, _MANY_SHEETS, measure, width_of)
    more_foot = (len(foot) - 1) * MUTED.leading
    height = size.height / body - FIRST_BASELINE - FOOT - _ABOVE_FOOT - more_foot
    direction = page_direction(paper)
    lines = Setting(measure, height, width_of, direction).lines(paper)
    left = (size.width - measure * body) / 2
    return Composition(body, left, measure, direction, tuple(_sheets(lines, height)))


def _sheets(lines: Sequence[Line], height: float) -> list[tuple[Line, ...]]:
    sheets: list[tuple[Line, ...]] = []
    while (fitting := _fitting(lines, height)) < len(lines):
        # A question whose last lines do not fit goes without them rather than to the next sheet.
        cut = fitting if _is_spare(lines[fitting]) else _last_break(lines, fitting)
        sheets.append(_filled(lines[:cut], height))
        lines = tuple(dropwhile(_is_spare, lines[cut:]))
    return [*sheets, tuple(lines)] if lines else sheets


def _is_spare(line: Line) -> bool:
    return line.room > _LEAST_ROOM


def _filled(lines: Sequence[Line], height: float) -> tuple[Line, ...]:
    """Return the lines of a full sheet; one that ends with room to write has it to its foot."""
    last = lines[-1]
    left = height - sum(line.above for line in lines[1:])
    more = floor(left / last.above) if last.room else 0
    return (*lines, *([last] * more))


def _last_break(lines: Sequence[Line], fitting: int) -> int:
    """Return how many of the fitting lines to keep, so that what belongs together stays so."""
    for bond in (Bond.NONE, Bond.LOOSE):
        for kept in range(fitting, 0, -1):
            if lines[kept].bond <= bond:
                return kept
    return fitting


def _fitting(lines: Sequence[Line], height: float) -> int:
    """Return how many lines go on a sheet: the first, and all that end above the footer."""
    y = 0.0
    for count, line in enumerate(lines[1:], start=1):
        y += line.above
        if y > height:
            return count
    return len(lines)
