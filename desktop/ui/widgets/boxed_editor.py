"""A field of several lines: as high as its words, framed like a field of one line."""

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.editors import GrowingEditor

_INSIDE = 10
_FRAME = 2


class BoxedEditor(GrowingEditor):
    """Grows with its words; for a question to reword, or a message to draft."""

    def __init__(self, name: str, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        """``name`` is what a screen reader says; a Field around it sets it anew."""
        super().__init__(name, parent, role="body", placeholder=placeholder)
        self.setProperty("boxed", True)
        self.document().setDocumentMargin(_INSIDE)

    def _fit(self, size: QSizeF) -> None:
        super()._fit(QSizeF(size.width(), size.height() + 2 * _FRAME))
