"""The step that asks for the present passphrase before a key is shown or changed."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from desktop.domain.errors import Refusal, Trouble
from desktop.ui.jobs import Job
from desktop.ui.keys.discretion import OffTheClipboard
from desktop.ui.keys.step import Step, card
from desktop.ui.widgets.editors import PassphraseField
from desktop.ui.widgets.field import Field
from desktop.vault.attempts import delay_after
from desktop.vault.data_key import wipe
from desktop.vault.slots import WayIn

_SECOND_MS = 1000


class ProofStep(Step):
    """Lets only somebody who knows the passphrase go on; guessing gets slower and slower."""

    proved = Signal(object)
    troubled = Signal(Trouble)

    def __init__(
        self,
        prove: Callable[[str], WayIn],
        *,
        aside: str,
        onward: str,
        aside_keys: str | None = None,
    ) -> None:
        """``prove`` takes about a second and runs beside the window."""
        super().__init__(aside=aside, onward=onward, aside_keys=aside_keys)
        self._prove = prove
        self._wrong = 0
        self._line = PassphraseField("")
        self._field = Field(self.tr("Your passphrase as it is now"), self._line)
        self._pause = QTimer(self, singleShot=True)
        asked = card()
        asked.body.addWidget(self._field)
        self.fill(asked)
        self._connect()

    def _connect(self) -> None:
        OffTheClipboard(self._line)
        self._line.textEdited.connect(self._field.accept)
        self._line.returnPressed.connect(self.next_asked)
        self.next_asked.connect(self._ask)
        self._pause.timeout.connect(self._may_try)

    def begin(self) -> None:
        """Put the focus into the field."""
        self._line.setFocus()

    def drop_secrets(self) -> None:
        """Empty the field; a wait goes on."""
        self._line.clear()
        self._field.accept()

    def _ask(self) -> None:
        if self._pause.isActive():
            return
        passphrase = self._line.text()
        if not passphrase:
            self._field.refuse(self.tr("Please type your passphrase."))
            return
        self.wait(self.tr("Checking…"))
        job = Job(lambda _report: self._prove(passphrase), self)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.start()

    def _done(self, way_in: WayIn) -> None:
        self._wrong = 0
        self.resume()
        self.drop_secrets()
        if self.isVisible():
            self.proved.emit(way_in)
        else:
            wipe(way_in.key)

    def _failed(self, error: Exception) -> None:
        self.resume()
        self._line.clear()
        if isinstance(error, Trouble):
            self.troubled.emit(error)
            return
        if not isinstance(error, Refusal):
            raise error
        self._wrong += 1
        self._refuse(error.sentence, delay_after(self._wrong))

    def _refuse(self, sentence: str, seconds: int) -> None:
        if seconds:
            self.onward.setEnabled(False)
            self._pause.start(seconds * _SECOND_MS)
            then = self.tr("You can try again in {seconds} seconds.").format(seconds=seconds)
            sentence = f"{sentence} {then}"
        self._field.refuse(sentence)
        self._line.setFocus()

    def _may_try(self) -> None:
        self.onward.setEnabled(True)
