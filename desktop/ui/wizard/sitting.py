"""The quiet words at the foot of the rail: what is saved, and how long this has gone on."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.storage.shelves import SharedShelf
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.text import SmallList


def _now(shelf: SharedShelf) -> datetime:
    return shelf.now()


class SittingWords(QWidget):
    """Says when the last words were saved and how long this sitting has run; both true."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Listen to the news of both desks; ``begin`` starts the sitting."""
        super().__init__(parent)
        self._desk = desk
        self._begun = self._saved = desk.ask(_now)
        self._is_anything_saved = self._is_over = False
        self._saving = SmallList(ink="muted")
        self._lasting = SmallList(ink="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 9, 0)
        column.setSpacing(2)
        column.addWidget(Glyph("lock", size=12, ink="muted"))
        column.addSpacing(20)
        column.addWidget(self._saving)
        column.addWidget(self._lasting)
        desk.news.saved.connect(self.note_saved)

    def begin(self, *, is_over: bool = False) -> None:
        """Count from now; a talk that ``is_over`` is only written down."""
        self._is_over = is_over
        self._begun = self._desk.ask(_now)
        self._is_anything_saved = False

    def note_saved(self) -> None:
        """Count from now since the last save."""
        self._saved = self._desk.ask(_now)
        self._is_anything_saved = True

    def tell(self, *, unsaved: bool) -> None:
        """Bring the words up to date; ``unsaved`` if the disk has refused something."""
        now = self._desk.ask(_now)
        self._saving.set_ink("soon" if unsaved else "muted")
        self._saving.setText(self._saving_words(now, unsaved))
        self._lasting.setText(self._lasting_words())

    def _saving_words(self, now: datetime, unsaved: bool) -> str:
        if unsaved:
            return self.tr("Not saved yet")
        if not self._desk.ask(_writes):
            return self.tr("Open for reading only")
        if not self._is_anything_saved:
            return self.tr("Everything is saved")
        since = max(0.0, (now - self._saved).total_seconds())
        return self.tr("Saved {ago}").format(ago=dates.ago(since))

    def minutes(self) -> int:
        """Return how many whole minutes this sitting has run."""
        return int((self._desk.ask(_now) - self._begun).total_seconds() // 60)

    def _lasting_words(self) -> str:
        if self._is_over:
            return self.tr("The talk is over, this is for your notes")
        minutes = self.minutes()
        if minutes < 1:
            return self.tr("Just begun, listen more than you speak")
        if minutes == 1:
            return self.tr("1 minute, listen more than you speak")
        return self.tr("{minutes} minutes, listen more than you speak").format(minutes=minutes)


def _writes(shelf: SharedShelf) -> bool:
    return shelf.writes
