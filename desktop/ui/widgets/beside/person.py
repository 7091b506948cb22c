"""What a page asks of the private panels about one person."""

from PySide6.QtCore import Signal

from desktop.domain.ids import PersonId
from desktop.ui.widgets.beside.shapes import AboutSomebody, Written


class GoalsBeside(AboutSomebody):
    """The goals that were captured in notes, beside those that both have agreed on."""

    goal_chosen = Signal(str, str)
    """Carries words and a horizon with which the manager chose to begin a goal for both."""


class LimitsBeside(AboutSomebody):
    """What the manager thinks through when an ambition does not fit the organisation."""

    step_chosen = Signal(str)

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        raise NotImplementedError


class SweetSpotBeside(AboutSomebody):
    """Interests, strengths and needs laid over one another."""

    def flush(self) -> bool:
        """Keep a need that is being typed; return whether it is kept."""
        raise NotImplementedError


class FeedbackBeside(AboutSomebody):
    """What to have in mind about a person before giving them feedback."""


class NotesGlanceBeside(AboutSomebody):
    """The latest private notes about somebody, on their page."""

    notes_asked = Signal()
    writing_asked = Signal()

    def say_less(self, *, less: bool) -> None:
        """Show the first note alone, where the page would scroll for more of them."""
        raise NotImplementedError


class NoteListBeside(AboutSomebody):
    """The private notes about somebody, and the field that finds their words."""

    chosen = Signal(str)
    writing_asked = Signal()

    def choose(self, which: str) -> None:
        """Mark the one that is shown."""
        raise NotImplementedError

    def first(self) -> str:
        """Return the one to show first, or nothing."""
        raise NotImplementedError


class NoteSheetBeside(Written):
    """One private note, to be read and written."""

    noted = Signal(str)
    """A new note has its first words in the vault."""

    def begin(self, who: PersonId) -> None:
        """Write a new one about somebody; flush first."""
        raise NotImplementedError

    def show_note(self, which: str, who: PersonId) -> None:
        """Read one, or none; flush first."""
        raise NotImplementedError

    def shown(self) -> str:
        """Return which one is shown."""
        raise NotImplementedError
