"""Shows Markdown as text of our own: no HTML, nothing to press, nothing to fetch."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.marked_text import Block, Kind, read
from desktop.ui.look import spacing
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.wording import Run

_SET_IN = 16


class _Paragraph(Text):
    role = "notes"
    strong = "body_strong"


class _Heading(_Paragraph):
    role = "body_strong"
    strong = "body_strong"


class _Quotation(_Paragraph):
    role = "serif"
    strong = "serif"


_TEXTS: dict[Kind, type[_Paragraph]] = {
    Kind.PARAGRAPH: _Paragraph,
    Kind.POINT: _Paragraph,
    Kind.HEADING: _Heading,
    Kind.QUOTATION: _Quotation,
}


class MarkedText(QWidget):
    """A column of blocks; each a label of plain words."""

    def __init__(self) -> None:
        """Show nothing before ``tell``."""
        super().__init__()
        self._told = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing.GRID)

    def tell(self, text: str) -> None:
        """Show another text."""
        if text == self._told:
            return
        self._told = text
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for block in read(text):
            self._column.addWidget(_shown(block))


def _shown(block: Block) -> Text:
    kind = _TEXTS[block.kind]
    label = kind()
    sign = (Run(f"{block.sign} "),) if block.sign else ()
    words = (Run(span.text, kind.strong if span.strong else None) for span in block.spans)
    label.set_runs(*sign, *words)
    set_in = _SET_IN * (block.depth + (block.kind is Kind.QUOTATION))
    label.setContentsMargins(set_in, 0, 0, 0)
    return label
