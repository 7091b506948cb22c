"""Identities: random, so that nothing can be guessed or counted from them."""

from typing import NewType
from uuid import uuid4

PersonId = NewType("PersonId", str)
ConversationId = NewType("ConversationId", str)
QuestionId = NewType("QuestionId", str)
ParagraphId = NewType("ParagraphId", str)
ContractId = NewType("ContractId", str)
CommitmentId = NewType("CommitmentId", str)
ShareId = NewType("ShareId", str)


def fresh() -> str:
    """Return a new identity: 32 hexadecimal digits (RFC 9562, version 4, without hyphens)."""
    return uuid4().hex
