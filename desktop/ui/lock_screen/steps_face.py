"""The face that leads through steps: their names on top, one step at a time beneath."""

from desktop.ui.keys.step import Step
from desktop.ui.lock_screen.face import Face
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
