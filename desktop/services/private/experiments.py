"""What a manager does with a try at a direction (product G6)."""

from dataclasses import replace
from typing import Final

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.ids import ExperimentId, GoalId, PersonId
from desktop.domain.private.experiments import Experiment, Verdict, proper_verdict
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.storage.shelves import PrivateShelf

PARTS: Final = ("what", "expected", "learned")
"""What is written of an experiment, in the order in which it is known."""


def of_person(shelf: PrivateShelf, who: PersonId) -> tuple[Experiment, ...]:
    """Return what was tried with a person: what still runs first, then the latest."""
    return tuple(sorted(shelf.experiments.of(who), key=lambda tried: not tried.runs))


def experiment(shelf: PrivateShelf, which: ExperimentId) -> Experiment | None:
    """Return one experiment, or None once it was taken away."""
    return shelf.experiments.get(which)


def ideas(shelf: PrivateShelf, who: PersonId) -> tuple[PrivateText, ...]:
    """Return what was kept of a note as an experiment and not begun yet, the newest first."""
    begun = [tried.what for tried in shelf.experiments.of(who)]
    kept = [line.words for line, _ in shelf.kept.of_person(who, (KeptAs.EXPERIMENT,))]
    return tuple(w for w in kept if not any(w.says_the_same_as(each) for each in begun))


def begin(
    shelf: PrivateShelf, who: PersonId, what: PrivateText = NOTHING_NOTED
) -> Done[ExperimentId]:
    """Begin a try today."""
    return _put(shelf, Experiment(ExperimentId(ids.fresh()), who, shelf.today(), what))


def words_of(experiment: Experiment, part: str) -> PrivateText:
    """Return one part of what is written; ``part`` is one of PARTS."""
    found: PrivateText = getattr(experiment, part)
    return found


def word(
    shelf: PrivateShelf, which: ExperimentId, part: str, words: PrivateText
) -> Done[ExperimentId]:
    """Write one part; ``part`` is one of PARTS."""
    before = _get(shelf, which)
    told = {each: words_of(before, each) for each in PARTS} | {part: words}
    what, expected, learned = (told[each] for each in PARTS)
    return _put(shelf, replace(before, what=what, expected=expected, learned=learned))


def link(shelf: PrivateShelf, which: ExperimentId, goal: GoalId | None) -> Done[ExperimentId]:
    """Say which goal it is a try at, or none."""
    return _put(shelf, replace(_get(shelf, which), goal=goal))


def decide(shelf: PrivateShelf, which: ExperimentId, verdict: Verdict | None) -> Done[ExperimentId]:
    """Keep the direction or drop it; None lets the try run on. Refusal before it taught anything.

    Dropping is as good an end as keeping.
    """
    before = _get(shelf, which)
    if verdict is None:
        return _put(shelf, replace(before, verdict=None, ended=None))
    proper_verdict(before)
    return _put(shelf, replace(before, verdict=verdict, ended=shelf.today()))


def take_away(shelf: PrivateShelf, which: ExperimentId) -> Done[ExperimentId]:
    """Take away a try that was begun by mistake."""
    with shelf.transaction():
        shelf.experiments.remove(which)
    return Done(which, Touched.MOMENTS)


def _get(shelf: PrivateShelf, which: ExperimentId) -> Experiment:
    found = shelf.experiments.get(which)
    if found is None:
        raise KeyError(which)
    return found


def _put(shelf: PrivateShelf, new: Experiment) -> Done[ExperimentId]:
    with shelf.transaction():
        shelf.experiments.put(new)
    return Done(new.id, Touched.MOMENTS)
