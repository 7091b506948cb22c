"""Private words, a line or as many as they need, kept as they are typed."""

from collections.abc import Callable

from desktop.domain.private.words import PrivateText
from desktop.ui.widgets.autosave import Autosave
from desktop.ui.widgets.boxed_editor import BoxedEditor
from desktop.ui.widgets.editors import LineField


class WrittenLine(LineField):
    """Asks ``keep`` at every pause in typing; words it could not keep stay, and are told of."""

    def __init__(
        self, name: str, keep: Callable[[PrivateText], bool], *, placeholder: str = ""
    ) -> None:
        """``name`` is for screen readers; ``keep`` says whether the words are kept."""
        super().__init__(name, placeholder=placeholder)
        self._keep_words = keep
        self._is_unsaved = False
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._keep)
        self.textEdited.connect(self._touch)

    def tell(self, words: PrivateText) -> None:
        """Show what is kept, unless something else is being typed."""
        shown = words.reveal()
        if not self._is_unsaved and shown != self.text():
            self.setText(shown)

    def words(self) -> PrivateText:
        """Return what stands in the line."""
        return PrivateText(self.text())

    def is_unsaved(self) -> bool:
        """Return whether something stands here that is not kept yet."""
        return self._is_unsaved

    def forget(self) -> None:
        """Empty the line: nobody wants its words any more."""
        self._autosave.stop()
        self._is_unsaved = False
        self.clear()

    def flush(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        self._autosave.stop()
        if self._is_unsaved:
            self._keep()
        return not self._is_unsaved

    def _touch(self) -> None:
        self._is_unsaved = True
        self._autosave.touch()

    def _keep(self) -> None:
        self._is_unsaved = not self._keep_words(self.words())


class WrittenWords(BoxedEditor):
    """The same for words that may be long: it grows with them, so that none is out of sight."""

    def __init__(
        self, name: str, keep: Callable[[PrivateText], bool], *, placeholder: str = ""
    ) -> None:
        """``name`` is for screen readers; ``keep`` says whether the words are kept."""
        super().__init__(name, placeholder=placeholder)
        self._keep_words = keep
        self._is_unsaved = False
        self._kept = ""
        self.edited.connect(self._keep)

    def tell(self, words: PrivateText) -> None:
        """Show what is kept, unless something else is being typed."""
        shown = words.reveal()
        if not self.is_unsaved() and shown != self.text():
            # A new look counts as a change too; nothing of it is kept, for no word is another.
            self.flush()
            self._kept = shown
            self.set_text(shown)

    def words(self) -> PrivateText:
        """Return what stands here."""
        return PrivateText(self.text())

    def is_unsaved(self) -> bool:
        """Return whether something stands here that is not kept yet."""
        return self._is_unsaved or self.text() != self._kept

    def keep_now(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        self.flush()
        if self._is_unsaved:
            self._keep()
        return not self._is_unsaved

    def _keep(self) -> None:
        typed = self.text()
        if self.is_unsaved():
            self._is_unsaved = not self._keep_words(PrivateText(typed))
            self._kept = self._kept if self._is_unsaved else typed
