"""What the manager keeps of a note: a line, as a goal, an energy, a theme and the like."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import ConversationId, KeptId, QuestionId
from desktop.domain.private.words import PrivateText
from desktop.domain.questions import Question, Stage
from desktop.domain.shared.goals import HORIZONS


class KeptAs(StrEnum):
    """What a line can be kept as (playbook section 4, "capture as"; product D3)."""

    GOAL = "goal"
    ENERGY = "energy"
    DRAIN = "drain"
    STRENGTH = "strength"
    UNUSED_STRENGTH = "unused strength"
    MISFIT = "misfit"
    ACHIEVEMENT = "achievement"
    ROLE = "role"
    INTEREST = "interest"
    EXPERIMENT = "experiment"
    LEARNING = "learning"
    PATH = "path"
    ASSUMPTION = "assumption"
    PATTERN = "pattern"
    GAP = "gap"
    BLOCKER = "blocker"
    THEME = "theme"
    THEIR_WORDS = "their words"
    UNSAID = "unsaid"
    FEEDBACK_TO_ME = "feedback to me"
    LEAVING_SIGNAL = "leaving signal"
    COMMITMENT_IDEA = "commitment idea"
    COMMITMENT_OF_THEIRS = "commitment of theirs"
    COMMITMENT_OF_MINE = "commitment of mine"
    DRAWN_TO = "drawn to"
    MOVING_AWAY_FROM = "moving away from"
    WHY = "why"
    """A step of the why-ladder, beneath a goal (playbook B2)."""
    BEDROCK = "bedrock"


COMMITMENT_IDEAS = (
    KeptAs.COMMITMENT_IDEA,
    KeptAs.COMMITMENT_OF_THEIRS,
    KeptAs.COMMITMENT_OF_MINE,
)


@dataclass(frozen=True, slots=True)
class Keeping:
    """A kind, with the horizon of a goal; what a chip stands for."""

    kind: KeptAs
    horizon: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A line that was kept, and where it came from.

    ``place`` is where the line began in its note, counted in characters; for a step of a ladder,
    its number on the way down. The words are their own: they stay when the note changes.
    """

    id: KeptId
    conversation: ConversationId
    question: QuestionId
    keeping: Keeping
    words: PrivateText
    place: int = 0
    beneath: KeptId | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a person wants to be at one horizon, in the words kept or noted last, and when."""

    words: tuple[PrivateText, ...]
    on: date


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing a person was heard to want, how far ahead, and on which day."""

    horizon: str
    words: PrivateText
    on: date


@dataclass(frozen=True, slots=True)
class Offer:
    """What a line may be kept as at one question; no two parts hold the same.

    First what the question asks for, then what is always near, then the two lists of a direction
    without a destination where the question is about direction, and the rest.
    """

    asked_for: tuple[Keeping, ...]
    near: tuple[Keeping, ...]
    directions: tuple[Keeping, ...]
    rest: tuple[Keeping, ...]


_NEAR = (
    Keeping(KeptAs.ENERGY),
    Keeping(KeptAs.DRAIN),
    Keeping(KeptAs.THEIR_WORDS),
    Keeping(KeptAs.THEME),
    Keeping(KeptAs.COMMITMENT_IDEA),
)
_DIRECTIONS = (Keeping(KeptAs.DRAWN_TO), Keeping(KeptAs.MOVING_AWAY_FROM))
"""A direction without a destination is a complete answer (playbook, "When they do not know")."""

_REST = (
    *(Keeping(KeptAs.GOAL, horizon) for horizon in HORIZONS),
    *(
        Keeping(kind)
        for kind in (
            KeptAs.STRENGTH,
            KeptAs.UNUSED_STRENGTH,
            KeptAs.ACHIEVEMENT,
            KeptAs.ROLE,
            KeptAs.INTEREST,
            KeptAs.EXPERIMENT,
            KeptAs.LEARNING,
            KeptAs.PATH,
            KeptAs.GAP,
            KeptAs.BLOCKER,
            KeptAs.COMMITMENT_OF_THEIRS,
            KeptAs.COMMITMENT_OF_MINE,
            KeptAs.BEDROCK,
        )
    ),
    *_DIRECTIONS,
)


def offer_at(question: Question) -> Offer:
    """Return what a line may be kept as at a question, each thing once."""
    asked_for = tuple(
        Keeping(KeptAs(word), question.horizon if word == KeptAs.GOAL else "")
        for word in question.keep_as
        if word in _KINDS
    )
    near = tuple(keeping for keeping in _NEAR if keeping not in asked_for)
    directions = _DIRECTIONS if question.stage is Stage.DIRECTION else ()
    shown = (*asked_for, *near, *directions)
    rest = tuple(keeping for keeping in _REST if keeping not in shown)
    return Offer(asked_for, near, directions, rest)


_KINDS = frozenset(KeptAs)
