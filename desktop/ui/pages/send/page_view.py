"""The true page on the screen, drawn from the bytes that leave."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.unrolled import Unrolled

_AROUND = 26
_BETWEEN = 18
_LEAST = 420
_LOWEST = 320
_STILL_READABLE = 0.85
"""Pixels at 100 % text that a sheet should have, and how much of them will do to see it whole."""

_SETTLED_MS = 120
_HIGHEST = 16_777_215
"""Qt's QWIDGETSIZE_MAX: no limit."""

_A4 = 841.89 / 595.28


class PageView(QFrame):
    """All sheets below one another on the side ground; the first is seen whole where it can be."""

    def __init__(self, name: str) -> None:
        """``name`` is what a screen reader says."""
        super().__init__()
        self._room = _HIGHEST
        self._area = _Area(self)
        self._area.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._area)

    def keep_to(self, height: int) -> None:
        """Be no higher than this many pixels, whatever grows beside it; a whole length may be."""
        self._room = max(height, _LOWEST)
        self.find_height()

    def find_height(self) -> None:
        """Be as high as there is room, or as long as the sheets where they lie one by one."""
        self.setMaximumHeight(_HIGHEST if self._area.hasHeightForWidth() else self._room)

    def show_blank(self) -> None:
        """Show an empty sheet while the page is being made."""
        self.show_pdf(b"", "")

    def show_pdf(self, pdf: bytes, words: str) -> None:
        """Show these bytes; ``words`` is what a screen reader reads out."""
        self._area.setAccessibleDescription(words)
        self._area.sheets.show_pdf(pdf)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its hairline, or the ring while the keys scroll the page."""
        worn = look.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        side, line = worn.colour("side"), worn.colour("line")
        paint.rounded(painter, area, spacing.CARD_RADIUS, side, line)
        if self._area.hasFocus():
            paint.focus_ring(painter, area, spacing.CARD_RADIUS, worn.colour("focus"))
        painter.end()


class _Area(Unrolled):
    """Scrolls with the keys too."""

    def __init__(self, frame: PageView) -> None:
        super().__init__()
        self._frame = frame
        self.sheets = _Sheets()
        self.body.addWidget(self.sheets)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_whole(self, whole: bool) -> None:
        super().set_whole(whole)
        self._frame.find_height()
        self._tell_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell_room()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._frame.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._frame.update()

    def _tell_room(self) -> None:
        self.sheets.set_room(0 if self.hasHeightForWidth() else self.viewport().height())


class _Sheets(QWidget):
    """The sheets themselves, sharp on every screen; a little blurred while a window is dragged."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._room = 0
        self._images: tuple[QImage, ...] = ()
        self._drawn_at = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._draw)

    def show_pdf(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._images = ()
        self._drawn_at = 0
        self._draw()
        self.updateGeometry()
        self.update()

    def set_room(self, height: int) -> None:
        """Say in how many pixels a whole sheet would be welcome; 0 for no limit."""
        self._room = height
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        sheet = self._sheet_width(width)
        heights = [round(sheet * shape) for shape in self._shapes()]
        return sum(heights) + _BETWEEN * (len(heights) - 1) + 2 * _AROUND

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_soon()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_soon()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = self._sheet_width(self.width())
        left, top = (self.width() - width) // 2, _AROUND
        for number, shape in enumerate(self._shapes()):
            sheet = QRectF(left, top, width, round(width * shape))
            # Paper is white in the dark too: this is what comes out of the printer.
            painter.fillRect(sheet, Qt.GlobalColor.white)
            if self._images:
                painter.drawImage(sheet, self._images[number])
            painter.setPen(worn.colour("line"))
            painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
            top += round(width * shape) + _BETWEEN
        painter.end()

    def _shapes(self) -> tuple[float, ...]:
        return tuple(image.height() / image.width() for image in self._images) or (_A4,)

    def _sheet_width(self, width: int) -> int:
        widest = width - 2 * _AROUND
        least = min(widest, look.current().scaled(_LEAST))
        if not self._room:
            return max(least, min(widest, look.current().scaled(_LEAST * 4 / 3)))
        whole = int((self._room - 2 * _AROUND) / max(self._shapes()))
        return min(widest, whole) if whole > least * _STILL_READABLE else least

    def _draw_soon(self) -> None:
        if not self._images:
            self._draw()
        else:
            self._settled.start()

    def _draw(self) -> None:
        pixels = round(self._sheet_width(self.width()) * self.devicePixelRatioF())
        if self._pdf and self.width() > 2 * _AROUND and pixels != self._drawn_at:
            self._drawn_at = pixels
            self._images = _images(self._pdf, pixels)
            self.updateGeometry()
            self.update()


def _images(pdf: bytes, width: int) -> tuple[QImage, ...]:
    from desktop.export.page_image import page_images

    colours = QImage.Format.Format_RGB888
    # A copy: an image of Qt's would only borrow the bytes.
    return tuple(
        QImage(page.rgb, page.width, page.height, page.stride, colours).copy()
        for page in page_images(pdf, width)
    )
