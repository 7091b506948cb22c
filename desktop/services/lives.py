"""What a manager does with a commitment between two contracts (product G2 and G7).

It is kept, moved or let go; what is still open carries over by itself. Nothing here changes an
agreed contract: the turn stands beside it, and the next version tells of it. Reasons are shared
text (see ``domain.shared.life``).
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import CommitmentId, PersonId
from desktop.domain.shared.commitments import CommitmentState, Owner, Promise
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.life import Happening, Life, Rate, Turn
from desktop.domain.shared.since import Since
from desktop.domain.shared.since import since as since_version
from desktop.storage.lives import Record
from desktop.storage.shelves import OutgoingShelf, PrivateShelf, SharedShelf

_TOUCHED = Touched.COMMITMENTS | Touched.CONTRACT

LATELY = timedelta(days=1)
"""For how many days before today a tick is still offered to be taken back on the first page."""


def of_person(shelf: SharedShelf, who: PersonId) -> dict[CommitmentId, Life]:
    """Return the lives of all commitments that were ever agreed with a person."""
    return shelf.lives.of_person(who)


def keep(shelf: SharedShelf, which: CommitmentId) -> Done[None]:
    """Note that a commitment was kept."""
    _end(shelf, which, CommitmentState.DONE, Happening(Turn.KEPT, shelf.now()))
    return Done(None, _TOUCHED)


def let_go(shelf: SharedShelf, which: CommitmentId, reason: str | None = None) -> Done[None]:
    """Note that a commitment is no longer wanted, and why in words meant for both.

    None leaves the reason open (``give_reason`` brings it later); Refusal for an empty one.
    """
    if reason is not None:
        _proper(reason)
    _end(
        shelf,
        which,
        CommitmentState.LET_GO,
        Happening(Turn.LET_GO, shelf.now(), reason=(reason or "").strip()),
    )
    return Done(None, _TOUCHED)


def reopen(shelf: SharedShelf, which: CommitmentId) -> Done[None]:
    """Open a commitment again.

    On the day it was ticked that was a slip, of which nothing is kept; later it is a turn.
    """
    last = shelf.lives.last(which)
    with shelf.transaction():
        slipped = last is not None and last.turn in (Turn.KEPT, Turn.LET_GO)
        if last is not None and slipped and last.at.date() == shelf.today():
            shelf.lives.take_back_last(which)
        elif slipped:
            shelf.lives.note(which, Happening(Turn.REOPENED, shelf.now()))
        shelf.lives.settle(which, CommitmentState.OPEN, None)
    return Done(None, _TOUCHED)


def move(shelf: SharedShelf, which: CommitmentId, to: date | None, reason: str) -> Done[None]:
    """Give an open commitment another date, and say why in words meant for both.

    What was agreed keeps its date. Refusal without a date, for a day that has passed, and without
    a reason.
    """
    if to is None:
        raise Refusal("due", "To which day? A commitment needs a date.")
    if to < shelf.today():
        raise Refusal("due", "That day has passed. Choose one that is still to come.")
    _proper(reason)
    with shelf.transaction():
        happening = Happening(Turn.MOVED, shelf.now(), to, reason.strip())
        shelf.lives.note(which, happening)
        shelf.lives.move(which, to)
    return Done(None, _TOUCHED)


def give_reason(shelf: SharedShelf, which: CommitmentId, turn: Turn, reason: str) -> Done[None]:
    """Write why a commitment was moved or let go, in words meant for both."""
    with shelf.transaction():
        shelf.lives.give_reason(which, turn, reason.strip())
    return Done(None, _TOUCHED)


def answer(shelf: SharedShelf, which: CommitmentId, turn: Turn) -> Done[None]:
    """Answer the question of the third time: still wanted, smaller, or let go (G7)."""
    if turn is Turn.LET_GO:
        return let_go(shelf, which)
    with shelf.transaction():
        shelf.lives.note(which, Happening(turn, shelf.now()))
    return Done(None, _TOUCHED)


def kept_lately(shelf: SharedShelf, owner: Owner) -> tuple[Promise, ...]:
    """Return one side's promises ticked today or yesterday, the last one first.

    A mistaken tick can be taken back from here, also after the page was left.
    """
    lately = shelf.lives.kept_since(shelf.today() - LATELY)
    promises = {p.id: p for p in shelf.contracts.promises(owner)} if lately else {}
    return tuple(promises[which] for which in lately if which in promises)


def since(
    shelf: SharedShelf | OutgoingShelf,
    contract: Contract,
    now: datetime,
    *,
    told: Mapping[CommitmentId, Life] | None = None,
) -> Since | None:
    """Return what changed since the agreed version before this one; None for the first.

    Of an agreed version it says the same for ever: what came after it does not count. ``told`` is
    the lives of the person's commitments, for whoever has just read them.
    """
    before = shelf.contracts.agreed_before(contract)
    if before is None:
        return None
    if told is None:
        told = shelf.lives.of_commitments([line.id for line in before.commitments])
    return since_version(before, contract, told, contract.agreed or now)


def kept_rate(shelf: SharedShelf | PrivateShelf, owner: Owner, who: PersonId | None = None) -> Rate:
    """Return how one side keeps its word, with one person or with everybody (playbook W2)."""
    return _rate(shelf.lives.records(who), owner, shelf.today())


def kept_rates(shelf: SharedShelf, since: date) -> dict[Owner, Rate]:
    """Return how both sides keep their word in what was due since a day, counted alike (W2)."""
    return shelf.lives.rates(since, shelf.today())


def _rate(records: Iterable[Record], owner: Owner, today: date) -> Rate:
    counted = [r for r in records if r.owner is owner and _counts(r, today)]
    kept = [r for r in counted if r.state is CommitmentState.DONE]
    on_time = [r for r in kept if r.settled is not None and r.settled.date() <= r.due]
    return Rate(len(kept), len(on_time), len(counted))


def _counts(record: Record, today: date) -> bool:
    if record.state is CommitmentState.OPEN:
        return record.due < today
    if record.state is CommitmentState.LET_GO:
        return record.settled is not None and record.settled.date() > record.due
    return True


def _end(
    shelf: SharedShelf, which: CommitmentId, state: CommitmentState, happening: Happening
) -> None:
    if shelf.lives.state(which) is state:
        return
    with shelf.transaction():
        shelf.lives.note(which, happening)
        shelf.lives.settle(which, state, happening.at)


def _proper(reason: str) -> None:
    if not reason.strip():
        raise Refusal("reason", "Say why in a few words; you both read them.")
