"""Which face the lock screen shows before anybody unlocks: what stands in the folder decides."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import files
from desktop.app import gate_words
from desktop.app.arguments import RENEWED, RESTORED, Arguments
from desktop.app.elsewhere import Elsewhere, here
from desktop.domain.errors import Trouble
from desktop.ui.keys.this_computer import this_computer
from desktop.ui.lock_screen import Gate
from desktop.ui.look import dates
from desktop.vault import copies, erasing, quick_unlock, replacing
from desktop.vault import folder as vault_folder
from desktop.vault.folder import Look, Standing

_LOOK_AGAIN_MS = 2_000
"""How often it is looked whether a vault that was taken away is back."""


class Faces(QObject):
    """Looks into the folder, shows what it finds, and looks again where a vault is missing."""

    other_folder_chosen = Signal(Path)
    """The vault lies in another folder, and is to be opened there."""

    def __init__(
        self, gate: Gate, folder: Path, arguments: Arguments, *, drafts: bool, parent: QObject
    ) -> None:
        """``drafts``: words that a full disk refused wait for this very vault."""
        super().__init__(parent)
        self._gate = gate
        self._folder = folder
        self._arguments = arguments
        self._drafts = drafts
        self._begins_anew = False
        self.take_over = self.only_read = False
        self._elsewhere = Elsewhere(folder, self)
        self._again = QTimer(self, singleShot=True)
        self._connect()

    def _connect(self) -> None:
        self._again.timeout.connect(self._look_again)
        self._elsewhere.free.connect(self.show)
        self._elsewhere.quiet.connect(self._gate.say_quiet)
        self._gate.take_over_asked.connect(self._open_all_the_same)
        self._gate.only_read_asked.connect(self._open_to_read)
        self._gate.look_again_asked.connect(self._look_for_missing)
        self._gate.folder_chosen.connect(self._look_in_another)
        self._gate.begin_anew_asked.connect(self._begin_anew)

    def show(self) -> None:
        """Finish what was interrupted, look, and show what stands there."""
        replacing.finish_interrupted(self._folder)
        try:
            erasing.finish_interrupted(self._folder)
        except Trouble as trouble:
            self._gate.show_trouble(trouble)
            return
        self._show(vault_folder.look_into(self._folder))

    def rest(self) -> None:
        """Look no more: the vault is being opened."""
        self._again.stop()

    def is_damaged(self) -> bool:
        """Whether only a part of the vault can be read, or damage was met the last time."""
        found = vault_folder.look_into(self._folder)
        return found.may_be_read or vault_folder.is_marked_damaged(self._folder)

    def show_unlock(self, status: str) -> None:
        """Ask for the passphrase, under this sentence."""
        self._gate.show_unlock(status, sample=self._arguments.sample)
        self._offer_quick_unlock()

    def _show(self, found: Look) -> None:
        if found.standing is Standing.NOTHING_YET and (self._drafts or self._arguments.vault_away):
            # It was open a moment ago: a new vault in its place is the last thing to offer.
            self._gate.show_trouble(gate_words.vault_is_away())
            self._again.start(_LOOK_AGAIN_MS)
        elif found.standing is Standing.NOTHING_YET:
            self._show_nothing_yet()
        elif found.trouble is not None and not found.may_be_read:
            self._gate.show_trouble(found.trouble, found.recovery_key_helps)
        elif not (self.take_over or self.only_read) and (others := self._elsewhere.now()):
            self._gate.show_elsewhere(others[0].since, _today())
        else:
            self.show_unlock(self._status())

    def _show_nothing_yet(self) -> None:
        """Offer a new vault where none ever was, or where the manager wants one all the same."""
        if not self._begins_anew and here().had_one_in(self._folder):
            self._gate.show_missing()
            self._again.start(_LOOK_AGAIN_MS)
        else:
            self._gate.show_first_run()

    def _look_again(self) -> None:
        """Show the lock screen as soon as the vault is back."""
        if self._is_nothing_yet(self._folder):
            self._again.start(_LOOK_AGAIN_MS)
        else:
            self.show()

    def _look_for_missing(self) -> None:
        if self._is_nothing_yet(self._folder):
            self._gate.say_still_missing()
        else:
            self.show()

    def _look_in_another(self, folder: Path) -> None:
        if self._is_nothing_yet(folder):
            self._gate.say_no_vault_in(folder)
        else:
            self.other_folder_chosen.emit(folder)

    def _is_nothing_yet(self, folder: Path) -> bool:
        return vault_folder.look_into(folder).standing is Standing.NOTHING_YET

    def _begin_anew(self) -> None:
        self._begins_anew = True
        self._again.stop()
        self._gate.show_first_run()

    def _open_to_read(self) -> None:
        self.only_read = True
        self._elsewhere.stop()
        self.show()

    def _open_all_the_same(self) -> None:
        self.take_over = True
        self._elsewhere.stop()
        self.show()

    def _offer_quick_unlock(self) -> None:
        """Look only at the key file; the keychain itself is asked when somebody presses."""
        try:
            is_on = quick_unlock.of_computer(copies.read(self._folder), this_computer())
        except Trouble:
            return
        due = quick_unlock.passphrase_is_due(self._folder, _today())
        if is_on and due:
            sentence = self.tr("Please type your passphrase today, so that you do not forget it.")
            self._gate.offer_quick_unlock(offered=False, sentence=sentence)
        else:
            self._gate.offer_quick_unlock(offered=bool(is_on))

    def _status(self) -> str:
        if self.is_damaged():
            return self.tr(
                "A part of the vault’s file is damaged. Unlock to read what can still be read, and "
                "to bring back a backup; nothing is lost by looking."
            )
        if self._drafts and self._arguments.vault_away:
            return self.tr(
                "What was typed while the vault was away waits here, sealed. "
                "Unlock before you close this window."
            )
        if self._drafts:
            return self.tr(
                "Words that did not fit on the disk wait here, sealed. "
                "Make room and unlock before you close this window."
            )
        return self._just_done() or self._last_used()

    def _just_done(self) -> str:
        """Tell what ended the window that stood here, once it is true."""
        if self._arguments.after == RENEWED:
            return self.tr(
                "Your vault is encrypted under its new key. Your passphrase opens it as before; "
                "of the recovery sheets, the new one does."
            )
        if self._arguments.after == RESTORED:
            return self.tr(
                "Restored. Unlock it with the passphrase it had then. "
                "The vault of before is kept beside it."
            )
        return ""

    def _last_used(self) -> str:
        notes = self._folder / vault_folder.NOTES
        opened = datetime.fromtimestamp(notes.stat().st_mtime).astimezone()
        when = {"day": dates.spoken_day(opened.date(), _today()), "time": f"{opened:%H:%M}"}
        if self._arguments.sample or self._folder == files.default_vault():
            return self.tr("Last used {day}, {time}").format(**when)
        words = self.tr("Vault: {name} · last used {day}, {time}")
        return words.format(name=self._folder.name, **when)


def _today() -> date:
    return datetime.now().astimezone().date()
