"""The kinds of conversation that come with Onward, read from ``resources/questions/packs``."""

import tomllib
from functools import cache
from typing import Any

from desktop import files
from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.packs import Pack
from desktop.domain.ids import QuestionId
from desktop.domain.questions import Stage

_WHOLE = "all"


@cache
def pack(kind: Kind) -> Pack:
    """Return what a kind of conversation asks, how long it takes and what it is for."""
    path = files.resources() / "questions" / "packs" / f"{kind.value}.toml"
    with path.open("rb") as text:
        return _pack(kind, tomllib.load(text))


def _pack(kind: Kind, entry: dict[str, Any]) -> Pack:
    least, most = entry["minutes"]
    asked = {Stage(stage): ids for stage, ids in entry["questions"].items()}
    return Pack(
        kind=kind,
        title=entry["title"],
        name=entry["name"],
        minutes=(least, most),
        purpose=entry["purpose"],
        source=entry["source"],
        questions={
            stage: tuple(QuestionId(question) for question in ids)
            for stage, ids in asked.items()
            if ids != _WHOLE
        },
        whole_stages=frozenset(stage for stage, ids in asked.items() if ids == _WHOLE),
    )
