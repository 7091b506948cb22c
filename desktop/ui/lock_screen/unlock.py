"""The face of every day: one field, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout

from desktop.ui.keys.discretion import CapsLock, OffTheClipboard
from desktop.ui.lock_screen.countdown import Countdown
from desktop.ui.lock_screen.face import Face
from desktop.ui.widgets.buttons import PlainButton, QuietButton, TallPrimaryButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.editors import PassphraseField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.so_far import SoFar
from desktop.ui.widgets.text import Display, Muted, SmallMuted

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_PADDING = 22


class UnlockFace(Face):
    """Asks for the passphrase and waits calmly, however often it was wrong."""

    unlock_asked = Signal(str)
    recovery_key_chosen = Signal()
    quick_unlock_asked = Signal()

    def __init__(self) -> None:
        """Stand ready without a status line."""
        super().__init__(width=528, usual_height=412)
        self._passphrase = PassphraseField(self.tr("Passphrase"))
        self._field = Field(self.tr("Passphrase"), self._passphrase)
        self._caps_lock = SmallMuted(self.tr("Caps Lock is on."))
        self._unlock = TallPrimaryButton(self.tr("Unlock"))
        self._quick = PlainButton(self.tr("Open with this computer’s keychain"))
        self._keychain = SmallMuted()
        self._recovery_key = QuietButton(self.tr("Use recovery key"))
        self._status = SmallMuted(align=_CENTRE)
        self._sample = SmallMuted(align=_CENTRE)
        self._countdown = Countdown(self)
        self._so_far = SoFar(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.column.addWidget(Glyph("mark", size=42), 0, _CENTRE)
        self.column.addSpacing(25)
        self.column.addWidget(Display(self.tr("Welcome back"), align=_CENTRE))
        self.column.addSpacing(7)
        promise = self.tr(
            "Your notes are encrypted on this computer. Nothing leaves it unless you send it."
        )
        self.column.addWidget(Muted(promise, align=_CENTRE))
        self.column.addSpacing(23)
        self.column.addLayout(self._card_in_the_middle())
        self.column.addSpacing(22)
        self.column.addWidget(self._status)
        self.column.addWidget(self._sample)
        self.column.addStretch()

    def _card_in_the_middle(self) -> QHBoxLayout:
        card = Card()
        card.body.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        card.body.setSpacing(14)
        parts = (self._field, self._caps_lock, self._unlock, self._quick, self._keychain)
        for part in parts:
            card.body.addWidget(part)
        self._quick.hide()
        self._keychain.hide()
        card.body.addWidget(self._recovery_key, 0, Qt.AlignmentFlag.AlignRight)
        self._caps_lock.hide()
        row = QHBoxLayout()
        row.setContentsMargins(49, 0, 49, 0)
        row.addWidget(card)
        return row

    def _connect(self) -> None:
        OffTheClipboard(self._passphrase)
        CapsLock(self._passphrase).noticed.connect(self._caps_lock.setVisible)
        self._passphrase.returnPressed.connect(self._ask)
        self._passphrase.textEdited.connect(self._field.accept)
        self._unlock.clicked.connect(self._ask)
        self._quick.clicked.connect(self._ask_keychain)
        self._recovery_key.clicked.connect(self.recovery_key_chosen)
        self._countdown.ticked.connect(self._say_how_long)
        self._countdown.ended.connect(self._may_try)
        self._so_far.ticked.connect(self._say_how_far)

    def say(self, status: str, *, sample: bool) -> None:
        """Show the status line, and for a sample vault the passphrase that opens it."""
        self._so_far.stop()
        self._status.setText(status)
        self._sample.setText(self.tr("Sample people. The passphrase is: just looking around"))
        self._sample.setVisible(sample)
        self._recovery_key.setVisible(not sample)

    def refuse(self, sentence: str, wait_seconds: int) -> None:
        """Say why the passphrase was not taken, and when the next one may be tried."""
        self._set_waiting(False)
        self._passphrase.clear()
        self._field.refuse(sentence)
        self._countdown.start(wait_seconds)
        if wait_seconds:
            self._announce(self._unlock.label())
        self._passphrase.setFocus()

    def offer_quick_unlock(self, *, offered: bool, sentence: str = "") -> None:
        """Offer the keychain or not; ``sentence`` says what there is to know about it."""
        self._quick.setVisible(offered)
        self._quick.setText(self.tr("Open with this computer’s keychain"))
        self._quick.setEnabled(True)
        self._keychain.setText(sentence)
        self._keychain.setVisible(bool(sentence))
        if sentence:
            self._announce(sentence)

    def begin(self) -> None:
        """Put the focus into the field."""
        self._passphrase.setFocus()

    def opening(self) -> None:
        """Forget the passphrase and say that the window is coming."""
        self._passphrase.clear()
        self._set_waiting(True)
        self._unlock.setText(self.tr("Opening your vault…"))
        self._announce(self._unlock.label())

    def reading_around_damage(self) -> None:
        """Say that it takes long and why, second by second; no step of it has a known end."""
        if self._so_far.is_running():
            return
        self._unlock.setText(self.tr("Reading what is whole…"))
        self._status.setText(self._why_it_takes_long())
        self._announce(self._status.text())
        self._so_far.start()

    def forget(self) -> None:
        """Forget the passphrase and what was said about it; a wait goes on."""
        self._passphrase.clear()
        self._so_far.stop()
        self._field.accept()
        self._caps_lock.hide()
        if not self._countdown.is_running():
            self._set_waiting(False)

    def _ask(self) -> None:
        if self._countdown.is_running():
            return
        if not self._passphrase.text():
            self._field.refuse(self.tr("Please type your passphrase."))
            return
        self._set_waiting(True)
        self.unlock_asked.emit(self._passphrase.text())

    def _ask_keychain(self) -> None:
        """The passphrase may be typed all the while: a keychain can keep one waiting."""
        self._quick.setEnabled(False)
        self._quick.setText(self.tr("Asking the keychain…"))
        self._keychain.hide()
        self._passphrase.setFocus()
        self.quick_unlock_asked.emit()

    def _set_waiting(self, waiting: bool) -> None:
        self._unlock.setText(self.tr("Unlocking…") if waiting else self.tr("Unlock"))
        for part in (self._unlock, self._passphrase, self._recovery_key, self._quick):
            part.setEnabled(not waiting)
        self._caps_lock.hide()

    def _say_how_long(self, seconds: int) -> None:
        self._unlock.setEnabled(False)
        self._unlock.setText(
            self.tr("Try again in 1 second")
            if seconds == 1
            else self.tr("Try again in {seconds} seconds").format(seconds=seconds)
        )

    def _why_it_takes_long(self) -> str:
        return self.tr(
            "The damaged file is read line by line, around what cannot be read. "
            "That may take half a minute; nothing in it is changed."
        )

    def _say_how_far(self, seconds: int) -> None:
        self._status.setText(f"{self._why_it_takes_long()} {self._so_far.in_words(seconds)}")

    def _may_try(self) -> None:
        self._unlock.setText(self.tr("Unlock"))
        self._unlock.setEnabled(True)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._unlock, words))
