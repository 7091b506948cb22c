"""Words that a full disk refused: sealed at a lock, written once there is room again."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.private.answers import Answer
from desktop.domain.private.debrief import Debrief
from desktop.domain.private.pad import Pad
from desktop.domain.private.unsaved import UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.unsaved import (
    both,
)
from desktop.services import unsaved
from desktop.services.private import answers, debriefs, pad
from desktop.services.private import unsaved as unsaved_notes
from desktop.services.private.draft_rows import PARTS, Draft, draft_of, place_of, row
from desktop.storage.shelves import PrivateShelf, SharedShelf
from desktop.vault.drafts import CannotUnseal, seal, unseal


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
    rows += [row(draft) for draft in drafts]
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
        for told in json.loads(unseal(data_key, sealed_drafts)):
            draft = draft_of(told)
            place = place_of(draft)
            _write(halves, draft, keep_what_stands=keep_what_stands or place in written)
            written.add(place)


def _write(halves: Halves, draft: Draft, *, keep_what_stands: bool) -> None:
    if isinstance(draft, Answer):
        _write_note(halves.private, draft, keep_what_stands=keep_what_stands)
    elif isinstance(draft, Pad):
        _write_pad(halves.private, draft, keep_what_stands=keep_what_stands)
    elif isinstance(draft, Debrief):
        _write_debrief(halves.private, draft, keep_what_stands=keep_what_stands)
    elif isinstance(draft, UnsavedNote):
        unsaved_notes.write(halves.private, draft, keep_what_stands=keep_what_stands)
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
        words = {part: _both(getattr(stands, part), getattr(draft, part)) for part in PARTS}
        draft = Debrief(draft.conversation, **words, talking=stands.talking or draft.talking)
    debriefs.write(shelf, draft)


def _both(stands: PrivateText, draft: PrivateText) -> PrivateText:
    return PrivateText(both(stands.reveal(), draft.reveal()))


__all__ = ["Draft", "Halves", "restore", "sealed"]
