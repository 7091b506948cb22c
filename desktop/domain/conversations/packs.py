"""Packs: which questions a kind of conversation asks, and in which order (playbook section 2)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.path import Step
from desktop.domain.ids import QuestionId
from desktop.domain.questions import PROMISES_FIRST, STAGES, QuestionBank, Stage

_LOOK_BACK = QuestionId("O2")
_WHAT_HAS_CHANGED = QuestionId("O3")


@dataclass(frozen=True, slots=True)
class Pack:
    """A kind of conversation: how long it takes, what it is for, what it asks.

    ``title`` begins a line, ``name`` stands within a sentence; ``minutes`` are (least, most).
    ``questions`` gives the ids of each stage; a stage in ``whole_stages`` takes every question of
    the bank instead, the manager's own among them.
    """

    kind: Kind
    title: str
    name: str
    minutes: tuple[int, int]
    purpose: str
    source: str
    questions: Mapping[Stage, tuple[QuestionId, ...]]
    whole_stages: frozenset[Stage] = frozenset()


def steps_of(
    pack: Pack, bank: QuestionBank, *, is_first: bool, has_promises: bool
) -> tuple[Step, ...]:
    """Return the steps of a conversation of this kind, without what is retired.

    From the second conversation on, what both sides promised is gone through first (O4), and O3
    asks what has changed; a first one looks back over the half year instead (O2).
    """
    left_out = {_WHAT_HAS_CHANGED} if is_first else {_LOOK_BACK}
    return tuple(
        step
        for step in _in_order(pack, bank)
        if step.question not in left_out and (has_promises or step.question != PROMISES_FIRST)
    )


def chosen_steps(
    pack: Pack, bank: QuestionBank, chosen: Collection[QuestionId], *, has_promises: bool
) -> tuple[Step, ...]:
    """Return the steps of a set chosen for one conversation, in playing order.

    Questions from outside the pack come after those of the pack in their stage. What both sides
    promised is gone through first whenever there is something to go through.
    """
    of_pack = list(_in_order(pack, bank))
    known = {step.question for step in of_pack}
    others = [Step(q.id, _stage_of(q.stage)) for s in Stage for q in bank.of(s)]
    every = [*of_pack, *(step for step in others if step.question not in known)]
    wanted = {*chosen, PROMISES_FIRST} if has_promises else set(chosen) - {PROMISES_FIRST}
    taken = [step for step in every if step.question in wanted]
    return tuple(sorted(taken, key=_playing_order))


def joined(
    steps: Iterable[Step], bank: QuestionBank, chosen: Collection[QuestionId]
) -> tuple[Step, ...]:
    """Return the steps of a path with the chosen ones it lacks, each at the end of its stage."""
    on_path = tuple(steps)
    there = {step.question for step in on_path}
    asked = (q for stage in Stage for q in bank.of(stage))
    new = [Step(q.id, _stage_of(q.stage)) for q in asked if q.id in chosen and q.id not in there]
    return tuple(sorted((*on_path, *new), key=_playing_order))


def _in_order(pack: Pack, bank: QuestionBank) -> Iterator[Step]:
    for stage in (Stage.OPENING, *STAGES):
        asked = tuple(q.id for q in bank.of(stage))
        if stage not in pack.whole_stages:
            asked = pack.questions.get(stage, ())
        for question in asked:
            if question in bank and question not in bank.retired:
                yield Step(question, _stage_of(stage))


def _stage_of(home: Stage) -> Stage:
    return home if home in STAGES else STAGES[0]


def _playing_order(step: Step) -> tuple[bool, int]:
    return step.question != PROMISES_FIRST, STAGES.index(step.stage)
