"""What a manager does with what was noticed between conversations (playbook section 2)."""

from dataclasses import dataclass, replace

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId, SignalId
from desktop.domain.people import Person
from desktop.domain.private.signals import Outcome, Signal, outcome
from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.domain.signals import SignalKind
from desktop.storage.shelves import PrivateShelf


@dataclass(frozen=True, slots=True)
class Noticed:
    """A signal, about whom it is, and what has come of it."""

    signal: Signal
    person: Person
    outcome: Outcome


def waiting(shelf: PrivateShelf) -> tuple[Noticed, ...]:
    """Return every signal whose next step is still to be taken: urgent ones, then the latest."""
    found = (_seen(shelf, signal) for signal in shelf.signals.not_set_aside())
    return tuple(
        sorted(
            (n for n in found if n.outcome.waits and n.person.archived is None),
            key=lambda noticed: not noticed.signal.kind.is_urgent,
        )
    )


def of_person(shelf: PrivateShelf, who: PersonId) -> tuple[Noticed, ...]:
    """Return what was noticed about a person, the latest first."""
    return tuple(_seen(shelf, signal) for signal in shelf.signals.of(who))


def signal(shelf: PrivateShelf, which: SignalId) -> Signal | None:
    """Return one signal, or None once it was taken back."""
    return shelf.signals.get(which)


def notice(
    shelf: PrivateShelf, who: PersonId, kind: SignalKind, words: PrivateText = NOTHING_NOTED
) -> Done[SignalId]:
    """Note a signal with the moment; a line of one's own may come later."""
    return _put(shelf, Signal(SignalId(ids.fresh()), who, kind, shelf.now(), words))


def classify(
    shelf: PrivateShelf, which: SignalId, who: PersonId, kind: SignalKind
) -> Done[SignalId]:
    """Say of a signal that it was of another kind, or about somebody else."""
    return _put(shelf, replace(_get(shelf, which), person=who, kind=kind))


def word(shelf: PrivateShelf, which: SignalId, words: PrivateText) -> Done[SignalId]:
    """Say a signal in one's own words."""
    return _put(shelf, replace(_get(shelf, which), words=words))


def set_aside(shelf: PrivateShelf, which: SignalId, because: PrivateText) -> Done[SignalId]:
    """Let a signal rest; Refusal without a word on why."""
    if not because:
        raise Refusal("because", "A word on why. It helps you when you look back.")
    return _put(shelf, replace(_get(shelf, which), closed=shelf.now(), because=because))


def bring_back(shelf: PrivateShelf, which: SignalId) -> Done[SignalId]:
    """Let a signal that was set aside wait again."""
    return _put(shelf, replace(_get(shelf, which), closed=None, because=NOTHING_NOTED))


def take_back(shelf: PrivateShelf, which: SignalId) -> Done[SignalId]:
    """Take away a signal that was noted by mistake."""
    with shelf.transaction():
        shelf.signals.remove(which)
    return Done(which, Touched.SIGNALS)


def _seen(shelf: PrivateShelf, seen: Signal) -> Noticed:
    person, kind = seen.person, seen.kind
    revised = shelf.goals.of_person(person) if kind.is_about_goals else ()
    came = outcome(seen, shelf.conversations.of(person), shelf.plans.of(person), revised)
    return Noticed(seen, shelf.people.get(person), came)


def _get(shelf: PrivateShelf, which: SignalId) -> Signal:
    found = shelf.signals.get(which)
    if found is None:
        raise KeyError(which)
    return found


def _put(shelf: PrivateShelf, new: Signal) -> Done[SignalId]:
    with shelf.transaction():
        shelf.signals.put(new)
    return Done(new.id, Touched.SIGNALS)
