"""What a page asks of the private panels of themes across people."""

from PySide6.QtCore import Signal

from desktop.ui.widgets.beside.shapes import ReadAgain, Written


class ThemesBeside(ReadAgain):
    """The themes across people, and the lines that belong to none yet."""

    chosen = Signal(str)
    sheet_asked = Signal()

    def choose(self, which: str) -> None:
        """Mark what is shown beside the list."""
        raise NotImplementedError

    def first(self) -> str:
        """Return what to show first, or nothing."""
        raise NotImplementedError


class ThemeBeside(Written):
    """One theme with its lines, or one line that belongs to none yet."""

    moved_to = Signal(str)

    def show_item(self, which: str) -> None:
        """Show another one, or none; flush first."""
        raise NotImplementedError


class ThemesOverTimeBeside(ReadAgain):
    """When which theme was raised, and by whom; out of sight before there is a theme."""

    chosen = Signal(str)
