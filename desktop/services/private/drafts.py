"""Notes that a full disk refused: sealed at a lock, written once there is room again."""

import json
from collections.abc import Sequence

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.words import PrivateText
from desktop.services.private import answers, pad
from desktop.storage.shelves import PrivateShelf
from desktop.vault.drafts import seal, unseal


def sealed(data_key: bytearray, unsaved: Sequence[Answer | Pad]) -> bytes:
    """Return unsaved notes and pads so that only this vault's key can read them.

    See security.md 2.5.
    """
    notes = [
        [note.conversation, note.question, note.words.reveal(), note.cursor]
        for note in unsaved
        if isinstance(note, Answer)
    ]
    pads = [
        [sheet.conversation, [[line.question, line.words.reveal()] for line in sheet.lines]]
        for sheet in unsaved
        if isinstance(sheet, Pad)
    ]
    return seal(data_key, json.dumps({"notes": notes, "pads": pads}).encode("utf-8"))


def restore(shelf: PrivateShelf, data_key: bytearray, drafts: bytes) -> None:
    """Write sealed notes and pads, all or none; Trouble while the disk still refuses them."""
    kept = json.loads(unseal(data_key, drafts))
    with shelf.transaction():
        for talk, question, words, cursor in kept["notes"]:
            note = Answer(ConversationId(talk), QuestionId(question), PrivateText(words), cursor)
            answers.write(shelf, note)
        for talk, lines in kept["pads"]:
            written = tuple(PadLine(QuestionId(q), PrivateText(words)) for q, words in lines)
            pad.write(shelf, Pad(ConversationId(talk), written))
