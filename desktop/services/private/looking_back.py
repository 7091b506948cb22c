"""Then and now, and what comes again, with one person (product H2 and H3)."""

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import ConversationId, GoalId, KeptId, PersonId, QuestionId
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.patterns import Drain, Recurring, Step
from desktop.domain.private.patterns import recurring as recurring_in
from desktop.domain.private.then_and_now import Said, ThenAndNow
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import Goal
from desktop.storage.shelves import PrivateShelf

_WISHED, _ROLE, _PROUDEST = QuestionId("D3"), QuestionId("N8"), QuestionId("N7")
_IN_HALF_A_YEAR = "6 months"


def then_and_now(shelf: PrivateShelf, who: PersonId) -> ThenAndNow:
    """Return what somebody wanted within half a year, and their role as they told it each time.

    What was kept counts before the note to the question, in every conversation by itself.
    """
    return ThenAndNow(
        _said(shelf, who, KeptAs.GOAL, _WISHED, _IN_HALF_A_YEAR),
        _said(shelf, who, KeptAs.ROLE, _ROLE),
    )


def recurring(shelf: PrivateShelf, who: PersonId) -> tuple[Recurring, ...]:
    """Return what drained somebody in two conversations or more."""
    kept = shelf.kept.of_person(who, (KeptAs.DRAIN,))
    drains = [Drain(line.conversation, on, line.words) for line, on in kept]
    return recurring_in(sorted(drains, key=lambda drain: drain.on))


def steps(shelf: PrivateShelf, who: PersonId) -> tuple[Step, ...]:
    """Return somebody's achievements, the latest first, each with what it was a step towards."""
    said = shelf.towards.of(who)
    return tuple(
        Step(line.id, line.conversation, on, line.words, line.id in said, said.get(line.id))
        for line, on in shelf.kept.of_person(who, (KeptAs.ACHIEVEMENT,))
    )


def proud_but_not_kept(shelf: PrivateShelf, who: PersonId) -> int:
    """Return in how many conversations somebody was proud of something of which nothing was kept.

    The arc shows what was noted to the question (N7); a goal can only be tied to a line kept.
    """
    kept = {line.conversation for line, _ in shelf.kept.of_person(who, (KeptAs.ACHIEVEMENT,))}
    return len({talk for talk, _ in shelf.answers.all_to(who, _PROUDEST)} - kept)


def goals(shelf: PrivateShelf, who: PersonId) -> tuple[Goal, ...]:
    """Return the goals as agreed that an achievement could be a step towards."""
    return shelf.goals.of_person(who)


def say(shelf: PrivateShelf, which: KeptId, goal: GoalId | None) -> Done[None]:
    """Say that an achievement was a step towards a goal, or beside all of them."""
    with shelf.transaction():
        shelf.towards.put(which, goal)
    return Done(None, Touched.ANSWERS)


def unsay(shelf: PrivateShelf, which: KeptId) -> Done[None]:
    """Take back what was said of an achievement."""
    with shelf.transaction():
        shelf.towards.remove(which)
    return Done(None, Touched.ANSWERS)


def _said(
    shelf: PrivateShelf, who: PersonId, kind: KeptAs, question: QuestionId, horizon: str = ""
) -> tuple[Said, ...]:
    told: dict[ConversationId, list[PrivateText]] = {}
    days = {talk: heard.on for talk, heard in shelf.answers.all_to(who, question)}
    for line, on in shelf.kept.of_person(who, (kind,)):
        if line.keeping.horizon == horizon:
            told.setdefault(line.conversation, []).append(line.words)
            days[line.conversation] = on
    for talk, heard in shelf.answers.all_to(who, question):
        told.setdefault(talk, [heard.whole])
    found = (Said(talk, days[talk], _joined(words)) for talk, words in told.items())
    return tuple(sorted(found, key=lambda said: said.on))


def _joined(words: list[PrivateText]) -> PrivateText:
    return PrivateText("\n".join(one.reveal().strip() for one in words))
