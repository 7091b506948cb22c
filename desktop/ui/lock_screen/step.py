"""One step among several: its names on top, what it asks, and the way on and back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.lock_screen.face import Face
from desktop.ui.widgets.buttons import Button, LargeLinkButton, TallPrimaryButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Display, Muted, Text
from desktop.ui.widgets.wording import Run

_PADDING = 22


def card() -> Card:
    """Return a card with the wider margin of pages that hold little."""
    made = Card()
    made.body.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
    made.body.setSpacing(10)
    return made


class StepNames(Text):
    """The names of all steps in one line, the current one set off."""

    role = "label"
    ink = "muted"

    def show_current(self, names: tuple[str, ...], current: int) -> None:
        """Show every name with its number; ``current`` counts from 0."""
        between = Run("   ")
        runs: list[Run] = []
        for place, name in enumerate(names):
            words = f"{place + 1} {name}"
            runs.append(Run(words, "label_strong", "accent") if place == current else Run(words))
            runs.append(between)
        self.set_runs(*runs[:-1])
        self.setAccessibleName(
            self.tr("Step {number} of {all}: {name}").format(
                number=current + 1, all=len(names), name=names[current]
            )
        )


class Step(QWidget):
    """A title, two lines of why, what is asked, the way aside and the way on."""

    next_asked = Signal()
    aside_asked = Signal()

    def __init__(self, *, aside: str, onward: str) -> None:
        """``aside`` are the words of the link at the left, ``onward`` of the button."""
        super().__init__()
        self._words = (aside, onward)
        self._pressed: Button | None = None
        self._title = Display()
        self._why = Muted()
        self.aside = LargeLinkButton(aside)
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


class StepsFace(Face):
    """Shows one step after the other; nothing typed is lost on the way back."""

    def __init__(self) -> None:
        """Wait for the steps."""
        super().__init__(width=760, usual_height=516)
        self._names: tuple[str, ...] = ()
        self._steps: tuple[Step, ...] = ()
        self._at = 0
        self._heading = StepNames()
        self.column.addWidget(self._heading)
        self.column.addSpacing(27)

    def take(self, names: tuple[str, ...], steps: tuple[Step, ...]) -> None:
        """Show ``steps`` under their ``names``, beginning with the first."""
        self._names, self._steps = names, steps
        for step in steps:
            self.column.addWidget(step)
        self.column.addStretch()
        self._stand_at(0)

    def begin(self) -> None:
        """Put the focus where the current step begins."""
        self._steps[self._at].begin()

    def forget(self) -> None:
        """Drop everything and go back to the first step."""
        for step in self._steps:
            step.forget()
            step.resume()
        self._stand_at(0)

    def opening(self) -> None:
        """Drop what is secret and say that the window is coming."""
        for step in self._steps:
            step.drop_secrets()
        self._steps[self._at].wait(self.tr("Opening your vault…"))

    def go_to(self, number: int) -> None:
        """Show another step, counted from 0."""
        self._stand_at(number)
        self.verticalScrollBar().setValue(0)
        self.begin()

    def _stand_at(self, number: int) -> None:
        self._at = number
        for place, step in enumerate(self._steps):
            step.setVisible(place == number)
        self._heading.show_current(self._names, number)
