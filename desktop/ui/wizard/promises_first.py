"""What both sides promised last time, the manager's part first (playbook O4)."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import CommitmentId, ConversationId
from desktop.domain.people import first_name
from desktop.domain.shared.commitments import Commitment, CommitmentState, Owner
from desktop.domain.shortened import in_a_row
from desktop.services import clock, contracts, people
from desktop.ui.desk import Desk
from desktop.ui.look import dates, spacing
from desktop.ui.look.dates import Tone
from desktop.ui.widgets.card import SharedPanel
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.text import SmallMuted, SmallStrong

_INK = {Tone.CALM: "muted", Tone.SOON: "soon", Tone.LATE: "late"}


class PromiseLine(QWidget):
    """A box to tick, what was promised, and whether it is kept or how its date sounds."""

    settled = Signal(str, bool)

    def __init__(self, commitment: Commitment, parent: QWidget | None = None) -> None:
        """Stand for one commitment; ``tell`` says how it is with it."""
        super().__init__(parent)
        self.key = commitment.id
        self.tick = Tick(in_a_row(commitment.what))
        self._due = SmallStrong(align=Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(2 * spacing.GRID)
        row.addWidget(self.tick, 1)
        row.addWidget(self._due)
        self.tick.clicked.connect(self._announce)

    def tell(self, commitment: Commitment, today: date) -> None:
        """Say how it stands."""
        kept = commitment.state is CommitmentState.DONE
        self.tick.setChecked(kept)
        words, tone = dates.due(commitment.by, today) if commitment.by else ("", Tone.CALM)
        self._due.setText(self.tr("kept") if kept else words)
        self._due.set_ink("accent" if kept else _INK[tone])
        self._due.setToolTip(dates.full_day(commitment.by) if commitment.by else "")
        self.tick.setAccessibleDescription(
            self.tr("kept") if kept else self.tr("still open, {due}").format(due=words)
        )

    def _announce(self, checked: bool) -> None:
        self.settled.emit(self.key, checked)


class PromisesFirst(QWidget):
    """The standing contract's commitments, to be ticked off together; what is not stays open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Read and settle through ``desk``; nothing is shown before ``open``."""
        super().__init__(parent)
        self._desk = desk
        self._panel = SharedPanel("")
        self._conversation: ConversationId | None = None
        self._lines: list[PromiseLine] = []
        self._sides = QVBoxLayout()
        self._sides.setSpacing(2)
        self._hint = SmallMuted(
            self.tr("Tick what was kept. What stays unticked is still open and carries over.")
        )
        self._panel.body.addLayout(self._sides)
        self._panel.body.addSpacing(spacing.GRID)
        self._panel.body.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)
        column.addSpacing(spacing.CARD_GAP - 4)

    def open(self, conversation: ConversationId | None) -> None:
        """Show the commitments that a conversation goes through; None: another question stands."""
        self._conversation = conversation
        self.refresh()

    def refresh(self) -> None:
        """Read again how each one stands; the lines stay while they are the same."""
        if self._conversation is None:
            return
        contract = self._desk.ask(contracts.gone_through_at, self._conversation)
        if contract is None or contract.agreed is None:
            self._lay_out({})
            return
        person = self._desk.ask(people.person, contract.person)
        self._lay_out(
            {
                self.tr("You"): _not_let_go(contract.of(Owner.MANAGER)),
                first_name(person.name): _not_let_go(contract.of(Owner.PERSON)),
            }
        )
        today = self._desk.ask(clock.today)
        standing = {commitment.id: commitment for commitment in contract.commitments}
        for line in self._lines:
            line.tell(standing[line.key], today)
        words = self.tr("Contract v{version}, agreed {day}")
        day = dates.spoken_day(contract.agreed.date(), today)
        self._panel.set_label(words.format(version=contract.version, day=day))

    def focus_first(self) -> None:
        """Put the keyboard on the first commitment that is still open, else on the first."""
        still_open = [line for line in self._lines if not line.tick.isChecked()]
        for line in (*still_open, *self._lines)[:1]:
            line.tick.setFocus()

    def _lay_out(self, sides: Mapping[str, Sequence[Commitment]]) -> None:
        wanted = [commitment.id for side in sides.values() for commitment in side]
        if [line.key for line in self._lines] == wanted:
            return
        self._clear()
        for name, side in sides.items():
            if side:
                self._sides.addSpacing(spacing.GRID)
                self._sides.addWidget(SmallStrong(name))
            for commitment in side:
                self._add_line(commitment)

    def _clear(self) -> None:
        self._lines = []
        while (item := self._sides.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def _add_line(self, commitment: Commitment) -> None:
        line = PromiseLine(commitment)
        line.settled.connect(self._settle)
        self._sides.addWidget(line)
        self._lines.append(line)

    def _settle(self, commitment: str, kept: bool) -> None:
        self._desk.do(contracts.settle, CommitmentId(commitment), done=kept)
        # One that could not be saved is shown again as it stands.
        self.refresh()


def _not_let_go(commitments: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Return those that are still to be spoken of: what was let go has had its word."""
    return tuple(one for one in commitments if one.state is not CommitmentState.LET_GO)
