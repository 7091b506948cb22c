"""Interests, strengths and what the organisation needs, laid over one another (playbook B6)."""

from dataclasses import dataclass
from enum import Flag, auto

from desktop.domain.private.words import PrivateText


class Circle(Flag):
    """Where a word lies; where all three meet is the sweet spot."""

    NOWHERE = 0
    INTERESTS = auto()
    STRENGTHS = auto()
    NEEDS = auto()
    SWEET_SPOT = INTERESTS | STRENGTHS | NEEDS


@dataclass(frozen=True, slots=True)
class Laid:
    """A word, and the circles in which it lies."""

    words: PrivateText
    circles: Circle
