"""What a page asks of the private panels of what happens between conversations."""

from PySide6.QtCore import Signal

from desktop.domain.ids import ExperimentId, PersonId
from desktop.domain.moments import MomentKind
from desktop.ui.widgets.beside.shapes import AboutSomebody, ReadAgain
from desktop.ui.widgets.card import PrivatePanel


class NoticedBeside(ReadAgain):
    """Signals that were noticed, each with its next step."""

    booking_asked = Signal(str)
    """Carries the person with whom a conversation is to be booked."""
    talk_asked = Signal(str)
    """Carries the person with whom a conversation is to begin."""
    naming_asked = Signal(str, str)
    """Carries a person, and the sign of changed goals that is to be named to them."""
    words_asked = Signal(str)
    """Carries the signal that is to be said in the manager's own words."""
    between_asked = Signal(str)
    """Carries the person of whom everything between two conversations is wanted."""

    def show_person(self, who: PersonId) -> None:
        """Show those about one person, where the page is about one."""

    def flush(self) -> None:
        """Keep what is being typed, if it is complete."""
        raise NotImplementedError


class NoticeSheetBeside(PrivatePanel):
    """A signal while it is written down."""

    finished = Signal()
    changed = Signal()

    def show_anew(self, who: PersonId | None, *, alone: bool = False) -> None:
        """Begin a new one; ``alone`` names nobody else, for they may look on. Flush first."""
        raise NotImplementedError

    def show_signal(self, which: str) -> None:
        """Open one that was noted before; flush first."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Let what is typed now be the words."""
        raise NotImplementedError

    def choose_kind(self, kind: MomentKind) -> None:
        """Choose what it is, after ``show_anew``."""
        raise NotImplementedError

    def is_noted(self) -> bool:
        """Return whether it is in the vault."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        raise NotImplementedError


class BetweenBeside(AboutSomebody):
    """Something that is kept between conversations about one person."""

    notice_asked = Signal()
    """Something new is to be written down."""

    def flush(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        raise NotImplementedError


class ExperimentsBeside(BetweenBeside):
    """What is being tried with one person."""

    def ask_what_it_taught(self, which: ExperimentId) -> None:
        """Put the keyboard where the lesson of one try is written, after ``show_person``."""
        raise NotImplementedError


class LongAgoBeside(ReadAgain):
    """What has not been looked at for long."""

    goals_asked = Signal(str)
    """Carries the person whose goals are to be looked at."""
    lesson_asked = Signal(str, str)
    """Carries the person with whom something is being tried, and the try."""
