"""The contract as it stands, on a person's page: both sides' open promises and the question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from desktop.domain.people import first_name
from desktop.domain.shared.commitments import Commitment, CommitmentState, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shortened import shortened
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.rows import TONE_INK
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.card import SharedPanel
from desktop.ui.widgets.first_lines import Fitting, Foreseen, TwoLines, first_lines
from desktop.ui.widgets.repeated import Repeated
from desktop.ui.widgets.text import SmallList, SmallMuted, plain_tooltip
from desktop.ui.widgets.wording import Run

_ALL, _OF_MORE = 4, 3
"""So many open promises are all said here; of more than that the first ones due, on one screen."""

_LESS = (_OF_MORE, _OF_MORE, _OF_MORE, 2, 1)
"""How many are said where the page would scroll for more, step by step."""

_FEW = 12
"""Letters that stay of a promise however narrow the card is."""

_FEW_LESS = 4
"""Letters that a promise loses at a time until it has room."""


class _RestLink(LinkButton):
    """Begins where the lines above it begin."""

    role = "label"
    side_padding = 0
    top_padding = 1


@dataclass(frozen=True, slots=True)
class ContractLine:
    """One line of the contract: a name or a promise with its date."""

    runs: tuple[Run, ...]
    full_day: str = ""


class _Line(SmallList):
    """A name, or a promise in two lines at most with its date after them."""

    def __init__(self) -> None:
        super().__init__()
        self._line = ContractLine(())
        self._foreseen = Foreseen(self.role)
        self._fitting = Fitting()

    def tell(self, line: ContractLine) -> None:
        self._line = line
        self._foreseen = Foreseen(self.role, *line.runs)
        self.setAccessibleDescription(line.full_day)
        self._fit()

    def heightForWidth(self, width: int) -> int:
        """Return the height that it will have at a width."""
        if width == self.width():
            return super().heightForWidth(width)
        return self._foreseen.height(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._fitting.is_due(self._line, self.width()):
            return
        told = "".join(run.text for run in self._line.runs)
        fits = self._foreseen.fits(self.width())
        self.set_runs(*(self._line.runs if fits else self._shortened(told)))
        self.setToolTip(self._line.full_day if fits else plain_tooltip(told))

    def _shortened(self, told: str) -> tuple[Run, ...]:
        """Return the promise with fewer words, and its date whole."""
        what, *dues = self._line.runs
        beside = sum(len(run.text) for run in dues)
        most = len(first_lines(told, self.role, self.width())) - beside
        while True:
            runs = (replace(what, text=shortened(what.text, max(most, _FEW))), *dues)
            # The date is bolder than the words: where it still breaks off, a few more give way.
            if most <= _FEW or Foreseen(self.role, *runs).fits(self.width()):
                return runs
            most -= _FEW_LESS


class StandingContract(SharedPanel):
    """The latest version that was agreed; a draft is never mistaken for it (product E2)."""

    rest_asked = Signal()
    """The promises for which there is no room here are to be read."""

    def __init__(self) -> None:
        """Begin without a contract."""
        super().__init__("")
        self._told: tuple[Contract, str, date | None, date] | None = None
        self._step = 0
        self._lines = Repeated(_Line)
        self._instead = SmallMuted()
        self._question = TwoLines()
        self._rest = _RestLink("")
        self._rest.clicked.connect(self.rest_asked)
        for part in (self._lines, self._instead):
            self.body.addWidget(part)
        self.body.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._question)

    def tell_none(self, *, has_draft: bool) -> None:
        """Say that nothing was agreed yet."""
        self._told = None
        self.set_label(self.tr("Contract"))
        self._lines.parts(0)
        self._question.hide()
        self._rest.hide()
        self._say_instead(
            self.tr("The first contract is still a draft. It counts once it is shared.")
            if has_draft
            else self.tr("No contract yet. It comes at the end of the first conversation.")
        )

    def tell(self, contract: Contract, name: str, shared: date | None, today: date) -> None:
        """Show the contract with a person; ``shared`` is when they got it, if they did."""
        self._told = contract, name, shared, today
        self.set_label(self._title(contract, shared, today))
        theirs, mine = (_still_open(contract.of(o)) for o in (Owner.PERSON, Owner.MANAGER))
        most = _room(len(theirs), len(mine), self._step)
        lines = [
            *self._side(first_name(name), theirs, most[0], today),
            *self._side(self.tr("You"), mine, most[1], today),
        ]
        for row, line in zip(self._lines.parts(len(lines)), lines, strict=True):
            row.tell(line)
        self._say_rest(len(theirs) + len(mine) - sum(most))
        self._say_instead("" if lines else self._nothing_open(contract))
        question = self.tr("Open question: {question}").format(question=contract.open_question)
        self._question.say(question)
        self._question.setVisible(bool(contract.open_question.strip()))

    def forget(self) -> None:
        """Begin with somebody else, saying as much as there is room for."""
        self._told = None
        self.say_less(0)

    def say_less(self, step: int) -> None:
        """Say fewer promises, the way to the others stays; 0 says as many as there is room for."""
        if step != self._step:
            self._step = step
            self._question.say_less(less=step > 1)
            if self._told is not None:
                self.tell(*self._told)

    def _title(self, contract: Contract, shared: date | None, today: date) -> str:
        if shared is not None:
            words, day = self.tr("Contract v{version}, shared {day}"), shared
        else:
            agreed = contract.agreed.date() if contract.agreed else today
            words, day = self.tr("Contract v{version}, agreed {day}"), agreed
        return words.format(version=contract.version, day=dates.spoken_day(day, today))

    def _side(
        self, name: str, still_open: Sequence[Commitment], most: int, today: date
    ) -> Iterator[ContractLine]:
        if still_open and most:
            yield ContractLine((Run(name, "label_strong"),))
        soonest = sorted(still_open, key=lambda c: c.by or date.max)[:most]
        for commitment in (c for c in still_open if c in soonest):
            yield self._line(commitment, today)

    def _line(self, commitment: Commitment, today: date) -> ContractLine:
        if commitment.by is None:
            return ContractLine((Run(commitment.what),))
        words, tone = dates.due(commitment.by, today)
        if tone is Tone.CALM:
            by = self.tr("by {day}").format(day=dates.spoken_day(commitment.by, today))
            due = Run(f" {dates.unparted(by)}")
        else:
            due = Run(f" {dates.unparted(words)}", "label_strong", TONE_INK[tone])
        full = dates.full_day(commitment.by)
        return ContractLine((Run(commitment.what), due), full)

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


def _room(theirs: int, mine: int, step: int) -> tuple[int, int]:
    """Return how many promises of each side are said; the longer list gives way, then theirs."""
    most = _ALL if theirs + mine <= _ALL and step < 3 else _LESS[step]
    while theirs + mine > most:
        theirs, mine = (theirs - 1, mine) if theirs >= mine else (theirs, mine - 1)
    return theirs, mine


def _still_open(commitments: Sequence[Commitment]) -> list[Commitment]:
    return [c for c in commitments if c.state is CommitmentState.OPEN]
