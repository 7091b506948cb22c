"""What layouts of our own share: Qt keeps the parts, Python only works out their places."""

# The method names are those of QLayout.
# ruff: noqa: N802

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget
from shiboken6 import isValid

_NO_LIMIT = 16777215


class Arrangement(QHBoxLayout):
    """A layout of widgets whose places a subclass works out for a width.

    Qt's own box holds the layout items. A QLayout written in Python holds them itself, and after
    another window was closed an item can be taken for a dead one with the same address: the
    process then dies (PySide 6.11.3).
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int) -> None:
        """Keep ``gap`` pixels between neighbours; ``parent`` is the widget it fills, if any."""
        super().__init__()
        self._parts: list[QWidget] = []
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._sizes: list[tuple[QWidget, QSize]] | None = None
        self._seen: list[QWidget] | None = None
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def addWidget(self, part: QWidget) -> None:  # type: ignore[override]
        """Add a part at the end."""
        super().addWidget(part)
        self._parts.append(part)

    def heights(self, width: int) -> int:
        """Return the height of all parts within a width; a subclass knows."""
        raise NotImplementedError

    def arrange(self, area: QRect) -> None:
        """Put every part in its place; a subclass knows where."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Qt asks many times before anything changes, and words are slow to measure.
        if width not in self._heights:
            around = self.contentsMargins()
            inside = self.heights(width - around.left() - around.right())
            self._heights[width] = inside + around.top() + around.bottom()
        return self._heights[width]

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def minimumSize(self) -> QSize:
        """Return the size of the greatest part: they can stand below one another."""
        if self._least is None:
            size = QSize(0, 0)
            for part in self.shown():
                size = size.expandedTo(least_size(part))
            self._least = size.grownBy(self.contentsMargins())
        return QSize(self._least)

    def invalidate(self) -> None:
        """Measure anew when next asked."""
        self._heights = {}
        self._least = None
        self._sizes = None
        self._seen = None
        super().invalidate()

    def maximumSize(self) -> QSize:
        return QSize(_NO_LIMIT, _NO_LIMIT)

    def setGeometry(self, area: QRect) -> None:
        # The box would put the parts in a row of its own: only the area is remembered.
        QLayout.setGeometry(self, area)
        self.arrange(area.marginsRemoved(self.contentsMargins()))

    def sizes(self) -> list[tuple[QWidget, QSize]]:
        """Return the parts that take room, each with the size it asks for."""
        if self._sizes is None:
            self._sizes = [(part, size_of(part)) for part in self.shown()]
        return self._sizes

    def shown(self) -> list[QWidget]:
        """Return the parts that take room, in the order in which they were added."""
        if self.count() != len(self._parts):
            self._parts = [part for part in self._parts if isValid(part) and self._holds(part)]
            self._seen = None
        if self._seen is None:
            self._seen = [part for part in self._parts if not part.isHidden()]
        return self._seen

    def _holds(self, part: QWidget) -> bool:
        return self.indexOf(part) >= 0


@contextmanager
def arranged_once(widget: QWidget) -> Iterator[None]:
    """Show, hide and reword many parts of a widget; Qt would arrange the page anew for each.

    The places are worked out when the event loop comes round, before anything is painted.
    """
    layout = widget.layout()
    assert layout is not None
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)


def arrange_now(widget: QWidget) -> None:
    """Put every part of a widget in its place at once, from the innermost layout outwards.

    Qt tells a layout what changed inside it one turn of events after another, as many as the parts
    lie deep within each other. Twice, for heights follow from the widths that the first one gave.
    """
    inside_out = widget.findChildren(QLayout)[::-1]
    for layout in inside_out * 2:
        layout.activate()


def size_of(part: QWidget) -> QSize:
    """Return the size a widget asks for."""
    hint = part.sizeHint().expandedTo(part.minimumSizeHint())
    return hint.boundedTo(part.maximumSize()).expandedTo(part.minimumSize())


def least_size(part: QWidget) -> QSize:
    """Return the size below which a widget should not be made."""
    policy, least, hint = part.sizePolicy(), part.minimumSizeHint(), size_of(part)
    if not _may_shrink(policy.horizontalPolicy()):
        least.setWidth(hint.width())
    if not _may_shrink(policy.verticalPolicy()):
        least.setHeight(hint.height())
    return least.boundedTo(part.maximumSize()).expandedTo(part.minimumSize())


def height_of(part: QWidget, width: int) -> int:
    """Return the height a widget asks for within a width."""
    if part.hasHeightForWidth():
        return max(part.heightForWidth(width), part.minimumHeight())
    return size_of(part).height()


def _may_shrink(policy: QSizePolicy.Policy) -> bool:
    return bool(policy.value & QSizePolicy.PolicyFlag.ShrinkFlag.value)
