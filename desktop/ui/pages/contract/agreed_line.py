"""One commitment of an agreed version: whose, what, by when, and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.shared.commitments import Commitment, Owner, Strength
from desktop.domain.shared.life import Life
from desktop.domain.shared.unsaved import UnsavedWords
from desktop.ui import look
from desktop.ui.look import dates
from desktop.ui.pages.contract.commitment_life import CommitmentLife
from desktop.ui.pages.contract.distances import BESIDE_CHIP, CHIP, ROW_BOTTOM, ROW_TOP
from desktop.ui.pages.contract.strength import said
from desktop.ui.pages.contract.their_mark import TheirMark
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.chips import ChipLabel
from desktop.ui.widgets.repeated import Repeated
from desktop.ui.widgets.text import Body, SmallMuted, Text


class AgreedLines(Repeated["AgreedLine"]):
    """What both sides promised, in the order of the contract."""

    rearranged = Signal()

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__(self._new_line)

    def tell(self, turns: Turns, commitments: tuple[Commitment, ...], person: str) -> None:
        """Show what was agreed; ``person`` is the name that people say."""
        theirs, lives, stands = turns.in_their_words(), turns.lives(), turns.stands()
        lines = self.parts(len(commitments))
        for line, commitment in zip(lines, commitments, strict=True):
            line.tell(turns, commitment, lives[commitment.id], person, stands=stands)
            line.mark.tell(person, is_theirs=commitment.id in theirs.commitments)
        widest = max((line.chip.sizeHint().width() for line in lines), default=0)
        for line in lines:
            line.chip.setMinimumWidth(max(widest, look.current().scaled(CHIP)))

    def put_away(self) -> None:
        """Take what is being written off the screen; it is kept."""
        for line in self._parts:
            line.life.put_away()

    def flush(self) -> bool:
        """Keep what is pending; return whether all of it is kept."""
        kept = [line.life.flush() for line in self._parts]
        return all(kept)

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return what could not be kept; for the sealed draft."""
        return tuple(words for line in self._parts for words in line.life.unsaved())

    def _new_line(self) -> "AgreedLine":
        line = AgreedLine()
        line.life.rearranged.connect(self.rearranged)
        return line


class AgreedLine(QFrame):
    """A hairline separates it from the next one."""

    def __init__(self) -> None:
        """Begin without a commitment."""
        super().__init__()
        self.chip = ChipLabel("")
        self.mark = TheirMark()
        self.life = CommitmentLife()
        self._what = Body()
        self._strength = SmallMuted()
        self._due = _Due()
        height = self.chip.sizeHint().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, ROW_TOP, 0, ROW_BOTTOM)
        row.setSpacing(BESIDE_CHIP)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(_beside(height, self._what, self._strength, self.mark, self.life), 1)
        row.addLayout(_beside(height, self._due))

    def tell(
        self, turns: Turns, commitment: Commitment, life: Life, person: str, *, stands: bool
    ) -> None:
        """Show a commitment; ``stands`` says that its version counts."""
        mine = commitment.owner is Owner.MANAGER
        self.chip.tell(self.tr("You") if mine else person, chosen=mine)
        self._what.setText(commitment.what)
        self._strength.setText(said(commitment.strength))
        self._strength.setVisible(mine and commitment.strength is not Strength.WILL)
        self.life.tell(turns, commitment, life, person, stands=stands)
        due = commitment.due
        self._due.setText(dates.short_day(due) if due else "")
        self._due.setToolTip(dates.full_day(due) if due else "")
        self._due.setVisible(due is not None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.current().colour("line"))
        painter.end()


class _Due(SmallMuted):
    """A date, which never wraps."""

    wraps = False


def _beside(chip_height: int, words: Text, *below: QWidget) -> QVBoxLayout:
    """Return a column in which the first line of words stands at the height of a chip."""
    column = QVBoxLayout()
    pitch = round(look.current().pitch(words.role))
    column.setContentsMargins(0, max(0, (chip_height - pitch) // 2), 0, 0)
    for part in (words, *below):
        column.addWidget(part)
    column.addStretch(1)
    return column
