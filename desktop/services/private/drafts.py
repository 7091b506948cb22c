"""Words that a full disk refused: sealed at a lock, written once there is room again."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from typing import Any

from desktop.domain.ids import CommitmentId, ConversationId, ParagraphId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.unsaved import UnsavedParagraph, UnsavedTerms, both
from desktop.services import unsaved
from desktop.services.private import answers, debriefs, pad
from desktop.storage.shelves import PrivateShelf, SharedShelf
from desktop.vault.drafts import CannotUnseal, seal, unseal

Draft = Answer | Pad | Debrief | UnsavedParagraph | UnsavedTerms
"""Everything that a page can hold and a disk refuse."""


@dataclass(frozen=True, slots=True)
class Halves:
    """Both halves of one vault: drafts belong to either."""

    shared: SharedShelf
    private: PrivateShelf


def sealed(data_key: bytearray, drafts: Sequence[Draft], before: bytes = b"") -> bytes:
    """Return drafts so that only this vault's key can read them (security.md 2.5).

    ``before`` is what was sealed earlier and could not be written yet; it stays in front, unless
    it cannot be read: a lock is never kept from closing.
    """
    rows: list[list[Any]] = []
    with suppress(CannotUnseal):
        rows += json.loads(unseal(data_key, before)) if before else []
    rows += [_row(draft) for draft in drafts]
    return seal(data_key, json.dumps(rows).encode("utf-8"))


def restore(
    halves: Halves, data_key: bytearray, sealed_drafts: bytes, *, keep_what_stands: bool = False
) -> None:
    """Write sealed drafts, all or none; Trouble while the disk still refuses them.

    CannotUnseal is the one Trouble after which there is no use in keeping them.

    The second draft to the same place never replaces the first; with ``keep_what_stands`` no
    draft replaces what was written there since.
    """
    written = set()
    with halves.private.transaction():
        for row in json.loads(unseal(data_key, sealed_drafts)):
            draft = _draft(row)
            place = _place(draft)
            _write(halves, draft, keep_what_stands=keep_what_stands or place in written)
            written.add(place)


def _write(halves: Halves, draft: Draft, *, keep_what_stands: bool) -> None:
    if isinstance(draft, Answer):
        _write_note(halves.private, draft, keep_what_stands=keep_what_stands)
    elif isinstance(draft, Pad):
        _write_pad(halves.private, draft, keep_what_stands=keep_what_stands)
    elif isinstance(draft, Debrief):
        _write_debrief(halves.private, draft, keep_what_stands=keep_what_stands)
    else:
        unsaved.write(halves.shared, draft, keep_what_stands=keep_what_stands)


def _write_note(shelf: PrivateShelf, draft: Answer, *, keep_what_stands: bool) -> None:
    if keep_what_stands:
        stands = answers.note_to(shelf, draft.conversation, draft.question)
        cursor = stands.cursor if stands.words else draft.cursor
        draft = replace(
            draft,
            words=_both(stands.words, draft.words),
            cursor=cursor,
            underneath=_both(stands.underneath, draft.underneath),
        )
    answers.write(shelf, draft)


def _write_pad(shelf: PrivateShelf, draft: Pad, *, keep_what_stands: bool) -> None:
    if keep_what_stands:
        stands = pad.lines_of(shelf, draft.conversation).lines
        fresh = tuple(line for line in draft.lines if line not in stands)
        draft = replace(draft, lines=stands + fresh)
    pad.write(shelf, draft)


def _write_debrief(shelf: PrivateShelf, draft: Debrief, *, keep_what_stands: bool) -> None:
    if keep_what_stands:
        stands = debriefs.of_conversation(shelf, draft.conversation)
        words = {part: _both(getattr(stands, part), getattr(draft, part)) for part in _PARTS}
        draft = Debrief(draft.conversation, **words, talking=stands.talking or draft.talking)
    debriefs.write(shelf, draft)


def _both(stands: PrivateText, draft: PrivateText) -> PrivateText:
    return PrivateText(both(stands.reveal(), draft.reveal()))


_PARTS = tuple(f.name for f in fields(Debrief) if f.name not in ("conversation", "talking"))


def _place(draft: Draft) -> tuple[str, ...]:
    if isinstance(draft, Answer):
        return ("note", draft.conversation, draft.question)
    if isinstance(draft, Pad):
        return ("pad", draft.conversation)
    if isinstance(draft, Debrief):
        return ("debrief", draft.conversation)
    if isinstance(draft, UnsavedParagraph):
        return ("paragraph", draft.conversation, draft.paragraph or draft.question or "")
    return ("terms", draft.conversation, draft.commitment or "")


def _row(draft: Draft) -> list[Any]:
    if isinstance(draft, Answer):
        layers = [draft.words.reveal(), draft.cursor, draft.underneath.reveal()]
        return ["note", draft.conversation, draft.question, *layers]
    if isinstance(draft, Pad):
        lines = [[line.question, line.words.reveal()] for line in draft.lines]
        return ["pad", draft.conversation, lines]
    if isinstance(draft, Debrief):
        words = {part: getattr(draft, part).reveal() for part in _PARTS}
        return ["debrief", draft.conversation, words, draft.talking]
    if isinstance(draft, UnsavedParagraph):
        return ["paragraph", draft.conversation, draft.text, draft.paragraph, draft.question]
    return ["terms", draft.conversation, draft.changed, draft.commitment]


def _draft(row: list[Any]) -> Draft:
    kind, conversation, *rest = row
    talk = ConversationId(conversation)
    if kind == "note":
        question, words, cursor, *second = rest
        # What an earlier Onward sealed has one layer only.
        underneath = PrivateText(second[0] if second else "")
        return Answer(talk, QuestionId(question), PrivateText(words), cursor, underneath)
    if kind == "pad":
        (lines,) = rest
        return Pad(talk, tuple(PadLine(QuestionId(q), PrivateText(words)) for q, words in lines))
    if kind == "debrief":
        parts, talking = rest
        private = {part: PrivateText(words) for part, words in parts.items()}
        return Debrief(talk, **private, talking=Talking(talking) if talking else None)
    if kind == "paragraph":
        text, paragraph, question = rest
        return UnsavedParagraph(
            talk,
            text,
            ParagraphId(paragraph) if paragraph else None,
            QuestionId(question) if question else None,
        )
    changed, commitment = rest
    fields_changed = tuple((field, text) for field, text in changed)
    return UnsavedTerms(talk, fields_changed, CommitmentId(commitment) if commitment else None)
