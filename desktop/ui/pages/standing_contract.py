"""The contract as it stands, on a person's page: both sides' open promises and the question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal

from desktop.domain.people import first_name
from desktop.domain.shared.commitments import Commitment, CommitmentState, Owner
from desktop.domain.shared.contract import Contract
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.rows import TONE_INK, Rows
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.card import SharedPanel
from desktop.ui.widgets.text import SmallList, SmallMuted
from desktop.ui.widgets.wording import Run

_MOST = 3
"""Open promises of each side that are said here: those due first, so that one screen holds all."""


class _RestLink(LinkButton):
    """Begins where the lines above it begin."""

    role = "label"
    side_padding = 0
    top_padding = 1


@dataclass(frozen=True, slots=True)
class ContractLine:
    """One line of the contract: a name or a promise with its date."""

    key: str
    runs: tuple[Run, ...]
    full_day: str = ""


class ContractRows(Rows[SmallList, ContractLine]):
    """The lines of both sides."""

    def new_row(self) -> SmallList:
        """Return an empty line."""
        return SmallList()

    def word(self, row: SmallList, line: ContractLine) -> None:
        """Say a line; the whole date is there on hover and for screen readers."""
        row.set_runs(*line.runs)
        row.setToolTip(line.full_day)
        row.setAccessibleDescription(line.full_day)


class StandingContract(SharedPanel):
    """The latest version that was agreed; a draft is never mistaken for it (product E2)."""

    rest_asked = Signal()
    """The promises for which there is no room here are to be read."""

    def __init__(self) -> None:
        """Begin without a contract."""
        super().__init__("")
        self._rows = ContractRows()
        self._instead = SmallMuted()
        self._question = SmallMuted()
        self._rest = _RestLink("")
        self._rest.clicked.connect(self.rest_asked)
        for part in (self._rows, self._instead):
            self.body.addWidget(part)
        self.body.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._question)

    def tell_none(self, *, has_draft: bool) -> None:
        """Say that nothing was agreed yet."""
        self.set_label(self.tr("Contract"))
        self._rows.tell(())
        self._question.hide()
        self._rest.hide()
        self._say_instead(
            self.tr("The first contract is still a draft. It counts once it is shared.")
            if has_draft
            else self.tr("No contract yet. It comes at the end of the first conversation.")
        )

    def tell(self, contract: Contract, name: str, shared: date | None, today: date) -> None:
        """Show the contract with a person; ``shared`` is when they got it, if they did."""
        self.set_label(self._title(contract, shared, today))
        lines = [
            *self._side(first_name(name), contract.of(Owner.PERSON), today),
            *self._side(self.tr("You"), contract.of(Owner.MANAGER), today),
        ]
        self._rows.tell(lines)
        sides = (contract.of(Owner.PERSON), contract.of(Owner.MANAGER))
        self._say_rest(sum(max(0, len(_still_open(side)) - _MOST) for side in sides))
        self._say_instead("" if lines else self._nothing_open(contract))
        question = self.tr("Open question: {question}").format(question=contract.open_question)
        self._question.setText(question)
        self._question.setVisible(bool(contract.open_question.strip()))

    def _title(self, contract: Contract, shared: date | None, today: date) -> str:
        if shared is not None:
            words, day = self.tr("Contract v{version}, shared {day}"), shared
        else:
            agreed = contract.agreed.date() if contract.agreed else today
            words, day = self.tr("Contract v{version}, agreed {day}"), agreed
        return words.format(version=contract.version, day=dates.spoken_day(day, today))

    def _side(
        self, name: str, commitments: Sequence[Commitment], today: date
    ) -> Iterator[ContractLine]:
        still_open = _still_open(commitments)
        if still_open:
            yield ContractLine(still_open[0].owner or name, (Run(name, "label_strong"),))
        soonest = sorted(still_open, key=lambda c: c.by or date.max)[:_MOST]
        for commitment in (c for c in still_open if c in soonest):
            yield self._line(commitment, today)

    def _line(self, commitment: Commitment, today: date) -> ContractLine:
        if commitment.by is None:
            return ContractLine(commitment.id, (Run(commitment.what),))
        words, tone = dates.due(commitment.by, today)
        if tone is Tone.CALM:
            by = self.tr("by {day}").format(day=dates.spoken_day(commitment.by, today))
            due = Run(f" {by}")
        else:
            due = Run(f" {words}", "label_strong", TONE_INK[tone])
        full = dates.full_day(commitment.by)
        return ContractLine(commitment.id, (Run(commitment.what), due), full)

    def _nothing_open(self, contract: Contract) -> str:
        if contract.commitments:
            return self.tr("Every commitment is kept.")
        reason = contract.nothing_agreed_because
        return self.tr("Nothing agreed this time: {reason}").format(reason=reason)

    def _say_rest(self, count: int) -> None:
        self._rest.setText(self.tr("%n more in the contract", "", count))
        self._rest.setVisible(count > 0)

    def _say_instead(self, sentence: str) -> None:
        self._instead.setText(sentence)
        self._instead.setVisible(bool(sentence))


def _still_open(commitments: Sequence[Commitment]) -> list[Commitment]:
    return [c for c in commitments if c.state is CommitmentState.OPEN]
