"""Lets the tab key walk a page as it is read, also past rows that came later."""

from collections.abc import Collection
from itertools import pairwise

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


def _stops(widget: QWidget, but: Collection[QWidget]) -> list[QWidget]:
    found: list[QWidget] = []
    # By identity: a page has hundreds of parts, most take no key, and flags are slow to compare.
    policy = widget.focusPolicy()
    if policy is not Qt.FocusPolicy.NoFocus:
        takes_tab = policy.value & Qt.FocusPolicy.TabFocus.value
        if takes_tab and widget.focusProxy() is None:
            found.append(widget)
    for part in _parts(widget):
        if part not in but:
            found += _stops(part, but)
    return found


def _parts(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, Rows):
        return [*widget.in_order(), *widget.way_to_the_rest()]
    # Not ``children``: it would make a Python object of every layout and timer as well.
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [part for part in widget.findChildren(QWidget, options=direct) if not part.isWindow()]
