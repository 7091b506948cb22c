"""The record of what left the vault, when and how (product F6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import ContractId, ConversationId, PersonId, ShareId


class Document(StrEnum):
    """What a page is: the outcome of one conversation, or a paper about a person.

    A draft is the same page before anything on it is agreed, sent to be looked over (product E2).
    """

    SUMMARY = "summary"
    DRAFT = "draft"
    AGREEMENT = "agreement"
    NOTES = "notes"
    HAND_OVER = "hand-over"
    THEMES = "themes"

    @property
    def has_addressee(self) -> bool:
        """Whether it goes to the person it is about, and not to somebody who is not known here."""
        return self not in (Document.HAND_OVER, Document.THEMES)


NOBODY = PersonId("")
"""Whom the sheet of themes is about: it belongs to no person and to no conversation."""


class Way(StrEnum):
    """How something left the vault: as which file, on paper, or handed to another program."""

    PDF = "pdf"
    PRINT = "print"
    MAIL = "mail"
    EML = "eml"
    OPEN_DOCUMENT = "odt"
    TEXT = "text"
    CLIPBOARD = "clipboard"
    CALENDAR = "calendar"

    @property
    def carries_the_page(self) -> bool:
        """Whether all that both keep left this way: dates for a calendar alone do not."""
        return self is not Way.CALENDAR


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A page that could leave; a summary belongs to a conversation, other papers to nobody's."""

    document: Document
    person: PersonId
    conversation: ConversationId | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """One time something left; ``sha256`` is the fingerprint of its exact bytes, in hexadecimal."""

    id: ShareId
    document: Document
    person: PersonId
    conversation: ConversationId | None
    contract: ContractId | None
    way: Way
    at: datetime
    sha256: str
