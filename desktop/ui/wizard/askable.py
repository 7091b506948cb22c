"""The part of a conversation's path that can still be asked."""

from dataclasses import replace

from desktop.domain.conversations.path import Path
from desktop.domain.questions import QuestionBank


def askable(path: Path, bank: QuestionBank) -> Path:
    """Return the path without the questions that the bank no longer holds.

    Whoever stood at one of those stands at the next one that is left.
    """
    left = tuple(step for step in path.steps if step.question in bank)
    behind = sum(step.question in bank for step in path.steps[: path.at])
    return replace(path, steps=left, at=behind)
