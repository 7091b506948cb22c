"""The eleven techniques of listening, one press away from every question (playbook X1 to X11)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.techniques import techniques
from desktop.ui.widgets.text import SectionHeading, SmallMuted, SmallStrong


class Listening(QWidget):
    """They take the place of the coaching; built when they are first asked for."""

    def __init__(self) -> None:
        """Hold nothing before the first ``unfold``."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def unfold(self) -> None:
        """Show them."""
        if not self._column.count():
            self._build()
        self.show()

    def _build(self) -> None:
        self._column.addWidget(SectionHeading(self.tr("While you listen")))
        for technique in techniques():
            self._column.addSpacing(7)
            self._column.addWidget(SmallStrong(technique.name))
            self._column.addWidget(SmallMuted(technique.words))
