"""The question bank: what comes with Onward, and what the manager has made of it (product D8)."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from desktop import files
from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import QuestionId
from desktop.domain.questions import (
    Change,
    Question,
    QuestionBank,
    Stage,
    Trust,
    name_from,
)
from desktop.storage.shelves import OutgoingShelf, PrivateShelf, SharedShelf


@cache
def built_in() -> QuestionBank:
    """Return the questions as they come with Onward; each file is one stage."""
    return QuestionBank(question for stage in Stage for question in _read(stage))


def bank(shelf: SharedShelf | PrivateShelf | OutgoingShelf) -> QuestionBank:
    """Return every question as the manager wants it asked, their own among them."""
    changes, own = shelf.questions.changes(), shelf.questions.own()
    questions = (question for stage in Stage for question in _of_stage(stage, own))
    return QuestionBank(
        (changes[q.id].applied_to(q) if q.id in changes else q for q in questions),
        retired=[change.question for change in changes.values() if change.is_retired],
    )


def _of_stage(stage: Stage, own: tuple[Question, ...]) -> Iterator[Question]:
    came, added = built_in().of(stage), [q for q in own if q.stage is stage]
    # Each stage ends on the question that leads on; the manager's own come before that one.
    last = len(came) if stage is Stage.OPENING else len(came) - 1
    yield from (*came[:last], *added, *came[last:])


def original(question: QuestionId) -> Question | None:
    """Return a question as it came with Onward; None for one of the manager's own."""
    return built_in().get(question)


def found(shelf: SharedShelf, typed: str) -> tuple[Question, ...]:
    """Return the questions that hold what was typed, in their words of now or those they had."""
    known = bank(shelf)
    hits = {q.id for q in (*known.matching(typed), *built_in().matching(typed))}
    return tuple(q for q in known.all() if q.id in hits)


def reword(
    shelf: SharedShelf, which: QuestionId, *, ask: str, why: str, listen_for: str
) -> Done[None]:
    """Ask a question in other words; those it came with are kept. Refusal without any words."""
    proper = _said(ask)
    came = original(which)
    with shelf.transaction():
        if came is None:
            own = _own(shelf, which)
            short = name_from(proper) if own.short == name_from(own.ask) else own.short
            said = replace(own, short=short, ask=proper)
            shelf.questions.put_own(replace(said, why=why.strip(), listen_for=listen_for.strip()))
        else:
            shelf.questions.put_change(
                replace(
                    _change(shelf, which),
                    ask=_unless_same(proper, came.ask),
                    why=_unless_same(why.strip(), came.why),
                    listen_for=_unless_same(listen_for.strip(), came.listen_for),
                )
            )
    return Done(None, Touched.QUESTIONS)


def restore(shelf: SharedShelf, which: QuestionId) -> Done[None]:
    """Ask a built-in question in the words it came with again."""
    as_it_came = replace(_change(shelf, which), ask=None, why=None, listen_for=None)
    with shelf.transaction():
        shelf.questions.put_change(as_it_came)
    return Done(None, Touched.QUESTIONS)


def set_trust(shelf: SharedShelf, which: QuestionId, trust: Trust) -> Done[None]:
    """Say how much trust a question asks for."""
    came = original(which)
    with shelf.transaction():
        if came is None:
            shelf.questions.put_own(replace(_own(shelf, which), trust=trust))
        else:
            changed = None if trust is came.trust else trust
            shelf.questions.put_change(replace(_change(shelf, which), trust=changed))
    return Done(None, Touched.QUESTIONS)


def retire(shelf: SharedShelf, which: QuestionId, *, away: bool = True) -> Done[None]:
    """Ask a question no more, or bring it back; a conversation already begun keeps it."""
    with shelf.transaction():
        shelf.questions.put_change(replace(_change(shelf, which), is_retired=away))
    return Done(None, Touched.QUESTIONS)


def add_own(
    shelf: SharedShelf,
    stage: Stage,
    ask: str,
    *,
    why: str = "",
    listen_for: str = "",
    trust: Trust = Trust.OPEN,
) -> Done[QuestionId]:
    """Add a question of the manager's own; it is asked in the next conversation of its stage."""
    proper = _said(ask)
    new = Question(
        id=QuestionId(ids.fresh()),
        stage=stage,
        short=name_from(proper),
        ask=proper,
        why=why.strip(),
        listen_for=listen_for.strip(),
        follow_ups=(),
        keep_as=(),
        trust=trust,
        quiet="",
        is_own=True,
    )
    with shelf.transaction():
        shelf.questions.put_own(new)
    return Done(new.id, Touched.QUESTIONS)


def _said(ask: str) -> str:
    proper = " ".join(ask.split())
    if not proper:
        raise Refusal("ask", "A question needs words to say aloud.")
    return proper


def _unless_same(words: str, came: str) -> str | None:
    return None if words == came else words


def _change(shelf: SharedShelf, which: QuestionId) -> Change:
    return shelf.questions.changes().get(which, Change(which))


def _own(shelf: SharedShelf, which: QuestionId) -> Question:
    return next(q for q in shelf.questions.own() if q.id == which)


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
