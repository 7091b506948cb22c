"""The face that leads through steps."""

from desktop.ui.keys.step import Step
from desktop.ui.keys.steps import Steps
from desktop.ui.lock_screen.face import Face


class StepsFace(Face):
    """Shows one step after the other; nothing typed is lost on the way back."""

    def __init__(self) -> None:
        """Wait for the steps."""
        super().__init__(width=760, usual_height=516)
        self._steps: Steps | None = None

    def take(self, names: tuple[str, ...], steps: tuple[Step, ...]) -> None:
        """Show ``steps`` under their ``names``, beginning with the first."""
        self._steps = Steps(names, steps)
        self.column.addWidget(self._steps)

    def begin(self) -> None:
        """Put the focus where the current step begins."""
        self._taken().begin()

    def forget(self) -> None:
        """Drop everything and go back to the first step."""
        self._taken().forget()

    def opening(self) -> None:
        """Drop what is secret and say that the window is coming."""
        self._taken().wait(self.tr("Opening your vault…"))

    def go_to(self, number: int) -> None:
        """Show another step, counted from 0."""
        self.verticalScrollBar().setValue(0)
        self._taken().go_to(number)

    def _taken(self) -> Steps:
        assert self._steps is not None
        return self._steps
