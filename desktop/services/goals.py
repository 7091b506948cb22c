"""What a manager does with the goals both have agreed on (product E4, playbook G1 to G4)."""

from dataclasses import replace

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.ids import GoalId, PersonId
from desktop.domain.shared.goals import Goal, GoalWording, proper
from desktop.storage.shelves import SharedShelf


def of_person(shelf: SharedShelf, who: PersonId) -> tuple[Goal, ...]:
    """Return a person's goals with all that they have been."""
    return shelf.goals.of_person(who)


def write(shelf: SharedShelf, who: PersonId, wording: GoalWording) -> Done[GoalId]:
    """Write a goal in words meant for both; it is agreed with the next contract that is shared."""
    proper(wording, revises=False)
    new = GoalId(ids.fresh())
    with shelf.transaction():
        shelf.goals.add(new, who)
        shelf.goals.add_version(new, _tidy(wording), shelf.now())
    return Done(new, Touched.GOALS)


def change(shelf: SharedShelf, goal: Goal, wording: GoalWording) -> Done[GoalId]:
    """Word a goal anew; an agreed one keeps its past, and the reason is written for both.

    Refusal without words, and without a reason where something agreed is revised.
    """
    proper(wording, revises=goal.now.is_agreed or len(goal.versions) > 1)
    with shelf.transaction():
        if goal.now.is_agreed:
            shelf.goals.add_version(goal.id, _tidy(wording), shelf.now())
        else:
            shelf.goals.word(goal.id, _tidy(wording))
    return Done(goal.id, Touched.GOALS)


def take_back(shelf: SharedShelf, goal: Goal) -> Done[None]:
    """Forget the version that is not agreed yet; the one before it stands again."""
    if not goal.now.is_agreed:
        with shelf.transaction():
            shelf.goals.take_back_last(goal.id)
    return Done(None, Touched.GOALS)


def _tidy(wording: GoalWording) -> GoalWording:
    return replace(wording, words=wording.words.strip(), reason=wording.reason.strip())
