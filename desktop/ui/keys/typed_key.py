"""The step in which a recovery key is typed from its sheet."""

from PySide6.QtCore import Signal

from desktop.domain.errors import Refusal
from desktop.ui.keys.discretion import OffTheClipboard
from desktop.ui.keys.step import Step, card
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.vault import recovery
from desktop.vault.data_key import wipe


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
        self._line.looks_only = True
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
