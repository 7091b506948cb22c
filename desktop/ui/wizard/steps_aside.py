"""Ways aside from a question: what does not fit, and the sweet spot, each only where it belongs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.questions import Stage
from desktop.ui.widgets.arrangement import arranged_once
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.text import SmallMuted


class _Aside(LinkButton):
    """Begins where the words above it begin."""

    side_padding = 0


class StepsAside(QWidget):
    """Under the coaching; nothing of it in the first stage."""

    limits_asked = Signal()
    sweet_spot_asked = Signal()

    def __init__(self) -> None:
        """Show nothing before ``show_stage``."""
        super().__init__()
        self._not_knowing = SmallMuted(
            self.tr(
                "Not knowing is a whole answer. Keep what draws them and what they are moving "
                "away from, and leave it there."
            )
        )
        self._limits = _Aside(self.tr("This does not fit the organisation"))
        self._spot = _Aside(self.tr("The sweet spot"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._not_knowing, self._limits, self._spot):
            column.addWidget(part)
        self._limits.clicked.connect(self.limits_asked)
        self._spot.clicked.connect(self.sweet_spot_asked)

    def show_stage(self, stage: Stage | None) -> None:
        """Offer what belongs to a stage: needs come into view only at the gap (V3)."""
        with arranged_once(self):
            self._not_knowing.setVisible(stage is Stage.DIRECTION)
            self._limits.setVisible(stage in (Stage.DIRECTION, Stage.GAP))
            self._spot.setVisible(stage is Stage.GAP)
        self.setVisible(stage in (Stage.DIRECTION, Stage.GAP))
