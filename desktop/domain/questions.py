"""The questions of the three stages, as data that the bank holds and the wizard asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from desktop.domain.ids import QuestionId


class Stage(StrEnum):
    """A stage of the conversation (playbook section 1); the opening belongs to the first."""

    OPENING = "opening"
    NOW = "now"
    DIRECTION = "direction"
    GAP = "gap"


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


class QuestionBank:
    """All questions, in playing order."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._by_id: Mapping[QuestionId, Question] = MappingProxyType({q.id: q for q in questions})

    def __getitem__(self, question: QuestionId) -> Question:
        return self._by_id[question]

    def __contains__(self, question: QuestionId) -> bool:
        return question in self._by_id

    def of(self, stage: Stage) -> tuple[Question, ...]:
        """Return the questions of one stage, in playing order."""
        return tuple(q for q in self._by_id.values() if q.stage is stage)
