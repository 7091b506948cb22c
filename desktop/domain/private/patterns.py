"""What comes again over the years: drains, and achievements beside the goals (product H3)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import ConversationId, GoalId, KeptId
from desktop.domain.likeness import Sentence
from desktop.domain.private.words import PrivateText

_LEAST_LETTERS = 4
_LITTLE = frozenset(
    [
        "again",
        "alway",
        "and",
        "been",
        "being",
        "could",
        "every",
        "everythi",
        "from",
        "have",
        "into",
        "just",
        "more",
        "most",
        "much",
        "need",
        "never",
        "not",
        "onc",
        "only",
        "other",
        "over",
        "same",
        "should",
        "someb",
        "someo",
        "somet",
        "still",
        "than",
        "that",
        "thei",
        "them",
        "then",
        "there",
        "these",
        "they",
        "thing",
        "think",
        "this",
        "time",
        "too",
        "want",
        "week",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "work",
        "would",
        "year",
        "your",
    ]
)
"""Stems that stand in many a sentence and tie no two of them together."""


@dataclass(frozen=True, slots=True)
class Drain:
    """One thing that drained, on its day."""

    conversation: ConversationId
    on: date
    words: PrivateText


@dataclass(frozen=True, slots=True)
class Recurring:
    """Drains of several conversations that speak of the same, the earliest first."""

    about: str
    drains: tuple[Drain, ...]

    @property
    def talks(self) -> int:
        """In how many conversations it came."""
        return len({drain.conversation for drain in self.drains})


@dataclass(frozen=True, slots=True)
class Step:
    """An achievement, and what the manager made of it: towards a goal, beside all, or not said."""

    kept: KeptId
    conversation: ConversationId
    on: date
    words: PrivateText
    is_said: bool = False
    goal: GoalId | None = None


def recurring(drains: Sequence[Drain]) -> tuple[Recurring, ...]:
    """Return what drained in two conversations or more, by a word that they share.

    What came in most conversations is first. It is a help to the eye: the lines stand beneath in
    full, and the manager judges.
    """
    stems = {place: _stems(drain) for place, drain in enumerate(drains)}
    left = set(stems)
    found: list[Recurring] = []
    while True:
        talks = Counter(
            stem
            for stem in {s for place in left for s in stems[place]}
            for _ in {drains[p].conversation for p in left if stem in stems[p]}
        )
        about = max(talks, key=lambda stem: (talks[stem], len(stem), stem), default="")
        if talks[about] < 2:
            return tuple(found)
        taken = [place for place in sorted(left) if about in stems[place]]
        left -= set(taken)
        found.append(Recurring(about, tuple(drains[place] for place in taken)))


def _stems(drain: Drain) -> frozenset[str]:
    return frozenset(_telling(Sentence(drain.words.reveal()).words))


def _telling(stems: Iterable[str]) -> Iterable[str]:
    # A script without spaces has words of one character: those tell only in pairs, and are left.
    return (s for s in stems if len(s) >= _LEAST_LETTERS and s not in _LITTLE)
