"""What an action touched, so that whoever shows it can read it again."""

from dataclasses import dataclass
from enum import Flag, auto
from typing import Generic, TypeVar

T = TypeVar("T")


class Touched(Flag):
    """The rooms of the vault that a verb has written to."""

    NOTHING = 0
    PEOPLE = auto()
    CONVERSATIONS = auto()
    ANSWERS = auto()
    SUMMARY = auto()
    CONTRACT = auto()
    COMMITMENTS = auto()
    SHARES = auto()
    PLANS = auto()
    PREPARATION = auto()
    AGREEMENT = auto()
    QUESTIONS = auto()
    GOALS = auto()
    SETTINGS = auto()
    SIGNALS = auto()
    MOMENTS = auto()
    NOTES = auto()
    THEMES = auto()
    EVERYTHING = (
        PEOPLE
        | CONVERSATIONS
        | ANSWERS
        | SUMMARY
        | CONTRACT
        | COMMITMENTS
        | SHARES
        | PLANS
        | PREPARATION
        | AGREEMENT
        | QUESTIONS
        | GOALS
        | SETTINGS
        | SIGNALS
        | MOMENTS
        | NOTES
        | THEMES
    )


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The outcome of one verb: its value, and what it touched on the way."""

    value: T
    touched: Touched
