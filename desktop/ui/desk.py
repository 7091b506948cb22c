"""What a page may do: ask the vault, and act on it.

A ``Desk`` works over the shared half of a session, a ``PrivateDesk`` over the private one. A page
gets a ``Desk``; the type checker rejects a private verb on it (the fourth lock). It is the only
place in the user interface that catches bad news: a rule's refusal comes back in the ``Answer``,
trouble with the disk goes to whoever shows the banner.

    >>> answer = desk.do(people.add, "Priya Nair")        # doctest: +SKIP
    >>> if answer.refusal:                                # doctest: +SKIP
    ...     field.refuse(answer.refusal.sentence)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal, Trouble
from desktop.storage.shelves import PrivateShelf, SharedShelf

S = TypeVar("S", SharedShelf, PrivateShelf)
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What came of an action: its value, or the rule that refused it, or neither in trouble."""

    outcome: Done[T] | None
    refusal: Refusal | None = None

    @property
    def done(self) -> bool:
        """Whether it was done and is saved."""
        return self.outcome is not None

    @property
    def value(self) -> T:
        """What the action gave; only for one that was done."""
        if self.outcome is None:
            raise RuntimeError("An action that was not done has no value.")
        return self.outcome.value


class News(QObject):
    """Tells the window what was touched and what went wrong; both desks of a window share one."""

    changed = Signal(Touched)
    troubled = Signal(Trouble)
    saved = Signal()


class _AnyDesk(Generic[S]):
    """One half of the session, and the news about it."""

    def __init__(self, shelf: S, news: News) -> None:
        self._shelf: S = shelf
        self.news = news

    def ask(self, look: Callable[Concatenate[S, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a service sees."""
        return look(self._shelf, *args, **kwargs)

    def do(
        self, verb: Callable[Concatenate[S, P], Done[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Answer[T]:
        """Do one thing and tell everybody what it touched."""
        try:
            done = verb(self._shelf, *args, **kwargs)
        except Refusal as refusal:
            return Answer(None, refusal)
        except Trouble as trouble:
            self.news.troubled.emit(trouble)
            return Answer(None)
        self.news.saved.emit()
        if done.touched:
            self.news.changed.emit(done.touched)
        return Answer(done)


class Desk(_AnyDesk[SharedShelf]):
    """The shared half: what pages are given."""


class PrivateDesk(_AnyDesk[PrivateShelf]):
    """The private half: what only the panels of the manager's own notes are given."""
