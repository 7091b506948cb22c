"""The two shelves on which something noticed may come to lie, spoken to in the same words."""

from typing import Protocol

from desktop.domain.ids import MomentId, PersonId, SignalId
from desktop.domain.moments import BY_HAND, MomentKind
from desktop.domain.private.unsaved import PrivatePlace
from desktop.domain.private.words import PrivateText
from desktop.domain.signals import SignalKind
from desktop.services.private import moments, signals
from desktop.ui.desk import PrivateDesk


class Noted(Protocol):
    """Where one kind of thing is noted; everything answers with its identity, "" in trouble."""

    place: PrivatePlace

    def note(self, who: PersonId, kind: str, words: PrivateText) -> str:
        """Note something new."""

    def classify(self, which: str, who: PersonId, kind: str) -> str:
        """Say that it was of another kind, or about somebody else."""

    def word(self, which: str, words: PrivateText) -> str:
        """Say it in one's own words."""

    def take_back(self, which: str) -> bool:
        """Take it away; return whether it is gone."""


class SignalsNoted:
    """Triggers, and signs that goals have changed."""

    place = PrivatePlace.SIGNAL

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        self._desk = desk

    def note(self, who: PersonId, kind: str, words: PrivateText) -> str:
        """Note a signal."""
        answer = self._desk.do(signals.notice, who, SignalKind(kind), words)
        return answer.value if answer.done else ""

    def classify(self, which: str, who: PersonId, kind: str) -> str:
        """Give a signal another kind or person."""
        answer = self._desk.do(signals.classify, SignalId(which), who, SignalKind(kind))
        return answer.value if answer.done else ""

    def word(self, which: str, words: PrivateText) -> str:
        """Say a signal in one's own words."""
        answer = self._desk.do(signals.word, SignalId(which), words)
        return answer.value if answer.done else ""

    def take_back(self, which: str) -> bool:
        """Take a signal away."""
        return self._desk.do(signals.take_back, SignalId(which)).done


class MomentsNoted:
    """What is worth keeping and asks for nothing."""

    place = PrivatePlace.MOMENT

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        self._desk = desk

    def note(self, who: PersonId, kind: str, words: PrivateText) -> str:
        """Keep a moment."""
        answer = self._desk.do(moments.note, who, MomentKind(kind), words)
        return answer.value if answer.done else ""

    def classify(self, which: str, who: PersonId, kind: str) -> str:
        """Give a moment another kind or person."""
        answer = self._desk.do(moments.classify, MomentId(which), who, MomentKind(kind))
        return answer.value if answer.done else ""

    def word(self, which: str, words: PrivateText) -> str:
        """Say a moment in one's own words."""
        answer = self._desk.do(moments.word, MomentId(which), words)
        return answer.value if answer.done else ""

    def take_back(self, which: str) -> bool:
        """Take a moment away."""
        return self._desk.do(moments.take_back, MomentId(which)).done


def is_moment(kind: str) -> bool:
    """Return whether a chosen kind is one of a moment."""
    return kind in [each.value for each in BY_HAND]
