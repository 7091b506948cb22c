"""The sheet as the printer would have it, before the system asks which printer."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFrame, QGraphicsView, QVBoxLayout, QWidget

from desktop.ui import look
from desktop.ui.dialogs import printing
from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_SIZE = (560, 680)
_MOST_OF_THE_WINDOW = 0.94


class PrintPreview(QDialog):
    """Shows every sheet; accepted once the system's dialog was agreed to."""

    def __init__(self, parent: QWidget, printer: "QPrinter", pdf: bytes) -> None:
        """Draw a PDF as ``printer`` would."""
        from PySide6.QtPrintSupport import QPrintPreviewWidget

        super().__init__(parent)
        # A constant, as the title of every window (security.md section 4).
        self.setWindowTitle("Onward")
        self._printer = printer
        self._pdf = pdf
        self._sheets = QPrintPreviewWidget(printer, self)
        self._print = PrimaryButton(self.tr("Choose a printer…"))
        self._cancel = PlainButton(self.tr("Cancel"))
        self._build(parent)
        self._sheets.paintRequested.connect(self._draw)
        self._print.clicked.connect(self._choose)
        self._cancel.clicked.connect(self.reject)

    def _build(self, parent: QWidget) -> None:
        self._sheets.setAccessibleName(self.tr("Preview of the printed page"))
        self._sheets.setViewMode(self._sheets.ViewMode.AllPagesView)
        self._sheets.fitInView()
        # Its own ground is one grey for all themes.
        ground = self._sheets.findChild(QGraphicsView)
        if ground is not None:
            ground.setBackgroundBrush(look.current().colour("side"))
            ground.setFrameShape(QFrame.Shape.NoFrame)
        kept = SmallMuted(
            self.tr("The print queue and the printer itself may keep a copy for a while.")
        )
        row = FlowLayout(gap=spacing.GRID)
        row.addWidget(self._print)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(self._sheets, 1)
        column.addWidget(kept)
        column.addLayout(row)
        self._print.setDefault(True)
        room = parent.window().size() * _MOST_OF_THE_WINDOW
        self.resize(
            min(room.width(), look.current().scaled(_SIZE[0])),
            min(room.height(), look.current().scaled(_SIZE[1])),
        )

    def _draw(self, printer: "QPrinter") -> None:
        printing.draw(printer, self._pdf)

    def _choose(self) -> None:
        from desktop.export.page_image import page_sizes

        if printing.choose_printer(self, self._printer, len(page_sizes(self._pdf))):
            self.accept()
