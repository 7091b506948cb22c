"""What a page may ask and do about the lives of a contract's commitments (product G2 and G7)."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.life import Life, Turn
from desktop.domain.shared.passages import Theirs
from desktop.domain.shared.since import Change, Since
from desktop.domain.shared.unsaved import Form
from desktop.services import clock, contracts, corrections, half_typed, lives
from desktop.ui.desk import Answer, Desk
from desktop.ui.half_typed import HalfTyped


class Turns:
    """Speaks of one version, draft or agreed; nothing here changes a word of it.

    What it tells is read once: whoever wants to see what a turn changed asks anew.
    """

    def __init__(self, desk: Desk, contract: Contract) -> None:
        """Read and act through the shared half."""
        self._desk = desk
        self._contract = contract
        self._lives: Mapping[CommitmentId, Life] | None = None
        self._since: tuple[Since | None] | None = None
        self._another_talk: bool | None = None

    def today(self) -> date:
        """Return the date of now."""
        return self._desk.ask(clock.today)

    def lives(self) -> Mapping[CommitmentId, Life]:
        """Return the life of every commitment that was agreed before."""
        if self._lives is None:
            self._lives = self._desk.ask(lives.of_person, self._contract.person)
        return self._lives

    def is_of_another_talk(self) -> bool:
        """Return whether a draft carries what is open into the contract of another talk."""
        if self._another_talk is None:
            self._another_talk = not self._desk.ask(contracts.is_revised, self._contract)
        return self._another_talk

    def since(self) -> Since | None:
        """Return what changed since the agreed version before; None for the first."""
        if self._since is None:
            now = self._desk.ask(clock.now)
            self._since = (self._desk.ask(lives.since, self._contract, now, told=self.lives()),)
        return self._since[0]

    def told(self) -> tuple[Change, ...]:
        """Return what the page tells both of the version before."""
        since = self.since()
        return since.told if since else ()

    def in_their_words(self) -> Theirs:
        """Return what stands as the person changed it."""
        return self._desk.ask(corrections.theirs, self._contract)

    def stands(self) -> bool:
        """Return whether this version is the one that counts today."""
        standing = self._desk.ask(contracts.standing, self._contract.person)
        return standing is not None and standing.id == self._contract.id

    def keep(self, which: CommitmentId) -> Answer[None]:
        """Note that it was kept."""
        return self._desk.do(lives.keep, which)

    def reopen(self, which: CommitmentId) -> Answer[None]:
        """Open it again."""
        return self._desk.do(lives.reopen, which)

    def move(self, which: CommitmentId, to: date | None, reason: str) -> Answer[None]:
        """Give it another date."""
        return self._desk.do(lives.move, which, to, reason)

    def let_go(self, which: CommitmentId, reason: str) -> Answer[None]:
        """Let it go."""
        return self._desk.do(lives.let_go, which, reason)

    def half_typed(self, fields: Callable[[], str], form: QObject) -> HalfTyped:
        """Return what keeps a ``form`` for a turn, one promise's, while it is typed."""
        return HalfTyped(self._desk, Form.TURN, fields, form)

    def is_half_typed(self, which: CommitmentId) -> bool:
        """Return whether a turn of it was begun, and neither noted nor put away."""
        return bool(self._desk.ask(half_typed.begun, Form.TURN, which))

    def give_reason(self, which: CommitmentId, turn: Turn, reason: str) -> bool:
        """Write why; return whether it is saved."""
        return self._desk.do(lives.give_reason, which, turn, reason).done

    def answer(self, which: CommitmentId, turn: Turn) -> bool:
        """Answer the question of the third time; return whether it is saved."""
        return self._desk.do(lives.answer, which, turn).done
