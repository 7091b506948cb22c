"""The window of the lock screen."""

from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.errors import Trouble
from desktop.ui.lock_screen.face import Face
from desktop.ui.lock_screen.unlock import UnlockFace
from desktop.ui.widgets.glyphs import window_icon

if TYPE_CHECKING:
    from desktop.ui.lock_screen.elsewhere import ElsewhereFace
    from desktop.ui.lock_screen.first_run import FirstRunFace
    from desktop.ui.lock_screen.missing import MissingFace
    from desktop.ui.lock_screen.recovery import RecoveryFace
    from desktop.ui.lock_screen.restore import RestoreFace
    from desktop.ui.lock_screen.trouble import TroubleFace

# Always the same: the title of a window can be read by anybody who looks at the screen.
TITLE: Final = "Onward"


class Gate(QStackedWidget):
    """Shows one face at a time and passes on what is asked for there; it opens nothing itself."""

    unlock_asked = Signal(str)
    quick_unlock_asked = Signal()
    recovery_asked = Signal(str, str)
    create_asked = Signal(object)
    sample_asked = Signal()
    try_again_asked = Signal()
    look_again_asked = Signal()
    folder_chosen = Signal(object)
    """The manager says in which other folder (``Path``) the vault lies."""
    begin_anew_asked = Signal()
    only_read_asked = Signal()
    take_over_asked = Signal()
    """The manager wants the vault here, though another computer has it open."""
    restored = Signal(object)
    """The vault of a backup is built (``Restore``), and waits to be put in its place."""

    def __init__(self, vault_folder: Path, parent: QWidget | None = None) -> None:
        """Stand before the vault in ``vault_folder``, whose name is the vault's name."""
        super().__init__(parent)
        self._folder = vault_folder
        self._before_recovery: Face | None = None
        self._before_restore: Face | None = None
        self.setWindowTitle(TITLE)
        self.setWindowIcon(window_icon())
        self.resize(1280, 800)
        self.setMinimumSize(640, 520)

    def show_unlock(self, status: str = "", sample: bool = False) -> None:
        """Ask for the passphrase; ``status`` is the line below, ``sample`` tells the passphrase."""
        self._unlock_face.say(status, sample=sample)
        self._show(self._unlock_face)

    def show_first_run(self) -> None:
        """Offer to make a vault, or to look around with sample people."""
        self._show(self._first_run_face)

    def show_trouble(self, trouble: Trouble, recovery_key_helps: bool = False) -> None:
        """Say why the vault cannot be opened, and what can be done without any harm."""
        self._trouble_face.say(trouble, recovery_key_helps=recovery_key_helps)
        self._show(self._trouble_face)

    def show_missing(self) -> None:
        """Say that the vault is not where it was; a new one is the last thing to offer."""
        self._show(self._missing_face)

    def say_still_missing(self) -> None:
        """Answer a look that found nothing."""
        self._missing_face.say_still_missing()

    def say_no_vault_in(self, folder: Path) -> None:
        """Answer the choice of a folder in which no vault lies."""
        self._missing_face.say_no_vault_in(folder)

    def show_elsewhere(self, since: datetime | None, today: date) -> None:
        """Say that another computer has the vault open, and wait with the manager."""
        self._elsewhere_face.say(since, today)
        self._show(self._elsewhere_face)

    def say_quiet(self, minutes: int) -> None:
        """Say for how long nothing came from the other computer."""
        self._elsewhere_face.say_life(minutes)

    def offer_quick_unlock(self, *, offered: bool, sentence: str = "") -> None:
        """Offer to open with the system's keychain, or say in ``sentence`` why not today."""
        self._unlock_face.offer_quick_unlock(offered=offered, sentence=sentence)

    def refuse_passphrase(self, sentence: str, wait_seconds: int = 0) -> None:
        """Say beside the field that the passphrase was wrong, and count down to the next try."""
        if self._face() is not self._unlock_face:
            self._show(self._unlock_face)
        self._unlock_face.refuse(sentence, wait_seconds)

    def refuse_recovery_key(self, sentence: str) -> None:
        """Say beside the recovery key that it was wrong; what was typed is still there."""
        if self._face() is not self._recovery_face:
            self._show(self._recovery_face)
        self._recovery_face.refuse(sentence)

    def cannot_restore(self, sentence: str) -> None:
        """Say why the vault of a backup could not be put in its place."""
        self._restore_face.cannot_restore(sentence)

    def opening(self) -> None:
        """Forget every secret and say, where the button was, that the vault is opening."""
        face = self._face()
        if face is not None:
            face.opening()

    def reading_around_damage(self) -> None:
        """Say, while it opens, that a damaged vault takes long, and for how long it has so far."""
        if self._face() is not self._unlock_face:
            self._show(self._unlock_face)
            self._unlock_face.opening()
        self._unlock_face.reading_around_damage()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget what was typed when the window closes."""
        face = self._face()
        if face is not None:
            face.forget()
        super().closeEvent(event)

    @cached_property
    def _unlock_face(self) -> UnlockFace:
        face = UnlockFace()
        face.unlock_asked.connect(self.unlock_asked)
        face.quick_unlock_asked.connect(self.quick_unlock_asked)
        face.recovery_key_chosen.connect(self._show_recovery)
        self.addWidget(face)
        return face

    @cached_property
    def _first_run_face(self) -> "FirstRunFace":
        from desktop.ui.lock_screen.first_run import FirstRunFace

        face = FirstRunFace(self._folder.name)
        face.create_asked.connect(self.create_asked)
        face.sample_asked.connect(self.sample_asked)
        face.restore_chosen.connect(self._show_restore)
        self.addWidget(face)
        return face

    @cached_property
    def _recovery_face(self) -> "RecoveryFace":
        from desktop.ui.lock_screen.recovery import RecoveryFace

        face = RecoveryFace()
        face.recovery_asked.connect(self.recovery_asked)
        face.left.connect(self._leave_recovery)
        self.addWidget(face)
        return face

    @cached_property
    def _elsewhere_face(self) -> "ElsewhereFace":
        from desktop.ui.lock_screen.elsewhere import ElsewhereFace

        face = ElsewhereFace(self._folder)
        face.take_over_chosen.connect(self.take_over_asked)
        face.only_read_chosen.connect(self.only_read_asked)
        self.addWidget(face)
        return face

    @cached_property
    def _trouble_face(self) -> "TroubleFace":
        from desktop.ui.lock_screen.trouble import TroubleFace

        face = TroubleFace(self._folder)
        face.try_again_asked.connect(self.try_again_asked)
        face.recovery_key_chosen.connect(self._show_recovery)
        face.restore_chosen.connect(self._show_restore)
        self.addWidget(face)
        return face

    @cached_property
    def _missing_face(self) -> "MissingFace":
        from desktop.ui.lock_screen.missing import MissingFace

        face = MissingFace(self._folder)
        face.look_again_asked.connect(self.look_again_asked)
        face.folder_chosen.connect(self.folder_chosen)
        face.begin_anew_asked.connect(self.begin_anew_asked)
        self.addWidget(face)
        return face

    @cached_property
    def _restore_face(self) -> "RestoreFace":
        from desktop.ui.lock_screen.restore import RestoreFace

        face = RestoreFace(self._folder)
        face.left.connect(self._leave_restore)
        face.built.connect(self.restored)
        self.addWidget(face)
        return face

    def _show_restore(self) -> None:
        self._before_restore = self._face()
        self._show(self._restore_face)

    def _leave_restore(self) -> None:
        self._show(self._before_restore or self._unlock_face)

    def _show_recovery(self) -> None:
        self._before_recovery = self._face()
        self._show(self._recovery_face)

    def _leave_recovery(self) -> None:
        self._show(self._before_recovery or self._unlock_face)

    def _show(self, face: Face) -> None:
        """Show a face as if for the first time; the one before it forgets what was typed."""
        left = self._face()
        if left is not None:
            left.forget()
        self.setCurrentWidget(face)
        face.begin()

    def _face(self) -> Face | None:
        face = self.currentWidget()
        return face if isinstance(face, Face) else None
