"""The face of a computer without a vault: three steps to one, or a look around first."""

from PySide6.QtCore import Qt, Signal

from desktop.ui.dialogs.save_file import choose_place
from desktop.ui.keys.new_passphrase import NewPassphraseStep
from desktop.ui.keys.recovery_key import RecoveryKeyStep
from desktop.ui.lock_screen.first_person import FirstPersonStep
from desktop.ui.lock_screen.new_vault import NewVault
from desktop.ui.lock_screen.steps_face import StepsFace
from desktop.ui.widgets.buttons import LargeLinkButton

_PASSPHRASE, _RECOVERY_KEY, _FIRST_PERSON = range(3)


class FirstRunFace(StepsFace):
    """Leads from a passphrase over a recovery key to the first person."""

    create_asked = Signal(object)
    sample_asked = Signal()
    restore_chosen = Signal()

    def __init__(self, vault_name: str) -> None:
        """``vault_name`` stands on the recovery sheet."""
        super().__init__()
        self._chosen = ""
        self._passphrase = NewPassphraseStep(
            aside=self.tr("Look around with sample people first"),
            onward=self.tr("Next: recovery key"),
        )
        self._recovery_key = RecoveryKeyStep(
            vault_name,
            aside=self.tr("Back"),
            onward=self.tr("Next: first person"),
            choose_place=choose_place,
        )
        self._restore = LargeLinkButton(
            self.tr("Bring my vault here, from another computer or a backup")
        )
        self._first_person = FirstPersonStep(aside=self.tr("Back"), onward=self.tr("Open my vault"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self._passphrase.introduce(
            self.tr("A passphrase only you know"),
            self.tr(
                "It locks every note on this computer. Nobody can reset it for you: not your "
                "employer, not us.\nThe next step gives you a recovery key for the drawer."
            ),
        )
        self.take(
            (self.tr("Passphrase"), self.tr("Recovery key"), self.tr("First person")),
            (self._passphrase, self._recovery_key, self._first_person),
        )
        self.column.addSpacing(12)
        self.column.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self._passphrase.chosen.connect(self._passphrase_chosen)
        self._passphrase.aside_asked.connect(self._look_around)
        self._restore.clicked.connect(self.restore_chosen)
        self._recovery_key.next_asked.connect(self._key_copied)
        self._recovery_key.aside_asked.connect(self._back_to_passphrase)
        self._first_person.named.connect(self._create)
        self._first_person.aside_asked.connect(self._back_to_recovery_key)

    def go_to(self, number: int) -> None:
        """Show another step; a backup is only restored instead of the first one."""
        self._restore.setVisible(number == _PASSPHRASE)
        super().go_to(number)

    def forget(self) -> None:
        """Drop everything and go back to the first step."""
        self._chosen = ""
        self._restore.show()
        super().forget()

    def opening(self) -> None:
        """Drop what is secret and say that the window is coming."""
        self._chosen = ""
        self._restore.hide()
        super().opening()

    def _passphrase_chosen(self, passphrase: str) -> None:
        self._chosen = passphrase
        self.go_to(_RECOVERY_KEY)

    def _key_copied(self) -> None:
        if self._recovery_key.is_on_paper():
            self.go_to(_FIRST_PERSON)

    def _back_to_passphrase(self) -> None:
        self.go_to(_PASSPHRASE)

    def _back_to_recovery_key(self) -> None:
        self.go_to(_RECOVERY_KEY)

    def _look_around(self) -> None:
        self._passphrase.wait(self.tr("Inviting the sample people…"), aside=True)
        self.sample_asked.emit()

    def _create(self, yours: str, theirs: str) -> None:
        self._first_person.wait(self.tr("Making your vault…"))
        self.create_asked.emit(
            NewVault(
                passphrase=self._chosen,
                data_key=self._recovery_key.data_key(),
                manager_name=yours,
                first_person=theirs,
                quick_unlock=self._first_person.wants_quick_unlock(),
            )
        )
