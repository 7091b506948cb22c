"""What pages ask of the private panels that belong to the time right after a talk, and no more."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ConversationId


class Checklist(Protocol):
    """The checklist of one talk; it hides itself when it is not worth showing."""

    def show_conversation(self, conversation: ConversationId | None) -> None:
        """Show the list of another talk; None shows nothing."""

    def refresh(self) -> None:
        """Read the list again."""

    def as_widget(self) -> QWidget:
        """Return the card, to be laid out."""

    def take_in(self, way: QWidget) -> None:
        """Let another step of that time stand beneath the list."""


class Offer(Protocol):
    """The offer of a debrief; it hides itself when there is none to make."""

    @property
    def debrief_asked(self) -> SignalInstance:
        """Carries the conversation to be looked back at."""

    def refresh(self) -> None:
        """Look whether there is something to offer now."""

    def as_widget(self) -> QWidget:
        """Return the card, to be laid out."""


class Debriefing(Protocol):
    """The panel of one debrief; a page never sees a word in it."""

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show the debrief of a conversation; flush first."""

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""

    def as_widget(self) -> QWidget:
        """Return the panel, to be laid out."""
