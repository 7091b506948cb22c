"""The questions a manager can ask, as data that the bank holds and the wizard asks."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from desktop.domain.ids import QuestionId
from desktop.domain.shortened import broken_off

PROMISES_FIRST = QuestionId("O4")
"""The step at which both sides' commitments are gone through, the manager's first."""

_LONGEST_NAME = 32
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


class Stage(StrEnum):
    """Where a question has its home (playbook section 1).

    The opening is asked at the beginning of the first stage. The questions of the short forms,
    contract review and check-in, belong to no stage of the series: their pack says where they go.
    """

    OPENING = "opening"
    NOW = "now"
    DIRECTION = "direction"
    GAP = "gap"
    SHORT = "short"


STAGES = (Stage.NOW, Stage.DIRECTION, Stage.GAP)


class Trust(StrEnum):
    """How much trust a question asks for (playbook section 4)."""

    OPEN = "open"
    WARM = "warm"
    DEEP = "deep"


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the coaching beside it, in words to be said aloud."""

    id: QuestionId
    stage: Stage
    short: str
    ask: str
    why: str
    listen_for: str
    follow_ups: tuple[str, ...]
    keep_as: tuple[str, ...]
    trust: Trust
    quiet: str
    horizon: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What the manager has changed about a question; None leaves a part as it came."""

    question: QuestionId
    ask: str | None = None
    why: str | None = None
    listen_for: str | None = None
    trust: Trust | None = None
    is_retired: bool = False

    def applied_to(self, question: Question) -> Question:
        """Return the question as the manager wants it asked."""
        return replace(
            question,
            ask=question.ask if self.ask is None else self.ask,
            why=question.why if self.why is None else self.why,
            listen_for=question.listen_for if self.listen_for is None else self.listen_for,
            trust=question.trust if self.trust is None else self.trust,
        )


class QuestionBank:
    """All questions, in playing order.

    A retired question can still be read, because a conversation already begun may hold it; it is
    only no longer among those that are asked next.
    """

    def __init__(
        self, questions: Iterable[Question], retired: Collection[QuestionId] = frozenset()
    ) -> None:
        self._by_id: Mapping[QuestionId, Question] = MappingProxyType({q.id: q for q in questions})
        self.retired = frozenset(retired)

    def __getitem__(self, question: QuestionId) -> Question:
        return self._by_id[question]

    def __contains__(self, question: QuestionId) -> bool:
        return question in self._by_id

    def get(self, question: QuestionId) -> Question | None:
        """Return a question, or None if it is not known here."""
        return self._by_id.get(question)

    def all(self) -> tuple[Question, ...]:
        """Return every question in playing order, those that are retired too."""
        return tuple(self._by_id.values())

    def of(self, stage: Stage) -> tuple[Question, ...]:
        """Return the questions of one stage that are asked, in playing order."""
        return tuple(q for q in self.all() if q.stage is stage and q.id not in self.retired)

    def matching(self, typed: str) -> tuple[Question, ...]:
        """Return every question whose name, words or reason hold what was typed."""
        wanted = folded(typed)
        return tuple(q for q in self.all() if wanted in folded(f"{q.short}\n{q.ask}\n{q.why}"))


def folded(text: str) -> str:
    """Return a text as it is compared: without case, accents, curly quotes or doubled spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_STRAIGHT))
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def name_from(ask: str) -> str:
    """Return the first words of a question, to call it by where there is little room."""
    name = ""
    for word in ask.split():
        longer = f"{name} {word}".strip()
        if name and len(longer) > _LONGEST_NAME:
            return broken_off(name)
        name = longer
    return name.rstrip(" ?.,;:")
