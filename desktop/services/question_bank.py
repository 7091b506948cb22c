"""The questions that come with Onward, read from ``resources/questions``."""

import tomllib
from functools import cache
from typing import Any

from desktop import files
from desktop.domain.ids import QuestionId
from desktop.domain.questions import Question, QuestionBank, Stage, Trust


@cache
def bank() -> QuestionBank:
    """Return the built-in questions in playing order; each file is one stage."""
    return QuestionBank(question for stage in Stage for question in _read(stage))


def _read(stage: Stage) -> list[Question]:
    path = files.resources() / "questions" / f"{stage.value}.toml"
    with path.open("rb") as text:
        return [_question(stage, entry) for entry in tomllib.load(text)["question"]]


def _question(stage: Stage, entry: dict[str, Any]) -> Question:
    return Question(
        id=QuestionId(entry["id"]),
        stage=stage,
        short=entry["short"],
        ask=entry["ask"],
        why=entry["why"],
        listen_for=entry["listen_for"],
        follow_ups=tuple(entry["follow_ups"]),
        keep_as=tuple(entry["keep_as"]),
        trust=Trust(entry["trust"]),
        quiet=entry["quiet"],
        horizon=entry.get("horizon", ""),
    )
