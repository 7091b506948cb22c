"""What a sealed draft is made of: each kind of unsaved words as a row, and back again."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from desktop.domain.ids import CommitmentId, ConversationId, ParagraphId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.unsaved import PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.unsaved import (
    SharedPlace,
    UnsavedParagraph,
    UnsavedTerms,
    UnsavedWords,
)

Draft = Answer | Pad | Debrief | UnsavedNote | UnsavedParagraph | UnsavedTerms | UnsavedWords
"""Everything that a page can hold and a disk refuse."""

PARTS = tuple(f.name for f in fields(Debrief) if f.name not in ("conversation", "talking"))
"""What a debrief has words in."""


def place_of(draft: Draft) -> tuple[str, ...]:
    """Return where a draft belongs: two of the same place are versions of the same words."""
    if isinstance(draft, UnsavedNote | UnsavedWords):
        return (draft.place, *draft.which)
    kind, conversation, *_ = row(draft)
    if isinstance(draft, Answer):
        return (kind, conversation, draft.question)
    if isinstance(draft, UnsavedParagraph):
        return (kind, conversation, draft.paragraph or draft.question or "")
    if isinstance(draft, UnsavedTerms):
        return (kind, conversation, draft.commitment or "")
    return (kind, conversation)


def row(draft: Draft) -> list[Any]:
    """Return a draft as JSON can hold it."""
    told: list[Any]
    match draft:
        case Answer():
            layers = [draft.words.reveal(), draft.cursor, draft.underneath.reveal()]
            told = ["note", draft.conversation, draft.question, *layers]
        case Pad():
            lines = [[line.question, line.words.reveal()] for line in draft.lines]
            told = ["pad", draft.conversation, lines]
        case Debrief():
            words = {part: getattr(draft, part).reveal() for part in PARTS}
            told = ["debrief", draft.conversation, words, draft.talking]
        case UnsavedNote():
            told = ["private words", draft.place, draft.which, draft.words.reveal()]
        case UnsavedWords():
            told = ["words", draft.place, draft.which, draft.words]
        case UnsavedParagraph():
            told = ["paragraph", draft.conversation, draft.text, draft.paragraph, draft.question]
        case UnsavedTerms():
            told = ["terms", draft.conversation, draft.changed, draft.commitment]
    return told


def draft_of(told: list[Any]) -> Draft:
    """Return the draft that a row tells of, also one that an earlier Onward sealed."""
    kind, first, *rest = told
    kinds: dict[str, Callable[..., Draft]] = {
        "note": _note,
        "pad": _pad,
        "debrief": _debrief,
        "private words": _private_words,
        "words": _words,
        "paragraph": _paragraph,
        "terms": _terms,
    }
    return kinds[kind](first, *rest)


def _note(talk: str, question: str, words: str, cursor: int, *second: str) -> Draft:
    # What an earlier Onward sealed has one layer only.
    underneath = PrivateText(second[0] if second else "")
    which = (ConversationId(talk), QuestionId(question))
    return Answer(*which, PrivateText(words), cursor, underneath)


def _pad(talk: str, lines: list[list[str]]) -> Draft:
    told = tuple(PadLine(QuestionId(which), PrivateText(words)) for which, words in lines)
    return Pad(ConversationId(talk), told)


def _debrief(talk: str, parts: dict[str, str], talking: str | None) -> Draft:
    private = {part: PrivateText(words) for part, words in parts.items()}
    spoke = Talking(talking) if talking else None
    return Debrief(ConversationId(talk), **private, talking=spoke)


def _private_words(place: str, which: list[str], words: str) -> Draft:
    return UnsavedNote(PrivatePlace(place), tuple(which), PrivateText(words))


def _words(place: str, which: list[str], words: str) -> Draft:
    return UnsavedWords(SharedPlace(place), tuple(which), words)


def _paragraph(talk: str, text: str, paragraph: str | None, question: str | None) -> Draft:
    return UnsavedParagraph(
        ConversationId(talk),
        text,
        ParagraphId(paragraph) if paragraph else None,
        QuestionId(question) if question else None,
    )


def _terms(talk: str, changed: list[tuple[str, str | None]], commitment: str | None) -> Draft:
    return UnsavedTerms(
        ConversationId(talk),
        tuple((field, text) for field, text in changed),
        CommitmentId(commitment) if commitment else None,
    )
