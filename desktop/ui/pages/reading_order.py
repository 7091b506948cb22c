"""Lets the tab key walk a page as it is read, also past rows that came later."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.rows import Rows


def follow_reading_order(page: QWidget, *, last: QWidget | None = None) -> None:
    """Chain everything that takes the keyboard on a page, rows in the order of their list.

    Qt puts whatever is made later at the end of the chain, wherever it stands. What lies within
    ``last`` is walked through after everything else.
    """
    stops = _stops(page)
    if last is not None:
        stops.sort(key=last.isAncestorOf)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> list[QWidget]:
    inside = [stop for part in _parts(widget) for stop in _stops(part)]
    # The numbers of the flags: a page has hundreds of parts, and flags are slow to compare.
    takes_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return [widget, *inside] if takes_tab and widget.focusProxy() is None else inside


def _parts(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, Rows):
        return [*widget.in_order(), *widget.way_to_the_rest()]
    return [
        child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()
    ]
