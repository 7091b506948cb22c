"""Several steps, one at a time, under their names; nothing typed is lost on the way back."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.keys.step import Step
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.wording import Run


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


class Steps(QWidget):
    """Shows one step after the other; a single one goes without a name."""

    def __init__(self, names: tuple[str, ...], steps: tuple[Step, ...]) -> None:
        """Begin with the first."""
        super().__init__()
        self._names, self._steps = names, steps
        self._at = 0
        self._heading = StepNames()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if len(steps) > 1:
            column.addWidget(self._heading)
            column.addSpacing(27)
        for step in steps:
            column.addWidget(step)
        column.addStretch()
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

    def wait(self, words: str) -> None:
        """Drop what is secret and say what is going on."""
        for step in self._steps:
            step.drop_secrets()
        self._steps[self._at].wait(words)

    def go_to(self, number: int) -> None:
        """Show another step, counted from 0."""
        self._stand_at(number)
        self.begin()

    def _stand_at(self, number: int) -> None:
        self._at = number
        for place, step in enumerate(self._steps):
            step.setVisible(place == number)
        self._heading.show_current(self._names, number)
