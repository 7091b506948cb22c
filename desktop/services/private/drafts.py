"""Notes that a full disk refused: sealed at a lock, written once there is room again."""

import json
from collections.abc import Sequence

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.services.private import answers
from desktop.storage.shelves import PrivateShelf
from desktop.vault.drafts import seal, unseal


def sealed(data_key: bytearray, unsaved: Sequence[Answer]) -> bytes:
    """Return unsaved notes so that only this vault's key can read them (security.md 2.5)."""
    rows = [[a.conversation, a.question, a.words.reveal(), a.cursor] for a in unsaved]
    return seal(data_key, json.dumps(rows).encode("utf-8"))


def restore(shelf: PrivateShelf, data_key: bytearray, drafts: bytes) -> None:
    """Write sealed notes, all or none; Trouble while the disk still refuses them."""
    with shelf.transaction():
        for talk, question, words, cursor in json.loads(unseal(data_key, drafts)):
            note = Answer(ConversationId(talk), QuestionId(question), PrivateText(words), cursor)
            answers.write(shelf, note)
