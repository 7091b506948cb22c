"""Marks along one line of time: a curve over lanes, drawn closer by wheel and keyboard."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.plots.marks import SIDE, Mark, MarkButton
from desktop.ui.plots.picture import Names, Picture
from desktop.ui.plots.span import Span, whole
from desktop.ui.plots.walking import after, beginning

_FACTOR = 1.5
_TURN = 120
"""What a wheel says for one notch."""
_CLOSER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FURTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class TimeLine(QWidget):
    """Shows what happened when; pressing a mark asks for what stands behind it.

    The tab key stops at one mark, the arrows walk from mark to mark. Plus, minus and nought zoom,
    the wheel does with Ctrl held or while the keyboard is here; otherwise it scrolls the page.
    """

    mark_asked = Signal(str)
    zoomed = Signal(bool)
    """Carries whether less than everything is shown."""

    def __init__(self, name: str, names: Names, *, small: bool = False) -> None:
        """``name`` is what a screen reader says of the whole; nothing is drawn before ``tell``."""
        super().__init__()
        self.setAccessibleName(name)
        self._names = names
        self._small = small
        self._marks: tuple[Mark, ...] = ()
        self._buttons: dict[str, MarkButton] = {}
        self._today = date.min
        self._whole = self._span = whole(())
        self._here = ""
        self._chosen = ""
        self._dragged_from: float | None = None
        self._picture: Picture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # What is shown ---------------------------------------------------------------------------

    def tell(self, marks: Sequence[Mark], today: date) -> None:
        """Show other marks, all of them, unless somebody has drawn them closer."""
        told = tuple(sorted(marks, key=lambda m: (m.day, -1 if m.lane is None else m.lane)))
        if (told, today) == (self._marks, self._today):
            return
        was_zoomed = self.is_zoomed()
        self._marks, self._today = told, today
        self._whole = whole([*(mark.day for mark in told), today])
        self._span = self._span.within(self._whole) if was_zoomed else self._whole
        self._make_buttons()
        self._lay()

    def rename(self, names: Names) -> None:
        """Call the parts otherwise, or have other lanes; ``tell`` follows."""
        if names != self._names:
            self._names = names
            self._marks = ()
            self._picture = None
            self.updateGeometry()

    def choose(self, key: str) -> None:
        """Fill the one mark whose passage is read; none for an unknown key."""
        self._chosen = key
        for mark in self._marks:
            if mark.key == key and not self._span.holds(mark.day):
                self._show_span(self._span.showing(mark.day))
        for known, button in self._buttons.items():
            button.is_chosen = known == key
            button.update()
        if key in self._buttons:
            self._here = key
            self._settle()

    def is_zoomed(self) -> bool:
        """Whether less than everything is shown."""
        return self._span != self._whole

    def closer(self) -> None:
        """Draw what is around the keyboard, or the middle, larger."""
        self._zoom(_FACTOR, self._middle())

    def further(self) -> None:
        """Show more of the time around."""
        self._zoom(1 / _FACTOR, self._middle())

    def show_all(self) -> None:
        """Show everything."""
        self._show_span(self._whole)

    def _make_buttons(self) -> None:
        wanted = {mark.key for mark in self._marks}
        spare = [self._buttons.pop(key) for key in [*self._buttons] if key not in wanted]
        for mark in self._marks:
            if mark.key not in self._buttons:
                self._buttons[mark.key] = self._another_button(spare)
            self._buttons[mark.key].tell(mark)
            self._buttons[mark.key].is_chosen = mark.key == self._chosen
        for gone in spare:
            gone.hide()
            gone.deleteLater()
        if self._here not in wanted:
            self._here = self._marks[-1].key if self._marks else ""
        self._chain()
        self._settle()

    def _another_button(self, spare: list[MarkButton]) -> MarkButton:
        """Return the button of a mark that has gone, but not from under the keyboard."""
        if spare and not spare[-1].hasFocus():
            return spare.pop()
        button = MarkButton(self)
        button.asked.connect(self.mark_asked)
        button.reached.connect(self._stand_at)
        return button

    # Sizes -------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return room for the curve, each lane and the axis."""
        return QSize(look.current().scaled(600), self._drawn().height)

    def minimumSizeHint(self) -> QSize:
        """Shrink with the window rather than make it scroll sideways."""
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the marks anew."""
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint everything but the marks, which paint themselves."""
        painter = QPainter(self)
        self._drawn().paint(painter, self.height())
        painter.end()

    def _drawn(self) -> Picture:
        """Return the picture of what is shown now, the last one if it still is."""
        worn = look.current()
        if self._picture is None or self._picture.worn is not worn:
            self._picture = Picture(
                self._names, self._marks, self._span, self._today, self.width(), self._small, worn
            )
        return self._picture

    def _lay(self) -> None:
        self._picture = None
        drawn, side = self._drawn(), look.current().scaled(SIDE)
        for mark, point in zip(self._marks, drawn.points, strict=True):
            button = self._buttons[mark.key]
            left, top = round(point.x() - side / 2), round(point.y() - side / 2)
            button.setGeometry(left, top, side, side)
            button.setVisible(self._span.holds(mark.day))
        self.update()

    # Keys and wheel ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from mark to mark, or zoom."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            event.ignore()
        elif key in _CLOSER:
            self.closer()
        elif key in _FURTHER:
            self.further()
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif not self._walk(key):
            event.ignore()

    def _walk(self, key: Qt.Key) -> bool:
        target = after(self._marks, self._here, key)
        if target is None:
            return False
        self._show_span(self._span.showing(target.day))
        self._buttons[target.key].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; sideways, move along."""
        turned, aside = event.angleDelta().y(), event.angleDelta().x()
        here = QApplication.focusWidget()
        has_keyboard = here is not None and self.isAncestorOf(here)
        is_meant = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) or has_keyboard
        if aside and self.is_zoomed():
            self._show_span(self._span.moved(-aside / _TURN / 10))
        elif turned and is_meant:
            around = (event.position().x() - self._drawn().left) / self._drawn().room
            self._zoom(_FACTOR ** (turned / _TURN), min(max(around, 0.0), 1.0))
        else:
            event.ignore()
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move along, where less than everything is shown."""
        if self.is_zoomed() and event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move along with the pointer."""
        if self._dragged_from is not None:
            by = (self._dragged_from - event.position().x()) / self._drawn().room
            self._dragged_from = event.position().x()
            self._show_span(self._span.moved(by))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._dragged_from = None

    def _zoom(self, factor: float, around: float) -> None:
        self._show_span(self._span.closer(factor, around))

    def _show_span(self, span: Span) -> None:
        shown = span.within(self._whole)
        if shown == self._span:
            return
        self._span = shown
        self._lay()
        self.zoomed.emit(self.is_zoomed())

    def _middle(self) -> float:
        """Return around what the keyboard zooms: the mark it stands at, or the middle."""
        here = beginning(self._marks, self._here)
        if here is None or not self._span.holds(here.day):
            return 0.5
        return self._span.place(here.day)

    def _stand_at(self, key: str) -> None:
        self._here = key
        self._settle()

    def _chain(self) -> None:
        """Let the tab key come to the marks where the picture lies on its page.

        Qt puts what is made later at the end of the window, and chains only what takes the key.
        """
        chain: list[QWidget] = [self, *(self._buttons[mark.key] for mark in self._marks)]
        for part in chain:
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for before, following in pairwise(chain):
            QWidget.setTabOrder(before, following)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _settle(self) -> None:
        for key, button in self._buttons.items():
            stops = key == self._here
            focus = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(focus)
