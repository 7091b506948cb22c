"""The stretch of time that a picture shows: moved, drawn closer, and marked along its axis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

LEAST_DAYS = 14.0
"""No picture is drawn closer than this: below it a day would fill the window."""

_AROUND = 0.02
"""How much of the stretch stays free at either end, so that no mark lies on the edge."""

_LEAST, _MOST = date.min.toordinal(), date.max.toordinal()


class Step(Enum):
    """How far the days named along an axis lie apart: so many days, or so many months."""

    DAY = (1, 0)
    WEEK = (7, 0)
    FORTNIGHT = (14, 0)
    MONTH = (0, 1)
    QUARTER = (0, 3)
    HALF_YEAR = (0, 6)
    YEAR = (0, 12)
    TWO_YEARS = (0, 24)
    FIVE_YEARS = (0, 60)
    TEN_YEARS = (0, 120)
    FIFTY_YEARS = (0, 600)

    @property
    def days(self) -> float:
        """About how long it is."""
        days, months = self.value
        return days + months * 30.44


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, counted in days since the year 1; the end is later."""

    begin: float
    end: float

    @property
    def days(self) -> float:
        """How long it is."""
        return self.end - self.begin

    def place(self, day: date) -> float:
        """Return where the middle of a day lies: 0 at the beginning, 1 at the end."""
        return (day.toordinal() + 0.5 - self.begin) / self.days

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return 0 <= self.place(day) <= 1

    def closer(self, factor: float, around: float = 0.5) -> "Span":
        """Return one ``factor`` times as short; what lies at ``around`` (0 to 1) stays there."""
        days = max(LEAST_DAYS, self.days / factor)
        begin = self.begin + (self.days - days) * around
        return Span(begin, begin + days)

    def moved(self, share: float) -> "Span":
        """Return one of the same length, later by a share of it."""
        by = self.days * share
        return Span(self.begin + by, self.end + by)

    def within(self, whole: "Span") -> "Span":
        """Return one that does not reach beyond ``whole``; longer than that it becomes it."""
        if self.days >= whole.days:
            return whole
        begin = min(max(self.begin, whole.begin), whole.end - self.days)
        return Span(begin, begin + self.days)

    def showing(self, day: date) -> "Span":
        """Return one of the same length that holds a day, moved no further than it must be."""
        place, edge = self.place(day), 2 * _AROUND
        if place < edge:
            return self.moved(place - edge)
        return self.moved(place - 1 + edge) if place > 1 - edge else self

    def named_days(self, room: float) -> tuple[Step, tuple[date, ...]]:
        """Return which days to name where ``room`` names fit beside each other, and their step."""
        steps = list(Step)
        step = next((s for s in steps if self.days / s.days <= max(1.0, room)), steps[-1])
        first = date.fromordinal(min(max(round(self.begin), _LEAST), _MOST))
        days, day = [], _first_of(step, first)
        while day is not None and day.toordinal() <= self.end:
            if self.holds(day):
                days.append(day)
            day = _next(step, day)
        return step, tuple(days)


def whole(days: Iterable[date]) -> Span:
    """Return the stretch that holds all these days, with a little room at both ends.

    One day alone, or none, lies in the middle of a fortnight: something can then be seen of it.
    """
    ordinals = [day.toordinal() for day in days] or [_LEAST]
    begin, end = float(min(ordinals)), max(ordinals) + 1.0
    free = max((end - begin) * _AROUND, (LEAST_DAYS - (end - begin)) / 2)
    return Span(begin - free, end + free)


def _first_of(step: Step, day: date) -> date | None:
    """Return the last named day on or before a day, as a calendar would name it."""
    days, months = step.value
    if months:
        count = (day.year * 12 + day.month - 1) // months * months
        return date(max(1, count // 12), count % 12 + 1, 1)
    return day - timedelta(days=(day.toordinal() - 1) % days) if day.toordinal() > days else day


def _next(step: Step, day: date) -> date | None:
    days, months = step.value
    try:
        if not months:
            return day + timedelta(days=days)
        count = day.year * 12 + day.month - 1 + months
        return date(count // 12, count % 12 + 1, 1)
    except (OverflowError, ValueError):
        return None
