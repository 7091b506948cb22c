"""Words that a full disk refused before a lock: they wait, sealed, until they can be written."""

from collections.abc import Sequence
from contextlib import suppress

from desktop.domain.errors import Trouble
from desktop.services.private.drafts import Draft
from desktop.session import Session
from desktop.ui.main_window import MainWindow
from desktop.vault.drafts import CannotUnseal


class WaitingWords:
    """What goes sealed from one window to the next; only a session can open it."""

    def __init__(self, sealed: bytes = b"") -> None:
        """``sealed`` is what the gate kept since the last lock."""
        self.sealed = sealed

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self.sealed)

    def write(self, session: Session, *, keep_what_stands: bool = True) -> Trouble | None:
        """Write them; while the disk still refuses they are kept, and why is returned."""
        if not self.sealed or session.reading is not None:
            return None
        try:
            session.restore(self.sealed, keep_what_stands=keep_what_stands)
        except CannotUnseal as trouble:
            self.forget()
            return trouble
        except Trouble as trouble:
            return trouble
        self.forget()
        return None

    def add(self, session: Session, unsaved: Sequence[Draft]) -> None:
        """Seal more of them, after those that wait already."""
        self.sealed = session.seal(unsaved, before=self.sealed)

    def forget(self) -> None:
        """Let them go: they are written, or their vault is erased."""
        self.sealed = b""


def not_saved(window: MainWindow) -> tuple[Draft, ...]:
    """Save what is being typed, and return what could not be; a lock waits for nothing more."""
    try:
        return () if window.flush() else window.unsaved()
    except Trouble:
        # A damaged page was met on the way; what the editors hold is still there.
        with suppress(Trouble):
            return window.unsaved()
    return ()


def still_waiting() -> Trouble:
    """Say why the window does not close over them."""
    return Trouble(
        what_happened="Words that could not be saved before the last lock still wait here, sealed.",
        what_is_safe="They go with every lock, and are gone if this window closes.",
        what_to_do="Make this vault writable again, or bring back a backup; they are saved then.",
    )
