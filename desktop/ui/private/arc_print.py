"""The arc on paper, for the manager alone; made in memory and given to the printer (H1).

One of the named doors out of the private half: every sheet says so, and nothing is written to the
disk on the way.
"""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QPoint,
    QRectF,
)
from PySide6.QtGui import (
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QRegion,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from desktop.domain.private.arc import Arc
from desktop.ui import look
from desktop.ui.look import Look, theme
from desktop.ui.look.worn import put_on
from desktop.ui.plots.picture import Names
from desktop.ui.plots.time_line import TimeLine
from desktop.ui.private import arc_words

_DOTS = 96
_MARGIN = 15
"""Millimetres; nearer to the edge many a printer cuts the letters off."""


def arc_pdf(name: str, day: str, names: Names, arc: Arc, today: date) -> bytes:
    """Return the arc as a PDF: the picture on the first sheet, the same in words after it."""
    worn = look.current()
    # Ink on paper, whatever the screen wears.
    put_on(Look(replace(theme.load("light"), private_ground="#FFFFFF")))
    try:
        return _on_sheets(name, day, names, arc, today)
    finally:
        put_on(worn)


def _on_sheets(name: str, day: str, names: Names, arc: Arc, today: date) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    # A constant, as the title of every window (security.md section 4).
    writer.setTitle("Onward")
    writer.setResolution(_DOTS)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    upright = QPageLayout.Orientation.Portrait
    size, unit = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Unit.Millimeter
    writer.setPageLayout(QPageLayout(size, upright, margins, unit))
    painter = QPainter(writer)
    top = _heading(painter, writer.width(), name, day)
    top += _picture(painter, top, writer.width(), names, arc, today)
    _words(painter, writer, top, arc)
    painter.end()
    buffer.close()
    return bytes(content.data())


def _heading(painter: QPainter, width: int, name: str, day: str) -> float:
    painter.setFont(look.current().font("panel"))
    painter.setPen(look.current().colour("private"))
    room = QRectF(0, 0, width, look.current().pitch("panel"))
    painter.drawText(room, _tr("Private. For nobody but you: keep it where nobody else reads it."))
    painter.setFont(look.current().font("title"))
    painter.setPen(look.current().colour("ink"))
    room = QRectF(0, room.bottom() + 6, width, look.current().pitch("title") + 4)
    painter.drawText(room, _tr("The arc of {name}").format(name=name))
    painter.setFont(look.current().font("label"))
    painter.setPen(look.current().colour("muted"))
    room = QRectF(0, room.bottom() + 2, width, look.current().pitch("label"))
    painter.drawText(room, _tr("As it stood on {day}").format(day=day))
    return room.bottom() + 20


def _picture(
    painter: QPainter, top: float, width: int, names: Names, arc: Arc, today: date
) -> float:
    line = TimeLine("", names)
    line.tell(arc_words.marks(arc), today)
    line.resize(width, line.sizeHint().height())
    line.ensurePolished()
    only = QWidget.RenderFlag.DrawChildren
    line.render(painter, QPoint(0, round(top)), QRegion(), only)
    height = line.height()
    line.deleteLater()
    return height + 24.0


def _words(painter: QPainter, writer: QPdfWriter, top: float, arc: Arc) -> None:
    """Write the rows of the table, on as many sheets as they need."""
    document = QTextDocument()
    document.setDefaultFont(look.current().font("label"))
    document.setDocumentMargin(0)
    told = (" · ".join(filter(None, row.cells)) for row in arc_words.rows(arc))
    ink = QTextCharFormat()
    ink.setForeground(look.current().colour("ink"))
    QTextCursor(document).insertText("\n".join(told), ink)
    document.setTextWidth(writer.width())
    begun, whole = 0.0, document.size().height()
    while begun < whole:
        room = writer.height() - top
        painter.save()
        painter.translate(0, top - begun)
        end = _last_line(document, begun + room) if begun + room < whole else whole
        document.drawContents(painter, QRectF(0, begun, writer.width(), end - begun))
        painter.restore()
        if end <= begun:
            break
        begun, top = end, 0.0
        if begun < whole:
            writer.newPage()
            top = look.current().pitch("panel") + 12
            painter.setFont(look.current().font("panel"))
            painter.setPen(look.current().colour("private"))
            painter.drawText(QRectF(0, 0, writer.width(), top), _tr("Private. For nobody but you."))


def _last_line(document: QTextDocument, edge: float) -> float:
    """Return where the last whole line above an edge ends, so that none is cut in two."""
    end, block = 0.0, document.begin()
    while block.isValid():
        place = document.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            bottom = place + line.y() + line.height()
            if bottom > edge:
                return end
            end = bottom
        block = block.next()
    return end


def _tr(text: str) -> str:
    return QCoreApplication.translate("ArcPrint", text)
