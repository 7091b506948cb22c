"""The recovery key on paper: a sheet for the drawer, sent straight to a printer.

A file of it is written only where somebody wants that instead. Loaded only when one of the two is
pressed. Source: security.md 2.2.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from desktop import files
from desktop.ui.look import typefaces

JOB_NAME = "Onward recovery sheet"
_MARGIN = 62  # points
_POINTS_PER_INCH = 72
_COLUMNS = 2
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_INK, _MUTED = QColor("#000000"), QColor("#444444")


@dataclass(frozen=True, slots=True)
class KeySheet:
    """What stands on the sheet: the vault's name, the day in words, and the key in its groups."""

    vault: str
    made: str
    groups: tuple[str, ...] = field(repr=False)


def send_to_printer(window: QWidget, sheet: KeySheet) -> str:
    """Ask for a printer and print the sheet; return what happened, or nothing if cancelled."""
    if not QPrinterInfo.availablePrinterNames():
        return _tr(
            "No printer is set up on this computer. Please copy the key by hand, or save it."
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB_NAME)
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not accepted:
        return ""
    if paint_sheet(printer, sheet):
        return _tr("Sent to the printer. Please check that the sheet can be read.")
    return _tr("The printer did not take the sheet. Please try again, or copy the key by hand.")


def as_pdf(sheet: KeySheet) -> bytes:
    """Return the sheet as a PDF, made in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setTitle(_tr("Onward recovery sheet"))
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert paint_sheet(device, sheet), "memory takes every page"
    return bytes(buffer.data().data())


def paint_sheet(device: QPagedPaintDevice, sheet: KeySheet) -> bool:
    """Paint the sheet on one page; return False if the device refuses."""
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter()
    if not painter.begin(device):
        return False
    # From here on one unit is one point, whatever the device resolves.
    scale = device.logicalDpiX() / _POINTS_PER_INCH
    painter.scale(scale, scale)
    _SheetPainting(painter, device.width() / scale).paint(sheet)
    return painter.end()


class _SheetPainting:
    """Sets one line of the sheet below the other."""

    def __init__(self, painter: QPainter, page_width: float) -> None:
        self._painter = painter
        self._width = page_width - 2 * _MARGIN
        self._top = float(_MARGIN)

    def paint(self, sheet: KeySheet) -> None:
        self._write(_tr("Onward recovery sheet"), "title", 26)
        # The usual vault has a name that its manager never chose.
        usual = sheet.vault == files.default_vault().name
        words = _tr("Made on {day}") if usual else _tr("Vault: {vault}   ·   Made on {day}")
        about = words.format(vault=sheet.vault, day=sheet.made)
        self._write(about, "label", 10.5, _MUTED, gap=4)
        self._groups(sheet.groups)
        self._write(_tr("How to use it"), "serif_heading", 14, gap=34)
        for number, sentence in enumerate(_how_to_use(), 1):
            self._write(f"{number}.  {sentence}", "serif", 11.5, gap=7)
        self._write(_keep_it(), "serif", 11.5, gap=18)
        self._write(_for_a_technician(), "label", 9, _MUTED, gap=34)

    def _write(
        self, text: str, role: str, size: float, ink: QColor = _INK, *, gap: float = 0
    ) -> None:
        self._painter.setFont(_font(role, size))
        self._painter.setPen(ink)
        area = QRectF(_MARGIN, self._top + gap, self._width, 1000)
        taken = self._painter.boundingRect(area, _WRAP, text)
        self._painter.drawText(area, _WRAP, text)
        self._top = taken.bottom()

    def _groups(self, groups: tuple[str, ...]) -> None:
        self._top += 30
        rows = -(-len(groups) // _COLUMNS)
        row_height = 30.0
        for place, group in enumerate(groups):
            left = _MARGIN + (place // rows) * 150
            top = self._top + (place % rows) * row_height
            self._draw(str(place + 1), QRectF(left, top, 22, row_height), "label", 10, _MUTED)
            spaced = " ".join(group)
            self._draw(spaced, QRectF(left + 34, top, 110, row_height), "heading", 17, _INK)
        self._top += rows * row_height

    def _draw(self, text: str, area: QRectF, role: str, size: float, ink: QColor) -> None:
        self._painter.setFont(_font(role, size))
        self._painter.setPen(ink)
        self._painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)


def _font(role: str, size: float) -> QFont:
    face = typefaces.roles()[role]
    font = QFont(face.family)
    font.setWeight(QFont.Weight(face.weight))
    # Pixels of the scaled painter are points of the page. Whole ones only, so sizes are rounded.
    font.setPixelSize(round(size))
    return font


def _how_to_use() -> tuple[str, ...]:
    return (
        _tr("Start Onward and choose “Use recovery key” below the passphrase."),
        _tr(
            "Type the groups in their order, with or without spaces, in small or capital letters. "
            "There is no letter O, I, L or U: what looks like one is a zero or a one."
        ),
        _tr("Choose a new passphrase. This sheet stays valid."),
    )


def _keep_it() -> str:
    return _tr(
        "Keep this sheet at home, away from the computer. Whoever holds it and your vault can "
        "read everything in it. Without this sheet and without the passphrase, nobody can."
    )


def _for_a_technician() -> str:
    return _tr(
        "For a technician, without Onward: the first 52 characters are the raw 256-bit key of "
        "notes.db (SQLCipher 4) in Crockford’s base32, followed by four bits of zero; "
        "the last 4 characters are a check."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeySheet", text)
