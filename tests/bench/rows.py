"""The rows of the table that a bench prints."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

FRAME_MS = 1000 / 60
"""One picture on a screen of 60 Hz."""

_HEAD = ("", "figure", "aim", "baseline in the same run", "ratio")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure with what it is held against; ``baseline`` was measured in the same run."""

    what: str
    figure: float
    aim: float | None
    baseline: float
    against: str
    unit: str = "ms"
    worst: float | None = None
    first: float | None = None
    """What the very first go took, where it does more than the later ones."""

    def cells(self) -> tuple[str, ...]:
        """Return what stands in each column."""
        told = (("first", self.first), ("worst", self.worst))
        others = ", ".join(f"{which} {self._said(n)}" for which, n in told if n is not None)
        return (
            self.what,
            f"{self._said(self.figure)} ({others})" if others else self._said(self.figure),
            "" if self.aim is None else f"{self._mark()} {self._said(self.aim)}",
            f"{self._said(self.baseline)}  {self.against}" if self.against else "",
            f"{self.figure / self.baseline:.2f}" if self.baseline else "",
        )

    def _mark(self) -> str:
        return "<" if self.aim is not None and self.figure < self.aim else "MISSED, not <"

    def _said(self, number: float) -> str:
        return f"{number:.1f} {self.unit}".rstrip()


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a table of Markdown."""
    cells = [_HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[n]) for line in cells) for n in range(len(_HEAD))]
    lines = [" | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) for line in cells]
    lines.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in lines)


def milliseconds(
    count: int, act: Callable[[], object], clock: Callable[[], float] = perf_counter
) -> list[float]:
    """Return how long each of many goes took."""
    return [_milliseconds(act, clock) for _ in range(count)]


def in_turns(
    count: int, *acts: Callable[[], object], clock: Callable[[], float] = perf_counter
) -> list[list[float]]:
    """Return how long each go of each act took, all of them in turns.

    ``process_time`` or ``thread_time`` as the clock leaves out what other programs and the disk
    took.
    """
    rounds = [[_milliseconds(act, clock) for act in acts] for _ in range(count)]
    return [list(times) for times in zip(*rounds, strict=True)]


def _milliseconds(act: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    begun = clock()
    act()
    return (clock() - begun) * 1000


def middle_row(what: str, ours: list[float], aim: float, theirs: list[float], against: str) -> Row:
    """Return a row of the medians, with our worst."""
    return Row(what, median(ours), aim, median(theirs), against, worst=max(ours))
