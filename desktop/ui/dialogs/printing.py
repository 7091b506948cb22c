"""The printer: found, asked for, and given the very bytes of a PDF as finely as it can show them.

Qt looks for printers as soon as it hears of one, on this computer's own print service, so nothing
of it is loaded before somebody asks to print (security.md section 3, row 15).
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain.errors import Trouble
from desktop.ui.dialogs.keys import let_through

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST = 600
"""Dots per inch; a finer sheet of A4 would take more than 100 MB and look the same."""

_FOR_THE_SCREEN = 110
_POINTS = 72
_LETTER_IS_WIDER_THAN = 600


def find_printer() -> "QPrinter | None":
    """Return the printer that the system would use, or None when it has none."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        return None
    return QPrinter(QPrinter.PrinterMode.HighResolution)


def choose_printer(parent: QWidget, printer: "QPrinter", sheets: int) -> bool:
    """Ask with the system's dialog where to print; whether it was agreed to."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    dialog = QPrintDialog(printer, parent)
    # A file is what "Save PDF" writes, with real text in it.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setMinMax(1, sheets)
    let_through(parent.window(), dialog)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.setParent(None)
    dialog.deleteLater()
    return accepted


def draw(printer: "QPrinter", pdf: bytes, finest: int = _FOR_THE_SCREEN) -> None:
    """Draw the sheets that were asked for; Trouble when the printer does not take them."""
    from desktop.export.page_image import page_sizes

    sizes = page_sizes(pdf)
    painter = QPainter()
    if not painter.begin(printer):
        raise trouble(_tr("The printer did not take the page."))
    first, last = max(printer.fromPage(), 1), printer.toPage() or len(sizes)
    for number in range(first, last + 1):
        if number > first and not printer.newPage():
            painter.end()
            raise trouble(_tr("The printer stopped before the last sheet."))
        _draw_sheet(painter, printer, pdf, number - 1, sizes[number - 1], finest)
    painter.end()


def _draw_sheet(
    painter: QPainter,
    printer: "QPrinter",
    pdf: bytes,
    number: int,
    size: tuple[float, float],
    finest: int,
) -> None:
    from desktop.export.page_image import page_image

    dots = printer.resolution()
    paper = painter.viewport()
    width, height = (side / _POINTS * dots for side in size)
    # Never larger than it is; smaller only where the sheet is.
    scale = min(1.0, paper.width() / width, paper.height() / height)
    width, height = width * scale, height * scale
    page = page_image(pdf, number, round(width * min(dots, finest) / dots))
    image = QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    left, top = (paper.width() - width) / 2, (paper.height() - height) / 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(left, top, width, height), image)


def prepare(printer: "QPrinter", pdf: bytes) -> None:
    """Set a printer to the size of the page, its whole sheet, and a name that says nothing."""
    from PySide6.QtGui import QPageSize

    from desktop.export.page_image import page_sizes

    # A constant: print queues and their logs keep it (security.md section 4).
    printer.setDocName(_tr("Summary"))
    printer.setCreator("Onward")
    printer.setFullPage(True)
    wide = page_sizes(pdf)[0][0] > _LETTER_IS_WIDER_THAN
    name = QPageSize.PageSizeId.Letter if wide else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(name))


def trouble(what_happened: str) -> Trouble:
    """Return bad news about a printer, with the next best way."""
    return Trouble(
        what_happened=what_happened,
        what_is_safe=_tr("Nothing was recorded, and the page is unchanged."),
        what_to_do=_tr("Save the PDF and print it where there is a printer."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintPage", text)
