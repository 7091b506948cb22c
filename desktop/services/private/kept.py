"""What a manager does with lines worth keeping: keep, let go, look back; and climb down a ladder.

>>> kept.keep(shelf, talk, question, Keeping(KeptAs.GOAL, "6 months"), line)   # doctest: +SKIP
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, KeptId, PersonId, QuestionId
from desktop.domain.private.kept import COMMITMENT_IDEAS, Heading, Keeping, Kept, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.storage.shelves import PrivateShelf


def keep(
    shelf: PrivateShelf,
    at: tuple[ConversationId, QuestionId],
    keeping: Keeping,
    words: PrivateText,
    place: int = 0,
) -> Done[KeptId]:
    """Keep a line of the note to a question (product D3); a line is kept as one thing only once."""
    before = as_kept(shelf, at, keeping, words)
    if before is not None:
        return Done(before.id, Touched.NOTHING)
    new = Kept(KeptId(ids.fresh()), *at, keeping, words, place)
    with shelf.transaction():
        shelf.kept.put(new)
    return Done(new.id, Touched.ANSWERS)


def let_go(shelf: PrivateShelf, which: KeptId) -> Done[None]:
    """Keep a line no longer; the note stays as it is.

    Refusal for a goal with a ladder beneath it: its steps stand in no note.
    """
    if shelf.kept.beneath(which):
        raise Refusal("kept", "There is a ladder beneath this goal. Clear its steps first.")
    with shelf.transaction():
        shelf.kept.remove(which)
    return Done(None, Touched.ANSWERS)


def as_kept(
    shelf: PrivateShelf,
    at: tuple[ConversationId, QuestionId],
    keeping: Keeping,
    words: PrivateText,
) -> Kept | None:
    """Return a line as it was kept, or None."""
    return next(
        (
            kept
            for kept in shelf.kept.at(*at)
            if kept.keeping == keeping and kept.words.says_the_same_as(words)
        ),
        None,
    )


def kept_at(shelf: PrivateShelf, which: ConversationId, question: QuestionId) -> tuple[Kept, ...]:
    """Return what was kept at a question, in the order of keeping, without steps of ladders."""
    return shelf.kept.at(which, question)


def kept_of(shelf: PrivateShelf, which: ConversationId) -> tuple[Kept, ...]:
    """Return all that was kept in a conversation, steps of ladders included."""
    return shelf.kept.of(which)


def kept_of_person(
    shelf: PrivateShelf, who: PersonId, kinds: Iterable[KeptAs]
) -> tuple[tuple[Kept, date], ...]:
    """Return what was kept of a person as these kinds, with its day; the newest talk first."""
    return shelf.kept.of_person(who, kinds)


def commitment_ideas(shelf: PrivateShelf, which: ConversationId) -> tuple[Kept, ...]:
    """Return the ideas for commitments that were kept in a conversation."""
    return tuple(kept for kept in shelf.kept.of(which) if kept.keeping.kind in COMMITMENT_IDEAS)


def ladder(shelf: PrivateShelf, goal: KeptId) -> tuple[Kept, ...]:
    """Return the steps of the why-ladder beneath a goal, from the top down (playbook B2)."""
    return shelf.kept.beneath(goal)


def climb(shelf: PrivateShelf, goal: Kept, words: PrivateText, place: int) -> Done[KeptId]:
    """Keep one more step beneath a goal; ``place`` is its number on the way down, from 0."""
    step = replace(
        goal,
        id=KeptId(ids.fresh()),
        keeping=Keeping(KeptAs.WHY),
        words=words,
        place=place,
        beneath=goal.id,
    )
    with shelf.transaction():
        shelf.kept.put(step)
    return Done(step.id, Touched.ANSWERS)


def reword(shelf: PrivateShelf, which: KeptId, words: PrivateText) -> Done[None]:
    """Give a step of a ladder other words; one without words is taken away."""
    before = shelf.kept.get(which)
    if before is None:
        return Done(None, Touched.NOTHING)
    with shelf.transaction():
        if words:
            shelf.kept.put(replace(before, words=words))
        else:
            shelf.kept.remove(which)
    return Done(None, Touched.ANSWERS)


def mark_bedrock(shelf: PrivateShelf, which: KeptId, *, is_bedrock: bool) -> Done[None]:
    """Mark a step of a ladder as bedrock, or take the mark away; only the manager does (B2)."""
    before = shelf.kept.get(which)
    if before is None:
        return Done(None, Touched.NOTHING)
    kind = KeptAs.BEDROCK if is_bedrock else KeptAs.WHY
    with shelf.transaction():
        shelf.kept.put(replace(before, keeping=Keeping(kind)))
    return Done(None, Touched.ANSWERS)


def heading(
    shelf: PrivateShelf, who: PersonId, horizon: str, question: QuestionId | None = None
) -> Heading | None:
    """Return where a person wants to be at a horizon: the goals kept last, their words first.

    A newer note to ``question``, of which nothing was kept, counts before an older goal.
    """
    return headings(shelf, who, ((horizon, question),))[0]


def headings(
    shelf: PrivateShelf, who: PersonId, wanted: Iterable[tuple[str, QuestionId | None]]
) -> tuple[Heading | None, ...]:
    """Return the ``heading`` at each horizon with its question, in this order."""
    goals: dict[str, list[tuple[Kept, date]]] = {}
    for goal, on in shelf.kept.of_person(who, (KeptAs.GOAL,)):
        goals.setdefault(goal.keeping.horizon, []).append((goal, on))
    return tuple(
        _heading(shelf, who, goals.get(horizon, []), question) for horizon, question in wanted
    )


def _heading(
    shelf: PrivateShelf,
    who: PersonId,
    goals: list[tuple[Kept, date]],
    question: QuestionId | None,
) -> Heading | None:
    noted = shelf.answers.latest_to(who, question) if question is not None else None
    if not goals or (noted is not None and noted.on > goals[0][1]):
        return Heading((noted.whole,), noted.on) if noted is not None else None
    newest, on = goals[0]
    told = [goal for goal, _ in goals if goal.conversation == newest.conversation]
    quoted = [
        kept.words
        for kept in shelf.kept.of(newest.conversation)
        if kept.keeping.kind is KeptAs.THEIR_WORDS
    ]
    told.sort(key=lambda goal: not any(goal.words.says_the_same_as(words) for words in quoted))
    return Heading(tuple(goal.words for goal in told), on)


def beneath_goals(shelf: PrivateShelf, who: PersonId) -> tuple[Kept, ...]:
    """Return what stands under a person's goals: of each kind, what the newest talk gave.

    Bedrock lasts (playbook B2), so all of it is returned, the newest first.
    """
    found = shelf.kept.of_person(who, (*_UNDER_GOALS, KeptAs.BEDROCK))
    newest: dict[KeptAs, ConversationId] = {}
    for kept, _ in found:
        newest.setdefault(kept.keeping.kind, kept.conversation)
    return tuple(
        kept
        for kept, _ in found
        if kept.keeping.kind is KeptAs.BEDROCK or newest[kept.keeping.kind] == kept.conversation
    )


_UNDER_GOALS = (KeptAs.PATH, KeptAs.DRAWN_TO, KeptAs.MOVING_AWAY_FROM)
