"""The messages before a conversation, in words meant for the person (playbook M1 and M2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MessageKind(StrEnum):
    """What is sent before a conversation."""

    INVITATION = "M1"
    REFLECTION = "M2"


@dataclass(frozen=True, slots=True)
class Message:
    """A draft; ``text`` is None until the manager has changed the suggested words."""

    kind: MessageKind
    text: str | None = None
    sent: date | None = None
