"""The face of a forgotten passphrase: the key from the drawer, then a new passphrase."""

from PySide6.QtCore import Signal

from desktop.ui.keys.new_passphrase import NewPassphraseStep
from desktop.ui.keys.typed_key import TypedKeyStep
from desktop.ui.lock_screen.steps_face import StepsFace

_KEY, _PASSPHRASE = range(2)


class RecoveryFace(StepsFace):
    """Takes a recovery key and a new passphrase together, since the old one is forgotten."""

    recovery_asked = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        """Begin with an empty key."""
        super().__init__()
        self._key = TypedKeyStep(aside=self.tr("Back"), onward=self.tr("Next: new passphrase"))
        self._passphrase = NewPassphraseStep(aside=self.tr("Back"), onward=self.tr("Open my vault"))
        self._passphrase.introduce(
            self.tr("A new passphrase"),
            self.tr(
                "From now on this one opens your vault, and the old one does not. "
                "Your recovery key stays the same."
            ),
        )
        self.take(
            (self.tr("Recovery key"), self.tr("New passphrase")), (self._key, self._passphrase)
        )
        self._connect()

    def _connect(self) -> None:
        self._key.aside_asked.connect(self.left)
        self._key.accepted.connect(self._key_accepted)
        self._passphrase.aside_asked.connect(self._back_to_key)
        self._passphrase.chosen.connect(self._recover)

    def refuse(self, sentence: str) -> None:
        """Say beside the key why it does not open this vault; nothing typed is lost."""
        self._passphrase.resume()
        self.go_to(_KEY)
        self._key.refuse(sentence)

    def _key_accepted(self) -> None:
        self.go_to(_PASSPHRASE)

    def _back_to_key(self) -> None:
        self.go_to(_KEY)

    def _recover(self, passphrase: str) -> None:
        self._passphrase.wait(self.tr("Unlocking…"))
        self.recovery_asked.emit(self._key.text(), passphrase)
