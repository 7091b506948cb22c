"""A4 or US Letter: what is usual where the manager is, and the other at a press."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.export.paper import PageSize
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow_layout import FlowLayout

_LETTER = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Where people print on US Letter (Unicode CLDR, supplemental data, paperSize)."""

_SIZES = tuple(PageSize)


def usual_size(locale: QLocale) -> PageSize:
    """Return the sheet that is usual in the country of a locale."""
    country = QLocale.territoryToCode(locale.territory())
    return PageSize.LETTER if country in _LETTER else PageSize.A4


class PaperSize(QWidget):
    """Two chips, of which one is chosen."""

    size_chosen = Signal()

    def __init__(self) -> None:
        """Begin with what is usual here."""
        super().__init__()
        self.setAccessibleName(self.tr("Size of the sheet"))
        self._chips = QButtonGroup(self)
        row = FlowLayout(self, gap=6)
        for number, name in enumerate((self.tr("A4"), self.tr("US Letter"))):
            chip = Chip(name)
            self._chips.addButton(chip, number)
            row.addWidget(chip)
        self._chips.button(_SIZES.index(usual_size(QLocale.system()))).setChecked(True)
        self._chips.idClicked.connect(self._announce)

    def choose(self, size: PageSize) -> None:
        """Choose without announcing it."""
        self._chips.button(_SIZES.index(size)).setChecked(True)

    def chosen(self) -> PageSize:
        """Return the sheet that was chosen."""
        return _SIZES[self._chips.checkedId()]

    def _announce(self) -> None:
        self.size_chosen.emit()
