"""Prints a page: first a preview on the printer's own sheet, then the system's own dialog."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.ui.dialogs import printing
from desktop.ui.dialogs.keys import let_through
from desktop.ui.dialogs.print_preview import PrintPreview


def print_page(parent: QWidget, pdf: bytes) -> str | None:
    """Return the name of the printer that took the page, or None when it was called off.

    Raises Trouble when there is no printer or it does not take the page.
    """
    printer = printing.find_printer()
    if printer is None:
        raise printing.trouble(_tr("No printer is set up on this computer."))
    printing.prepare(printer, pdf)
    preview = PrintPreview(parent, printer, pdf)
    let_through(parent.window(), preview)
    accepted = preview.exec() == QDialog.DialogCode.Accepted
    preview.setParent(None)
    preview.deleteLater()
    if not accepted:
        return None
    printing.draw(printer, pdf, printing.FINEST)
    return printer.printerName() or _tr("your printer")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintPage", text)
