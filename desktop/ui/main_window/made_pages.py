"""The pages that were made so far: only they can hold words that are not saved yet."""

from typing import Protocol, TypeVar, cast, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop.services.private.drafts import Draft
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.pages.person import PersonPage
from desktop.ui.private.note_sheet import NoteSheet

P = TypeVar("P", bound=QWidget)


class Page(Protocol):
    """What the window asks of every page."""

    def refresh(self) -> None:
        """Read again what the page shows."""


@runtime_checkable
class Editor(Protocol):
    """What it asks of a page on which somebody types."""

    def flush(self) -> bool:
        """Save what is being typed; True if all of it is saved."""


@runtime_checkable
class Writer(Protocol):
    """What it asks of a page or a panel that may hold words which could not be saved."""

    def unsaved(self) -> tuple[Draft, ...]:
        """Return those words."""


@runtime_checkable
class Open(Protocol):
    """What it asks of a page that does not read anew what somebody may be writing."""

    def reopen(self) -> None:
        """Show what the vault holds now."""


class MadePages(QStackedWidget):
    """Keeps every page from the moment it is made, and asks those there are."""

    made = Signal(QWidget)
    """A page is there from now on, and whoever answers its wishes listens."""

    def __init__(self, desk: Desk, private: PrivateDesk) -> None:
        """Begin with none; each will work over the two halves of an open vault."""
        super().__init__()
        self._desk, self._private = desk, private
        self._pages: list[QWidget] = []
        self._beside: list[Writer] = []

    def take_in(self, page: P, *beside: Writer) -> P:
        """Give a page that was just made its place; ``beside`` stand the panels one writes in."""
        self.addWidget(page)
        return self.take_note_of(page, *beside)

    def take_note_of(self, page: P, *beside: Writer) -> P:
        """Ask a page like the others whose place is elsewhere."""
        self._pages.append(page)
        self._beside += beside
        self.made.emit(page)
        return page

    def focusNextPrevChild(self, following: bool) -> bool:
        """Lead from the beginning of a page to the first thing on it, not into the side bar.

        Qt walks the pages in the order in which they were made, the side bar in between. It also
        asks where what has the keyboard is being hidden: after the last of a page it begins there.
        """
        first = self._first_stop() if following and self.hasFocus() else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        held = QApplication.focusWidget()
        is_going = held is not None and self.isAncestorOf(held) and not held.isVisible()
        moved = super().focusNextPrevChild(following)
        if is_going and not self._is_here(QApplication.focusWidget()):
            self.setFocus()
        return moved

    def _first_stop(self) -> QWidget | None:
        """Return what the tab key reaches first on the page that is shown."""
        part = self.nextInFocusChain()
        while part is not None and part is not self:
            if self._stops_at(part):
                return part
            part = part.nextInFocusChain()
        return None

    def _stops_at(self, part: QWidget) -> bool:
        takes_tab = bool(part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        return takes_tab and part.isEnabled() and part.isVisible() and self._is_here(part)

    def _is_here(self, part: QWidget | None) -> bool:
        """Return whether a part is on the page that is shown."""
        page = self.currentWidget()
        return page is not None and part is not None and (part is page or page.isAncestorOf(part))

    def refresh(self) -> None:
        """Read the page that is shown again."""
        cast(Page, self.currentWidget()).refresh()

    def flush(self) -> bool:
        """Save everything that is being typed; True if all of it is saved."""
        editors = [page for page in self._pages if isinstance(page, Editor)]
        # A refused name or address in the details stays refused; it is no reason to keep open.
        saved = [page.flush() or isinstance(page, PersonPage) for page in editors]
        about_somebody = [
            part for part in self._writers() if isinstance(part, PersonPage | NoteSheet)
        ]
        return all(saved) and not any(part.unsaved() for part in about_somebody)

    def unsaved(self) -> tuple[Draft, ...]:
        """Return the words on the screen that could not be saved, private and shared."""
        return tuple(draft for writer in self._writers() for draft in writer.unsaved())

    def reopen(self) -> None:
        """Show what the vault holds now, also where the manager was writing; flush first."""
        for page in self._pages:
            # The others read anew whenever they are opened.
            if isinstance(page, Open) and page.isVisible():
                page.reopen()

    def _writers(self) -> list[Writer]:
        return [*self._beside, *(page for page in self._pages if isinstance(page, Writer))]
