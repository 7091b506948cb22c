"""The face of a forgotten passphrase: the key from the drawer, then a new passphrase."""

from PySide6.QtCore import Signal

from desktop.domain.errors import Refusal
from desktop.ui.keys.discretion import OffTheClipboard
from desktop.ui.keys.new_passphrase import NewPassphraseStep
from desktop.ui.keys.step import Step, card
from desktop.ui.lock_screen.steps_face import StepsFace
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.vault import recovery
from desktop.vault.data_key import wipe

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


class TypedKeyStep(Step):
    """Takes the recovery key as it stands on the sheet and names the group that is mistyped."""

    accepted = Signal()

    def __init__(self, *, aside: str, onward: str) -> None:
        """Begin with an empty field."""
        super().__init__(aside=aside, onward=onward)
        self.introduce(
            self.tr("The key from the drawer"),
            self.tr(
                "Type the 14 groups of your recovery sheet. Small letters will do, "
                "and spaces or hyphens do not matter."
            ),
        )
        self._line = LineField("")
        self._field = Field(self.tr("Recovery key"), self._line)
        typed = card()
        typed.body.addWidget(self._field)
        self.fill(typed)
        self._connect()

    def _connect(self) -> None:
        OffTheClipboard(self._line)
        self._line.textEdited.connect(self._field.accept)
        self._line.returnPressed.connect(self.next_asked)
        self.next_asked.connect(self._check)

    def text(self) -> str:
        """Return the key as it was typed."""
        return self._line.text()

    def refuse(self, sentence: str) -> None:
        """Say beside the field why the key is not taken."""
        self._field.refuse(sentence)
        self._line.setFocus()

    def begin(self) -> None:
        """Put the focus into the field."""
        self._line.setFocus()

    def drop_secrets(self) -> None:
        """Empty the field."""
        self._line.setText("")
        self._field.accept()

    def _check(self) -> None:
        try:
            wipe(recovery.decode(self._line.text()))
        except Refusal as refusal:
            self.refuse(refusal.sentence)
        else:
            self.accepted.emit()
