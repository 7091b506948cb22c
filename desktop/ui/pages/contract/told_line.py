"""One line of what became of the version before: whose, what, how it ended."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.since import Became, Change
from desktop.domain.shortened import in_a_row
from desktop.ui.widgets.text import Body, SmallMuted, SmallStrong
from desktop.ui.widgets.wording import Run


class ToldLine(QWidget):
    """Whose, what and how it ended; below it what is said of it, or what it is written with."""

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self._words = Body()
        self._became = _Became(ink="accent")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._became, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def add_below(self, part: QWidget) -> None:
        """Add what stands below the line."""
        self._column.addWidget(part)

    def tell(self, change: Change, person: str) -> None:
        """Show a change; ``person`` is the name that people say."""
        mine = change.commitment.owner is Owner.MANAGER
        name = self.tr("You") if mine else person
        what = in_a_row(change.commitment.what)
        self._words.set_runs(Run(f"{name}  ", "label_strong"), Run(what))
        self._became.setText(_became(change.became))


class ReasonedLine(ToldLine):
    """A line of an agreed version, with the reason that was given."""

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self._reason = SmallMuted()
        self.add_below(self._reason)

    def tell(self, change: Change, person: str) -> None:
        """Show a change and why."""
        super().tell(change, person)
        self._reason.setText(change.reason)
        self._reason.setVisible(bool(change.reason))


class _Became(SmallStrong):
    """How it ended, which never wraps."""

    wraps = False


def _became(what: Became) -> str:
    """Return how a commitment ended, in a word or two."""
    return {
        Became.KEPT: QCoreApplication.translate("Told", "kept"),
        Became.MOVED: QCoreApplication.translate("Told", "moved"),
        Became.LET_GO: QCoreApplication.translate("Told", "let go"),
        Became.ADDED: QCoreApplication.translate("Told", "new"),
        Became.REWORDED: QCoreApplication.translate("Told", "reworded"),
        Became.CARRIED: QCoreApplication.translate("Told", "carried on"),
    }[what]
