"""One step among several: its names on top, what it asks, and the way on and back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets.buttons import Button, LargeLinkButton, TallPrimaryButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Display, Muted

_PADDING = 22


def card() -> Card:
    """Return a card with the wider margin of pages that hold little."""
    made = Card()
    made.body.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
    made.body.setSpacing(10)
    return made


class Step(QWidget):
    """A title, two lines of why, what is asked, the way aside and the way on."""

    next_asked = Signal()
    aside_asked = Signal()

    def __init__(self, *, aside: str, onward: str, aside_keys: str | None = None) -> None:
        """``aside`` are the words of the link at the left, ``onward`` of the button."""
        super().__init__()
        self._words = (aside, onward)
        self._pressed: Button | None = None
        self._title = Display()
        self._why = Muted()
        self.aside = LargeLinkButton(aside, shortcut=aside_keys)
        self.onward = TallPrimaryButton(onward)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.aside.clicked.connect(self.aside_asked)
        self.onward.clicked.connect(self.next_asked)

    def fill(self, *parts: QWidget) -> None:
        """Ask for what is in ``parts``; called once, and in this order the tab key goes."""
        body, ways = QVBoxLayout(), QHBoxLayout()
        self._column.addWidget(self._title)
        self._column.addSpacing(8)
        self._column.addWidget(self._why)
        self._column.addSpacing(24)
        self._column.addLayout(body)
        self._column.addSpacing(24)
        self._column.addLayout(ways)
        body.setSpacing(15)
        for part in parts:
            body.addWidget(part)
        ways.addWidget(self.aside)
        ways.addStretch()
        ways.addWidget(self.onward)

    def introduce(self, title: str, why: str) -> None:
        """Say what this step is and why it is asked."""
        self._title.setText(title)
        self._why.setText(why)

    def begin(self) -> None:
        """Put the focus where this step begins."""

    def drop_secrets(self) -> None:
        """Empty what must not stay behind when the window of the notes comes up."""

    def forget(self) -> None:
        """Drop everything that was typed and stand as when first shown."""
        self.drop_secrets()

    def wait(self, words: str, *, aside: bool = False) -> None:
        """Take nothing more and say what is going on, on the button or on the link aside.

        A second wait speaks in the place of the first.
        """
        self._pressed = self._pressed or (self.aside if aside else self.onward)
        self._pressed.setText(words)
        self.setEnabled(False)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pressed, words))

    def resume(self) -> None:
        """Take words again."""
        self._pressed = None
        self.setEnabled(True)
        for button, words in zip((self.aside, self.onward), self._words, strict=True):
            button.setText(words)
