"""What a page asks of the private panels that look back over the years."""

from PySide6.QtCore import Signal

from desktop.domain.ids import PersonId
from desktop.ui.widgets.beside.shapes import AboutSomebody, ReadAgain, Written


class SmallArcBeside(AboutSomebody):
    """The arc of somebody at a glance, on their page; out of sight before a first conversation."""

    arc_asked = Signal(str, str)
    """Carries the person, and the mark that was pressed or nothing."""


class ArcBeside(ReadAgain):
    """The whole arc of somebody, with the passages behind its marks."""

    conversation_asked = Signal(str)
    """Carries the conversation in which a passage stands."""
    goals_asked = Signal(str)
    between_asked = Signal(str)
    """Carries the person of whom something was written down between conversations."""

    def show_person(self, who: PersonId, mark: str = "") -> None:
        """Show the arc of somebody, with the passage behind a mark where one is named."""
        raise NotImplementedError


class LookingBack(AboutSomebody):
    """Something seen over the years with one person."""

    conversation_asked = Signal(str)
    """Carries the conversation in which a passage stands."""


class PatternsBeside(LookingBack):
    """What comes again with one person."""

    leaving_asked = Signal(str)
    """Carries the person whose answers to the leaving question are to be looked at."""


class AskedPanel(ReadAgain):
    """A private panel about everybody that leads to one person over time."""

    over_time_asked = Signal(str, str)
    """Carries the person, and the part of their page: nothing for the arc."""


class RecallBeside(Written):
    """The recall exercise: it asks, waits, and shows."""

    def begin(self) -> None:
        """Ask about whoever's turn it is, with the keyboard where it is answered; flush first."""
        raise NotImplementedError


class RecallOfferBeside(ReadAgain):
    """The exercise, offered on the first page once a week."""

    recall_asked = Signal()
