"""The weeks between the conversations of a sample person: what was kept, noted and tried."""

from collections.abc import Mapping
from typing import Any

from desktop.domain.ids import GoalId, PersonId
from desktop.domain.moments import MomentKind
from desktop.domain.private.experiments import Verdict
from desktop.domain.private.words import PrivateText
from desktop.services.private import experiments, moments, notes
from desktop.storage.shelves import PrivateShelf


def keep(
    shelf: PrivateShelf, who: PersonId, told: Mapping[str, Any], goals: Mapping[str, GoalId]
) -> None:
    """Keep one moment on its day, tied to the goal that it names."""
    goal = goals.get(told.get("goal", ""))
    moments.note(shelf, who, MomentKind(told["kind"]), PrivateText(told["words"]), goal)


def jot(shelf: PrivateShelf, who: PersonId, told: Mapping[str, Any]) -> None:
    """Write one private note on its day, with its tags."""
    which = notes.write(shelf, who, PrivateText(told["words"])).value
    notes.tag(shelf, which, PrivateText(told["tags"]))
    notes.pin(shelf, which, pinned=told.get("pinned", False))


def try_out(
    shelf: PrivateShelf, who: PersonId, told: Mapping[str, Any], goals: Mapping[str, GoalId]
) -> None:
    """Begin one experiment on its day."""
    which = experiments.begin(shelf, who, PrivateText(told["what"])).value
    experiments.word(shelf, which, "expected", PrivateText(told["expected"]))
    experiments.link(shelf, which, goals.get(told.get("goal", "")))


def end_try(shelf: PrivateShelf, who: PersonId, told: Mapping[str, Any]) -> None:
    """End the experiment that runs, with what it taught."""
    running = next(tried for tried in experiments.of_person(shelf, who) if tried.runs)
    experiments.word(shelf, running.id, "learned", PrivateText(told["learned"]))
    experiments.decide(shelf, running.id, Verdict(told["verdict"]))
