"""What every private panel on a page can do: be read again, be about somebody, keep words."""

from desktop.domain.ids import PersonId
from desktop.ui.widgets.card import PrivatePanel


class ReadAgain(PrivatePanel):
    """A panel that reads itself again when something has changed."""

    def refresh(self) -> None:
        """Read again all but what is being written."""
        raise NotImplementedError


class Written(ReadAgain):
    """A panel in which somebody writes."""

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        raise NotImplementedError


class AboutSomebody(ReadAgain):
    """A panel about one person."""

    def show_person(self, who: PersonId) -> None:
        """Show somebody; flush first where there is something to write."""
        raise NotImplementedError
