"""One computer at a vault that another may open too: who has it, and whether it is the same line.

>>> presence.beat()                                   # doctest: +SKIP
True
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from desktop.domain.errors import Damaged
from desktop.domain.spells import Drift, drift
from desktop.storage.about import AboutShelf
from desktop.storage.database import Database
from desktop.storage.spells import Spells
from desktop.vault import in_use, synced
from desktop.vault.in_use import Claim, HeldElsewhere, Marker, OpenElsewhere
from desktop.vault.last_seen import LastSeen
from desktop.vault.lockfile import AlreadyOpen

EVERY_S = 60
"""How often the window gives a sign of life in the vault folder."""


class News(Enum):
    """What a computer that opens a vault should be told of others."""

    OLDER = "older"
    APART = "apart"
    COPIES = "copies"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of news; ``names`` are those of files, or of the service that carries the folder.

    None of them is private: they were there for everybody to read.
    """

    news: News
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coming:
    """How this computer comes to a vault: with what it remembers, and over whose openings."""

    here: LastSeen | None = None
    over: tuple[Marker, ...] = ()


ALONE = Coming()
"""Without a memory of its own, as where nobody else can come: in a look around, or a test."""


def coming(folder: Path, here: LastSeen | None, *, take_over: bool) -> Coming:
    """Look who else has the vault open; OpenElsewhere unless taking it over is wished."""
    others = in_use.others(folder, here.computer) if here else ()
    if others and not take_over:
        raise OpenElsewhere
    return Coming(here, others)


@contextmanager
def named(coming: Coming) -> Iterator[None]:
    """Say that it is another computer where the disk of a vault that is taken over refuses."""
    try:
        yield
    except AlreadyOpen:
        if coming.over:
            raise HeldElsewhere from None
        raise


class Presence:
    """This computer's place at one open vault; without a memory it only counts."""

    def __init__(self, folder: Path, database: Database, coming: Coming, now: datetime) -> None:
        """Take the place, and look what became of the vault since it was open here."""
        here = coming.here
        self._folder = folder
        self._here = here
        self._vault = AboutShelf(database).vault_id()
        self._spells = Spells(database, here.computer if here else "")
        self._drift = self._drifted()
        self._claim: Claim | None = None
        if here is not None:
            here.opened_in(folder)
            here.write()
            self._claim = Claim(folder, here.computer, now, coming.over)

    def found(self) -> tuple[Found, ...]:
        """Return what the manager should be told now that the vault is open."""
        return (*self._of_lines(), *self._of_copies(), *self._of_service())

    def acknowledge(self) -> None:
        """The manager has read it: what stands here is the line that goes on."""
        self._drift = Drift.NONE
        if self._here is not None and synced.service_of(self._folder):
            self._here.told_of_sync(self._vault)
        self._remember()

    def beat(self) -> bool:
        """Give a sign of life; False if another computer has opened the vault meanwhile."""
        self._remember()
        return self._claim is None or self._claim.beat()

    def leave(self, *, forget: bool = False) -> None:
        """Remember how far the vault has come, and let other computers have it.

        ``forget`` where the manager puts another vault in its place. Before the file is closed.
        """
        if self._claim is None or self._here is None:
            return
        if forget:
            self._here.forget(self._vault)
        else:
            with suppress(Damaged):  # a damaged vault is closed all the same
                self._remember()
        self._claim.release()
        self._claim = None

    def forget_place(self) -> None:
        """The vault is about to be erased: where it lay, none is missing afterwards."""
        if self._here is not None:
            self._here.erased_in(self._folder)

    def _drifted(self) -> Drift:
        seen = self._here.of(self._vault) if self._here else None
        changes = self._spells.changes_of(seen.spell) if seen else None
        return drift(seen, self._spells.latest(), changes)

    def _remember(self) -> None:
        # Until the manager has read that this is another line, it is told again.
        if self._here is not None and self._drift is Drift.NONE:
            self._here.remember(self._vault, self._spells.latest())

    def _of_lines(self) -> tuple[Found, ...]:
        told = {Drift.OLDER: News.OLDER, Drift.APART: News.APART}
        return (Found(told[self._drift]),) if self._drift in told else ()

    def _of_copies(self) -> tuple[Found, ...]:
        copies = synced.copies_beside(self._folder) if self._here else ()
        return (Found(News.COPIES, tuple(path.name for path in copies)),) if copies else ()

    def _of_service(self) -> tuple[Found, ...]:
        if self._here is None or self._here.was_told_of_sync(self._vault):
            return ()
        service = synced.service_of(self._folder)
        return (Found(News.SYNCED, (service,)),) if service else ()
