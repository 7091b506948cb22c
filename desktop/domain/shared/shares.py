"""The record of what left the vault, when and how (product F6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import ContractId, ConversationId, ShareId


class Way(StrEnum):
    """How a page left the vault: as which file, or handed to the mail program."""

    PDF = "pdf"
    MAIL = "mail"
    EML = "eml"
    OPEN_DOCUMENT = "odt"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Share:
    """One time a page left; ``sha256`` is the fingerprint of its exact bytes, in hexadecimal."""

    id: ShareId
    conversation: ConversationId
    contract: ContractId
    way: Way
    at: datetime
    sha256: str
