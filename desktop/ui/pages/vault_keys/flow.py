"""What all ways to change a key share: steps, a way back, and one sentence at the end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Refusal, Trouble
from desktop.services.keys import Keys
from desktop.ui.keys.proof import ProofStep
from desktop.ui.keys.step import Step
from desktop.ui.keys.steps import Steps
from desktop.vault.data_key import wipe
from desktop.vault.slots import WayIn


class Flow(QWidget):
    """Leads from the present passphrase to a change; ``ended`` carries what is true now."""

    ended = Signal(str)
    troubled = Signal(Trouble)

    def __init__(self, keys: Keys) -> None:
        """Work on ``keys``."""
        super().__init__()
        self.keys = keys
        self._steps: Steps | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def proof(self, onward: str) -> ProofStep:
        """Return the first step of a flow that must not be for everybody."""
        cancel = self.tr("Cancel")
        step = ProofStep(self.keys.prove, aside=cancel, onward=onward, aside_keys="Esc")
        step.aside_asked.connect(self.leave)
        step.troubled.connect(self.troubled)
        return step

    def take(self, names: tuple[str, ...], steps: tuple[Step, ...]) -> None:
        """Lead through these steps."""
        self._steps = Steps(names, steps)
        self._column.addWidget(self._steps)

    def begin(self) -> None:
        """Stand at the first step, as if for the first time."""
        self.steps.forget()
        self.steps.begin()

    @property
    def steps(self) -> Steps:
        """The steps, once they were taken."""
        assert self._steps is not None
        return self._steps

    def end(self, sentence: str) -> None:
        """Forget what was typed and say what is true now."""
        self.steps.forget()
        self.ended.emit(sentence)

    def leave(self) -> None:
        """End without a change."""
        self.end("")

    def failed(self, error: Exception) -> None:
        """End because something refused; what did is shown in words."""
        self.leave()
        if isinstance(error, Trouble):
            self.troubled.emit(error)
        elif isinstance(error, Refusal):
            self.ended.emit(error.sentence)
        else:
            raise error

    def not_needed(self, way_in: WayIn) -> None:
        """Forget a proof that has done its work."""
        wipe(way_in.key)
