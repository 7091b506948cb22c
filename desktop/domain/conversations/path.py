"""The path through a conversation: which question stands where, and which comes next.

Coverage is shown, never enforced (playbook section 4): every step can be left, skipped and
returned to, and the path neither knows nor cares what was answered.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.ids import QuestionId
from desktop.domain.questions import Stage


class StepState(StrEnum):
    """What has become of one question in this conversation."""

    OPEN = "open"
    NOTED = "noted"
    NOT_NOW = "not now"


@dataclass(frozen=True, slots=True)
class Step:
    """One question at its place in one conversation."""

    question: QuestionId
    stage: Stage
    state: StepState = StepState.OPEN
    is_trusted: bool = False
    """Whether the manager has said that there is enough trust to ask it."""


@dataclass(frozen=True, slots=True)
class Path:
    """The steps in order and where the manager stands: 0 ≤ ``at`` ≤ len(steps).

    Standing at ``len(steps)`` is standing at the closing: summary and contract.
    """

    steps: tuple[Step, ...]
    at: int = 0

    @property
    def here(self) -> Step | None:
        """The current step, or None at the closing."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    @property
    def at_closing(self) -> bool:
        """Whether every question lies behind."""
        return self.at == len(self.steps)

    def next(self) -> "Path":
        """Go one step on; at the closing, stay."""
        return replace(self, at=min(self.at + 1, len(self.steps)))

    def back(self) -> "Path":
        """Go one step back; at the first question, stay."""
        return replace(self, at=max(self.at - 1, 0))

    def to(self, question: QuestionId) -> "Path":
        """Go to a question; stay where we are if it is not on this path."""
        places = [n for n, step in enumerate(self.steps) if step.question == question]
        return replace(self, at=places[0]) if places else self

    def to_closing(self) -> "Path":
        """Go to the summary and the contract."""
        return replace(self, at=len(self.steps))

    def of(self, stage: Stage) -> tuple[Step, ...]:
        """Return the steps of one stage, in order."""
        return tuple(step for step in self.steps if step.stage is stage)

    def place_in_stage(self) -> tuple[int, int]:
        """Return (place counted from 1, number of steps) of the current question in its stage."""
        if self.here is None:
            return (0, 0)
        in_stage = self.of(self.here.stage)
        return in_stage.index(self.here) + 1, len(in_stage)


def with_states(
    steps: Iterable[Step], noted: Iterable[QuestionId], not_now: Iterable[QuestionId]
) -> tuple[Step, ...]:
    """Return the steps with their states: what is noted counts before what was put off."""
    has_note, put_off = set(noted), set(not_now)

    def state(question: QuestionId) -> StepState:
        if question in has_note:
            return StepState.NOTED
        return StepState.NOT_NOW if question in put_off else StepState.OPEN

    return tuple(_in_state(step, state(step.question)) for step in steps)


def _in_state(step: Step, state: StepState) -> Step:
    return step if step.state is state else replace(step, state=state)
