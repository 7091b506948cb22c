"""Lets the tab key walk a page as it is read, also past rows that came later."""

from collections.abc import Collection
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.rows import Rows


def follow_reading_order(
    page: QWidget, *, last: QWidget | None = None, but: Collection[QWidget] = ()
) -> None:
    """Chain everything that takes the keyboard on a page, rows in the order of their list.

    Qt puts whatever is made later at the end of the chain, wherever it stands. What lies within
    ``last`` is walked through after everything else; what lies in ``but`` is out of sight, and
    chained by whoever shows it.
    """
    stops = _stops(page, but)
    if last is not None:
        stops.sort(key=last.isAncestorOf)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(page: QWidget, but: Collection[QWidget]) -> list[QWidget]:
    # In one sweep, which goes through the parts as they lie: a page has hundreds of them.
    parts, window = page.findChildren(QWidget), page.window()
    found = [page, *parts] if _takes_tab(page) else parts
    found = [part for part in found if _takes_tab(part) and part.window() is window]
    stops = [part for part in found if not any(_is_in(part, away) for away in but)]
    for part in parts:
        if isinstance(part, Rows):
            stops = _in_order(stops, part)
    return stops


def _takes_tab(part: QWidget) -> bool:
    # By identity: most parts take no key, and flags are slow to compare.
    policy = part.focusPolicy()
    if policy is Qt.FocusPolicy.NoFocus:
        return False
    return bool(policy.value & Qt.FocusPolicy.TabFocus.value) and part.focusProxy() is None


def _in_order(stops: list[QWidget], rows: Rows[Any, Any]) -> list[QWidget]:
    """Return the stops with those of a list in the order in which its rows are read."""
    inside = [stop for stop in stops if _is_in(stop, rows)]
    if not inside:
        return stops
    parts = (*rows.in_order(), *rows.way_to_the_rest())
    ordered = [stop for part in parts for stop in inside if _is_in(stop, part)]
    first = stops.index(inside[0])
    return [*stops[:first], *ordered, *stops[first + len(inside) :]]


def _is_in(part: QWidget, whole: QWidget) -> bool:
    return part is whole or whole.isAncestorOf(part)
