"""Identities: random, so that nothing can be guessed or counted from them."""

import os
from typing import NewType

PersonId = NewType("PersonId", str)
ConversationId = NewType("ConversationId", str)
QuestionId = NewType("QuestionId", str)
ParagraphId = NewType("ParagraphId", str)
ContractId = NewType("ContractId", str)
CommitmentId = NewType("CommitmentId", str)
ShareId = NewType("ShareId", str)
PlannedId = NewType("PlannedId", str)
AgreementId = NewType("AgreementId", str)
KeptId = NewType("KeptId", str)
OpportunityId = NewType("OpportunityId", str)
GoalId = NewType("GoalId", str)
LimitsId = NewType("LimitsId", str)
SignalId = NewType("SignalId", str)
MomentId = NewType("MomentId", str)
ExperimentId = NewType("ExperimentId", str)
ThemeId = NewType("ThemeId", str)
SheetLineId = NewType("SheetLineId", str)
NoteId = NewType("NoteId", str)


def fresh() -> str:
    """Return a new identity: 128 random bits as 32 hexadecimal digits."""
    return os.urandom(16).hex()
