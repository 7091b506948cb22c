"""What a page asks of the private panels of the register of opportunities."""

from PySide6.QtCore import Signal

from desktop.ui.widgets.beside.shapes import Written


class RegisterBeside(Written):
    """The list of opportunities."""

    chosen = Signal(str)

    def choose(self, which: str) -> None:
        """Mark the one that is shown."""
        raise NotImplementedError

    def first(self) -> str:
        """Return the one that ends soonest, or nothing."""
        raise NotImplementedError


class OpportunityBeside(Written):
    """One opportunity, to be written and marked; ``deleted`` once it lies in the bin."""

    deleted = Signal()

    def show_opportunity(self, which: str) -> None:
        """Show another one, or none; flush first."""
        raise NotImplementedError
