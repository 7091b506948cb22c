"""The vault process: waits for the key, opens the notes, shows them, and ends with a lock."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import boot
from desktop.app.arguments import RENEWED, RESTORED, Arguments
from desktop.app.meanwhile import Meanwhile
from desktop.app.opening import open_session
from desktop.app.place import place_of, show_where
from desktop.app.waiting_words import WaitingWords, not_saved, still_waiting
from desktop.domain.errors import Damaged, Trouble
from desktop.services.private.bin import erase_what_is_due
from desktop.services.renewing import Renewal
from desktop.services.restoring import Restore
from desktop.session import Session
from desktop.ui.jobs import Job
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets import clipboard
from desktop.ui.widgets.composing import finish_composing
from desktop.vault import answers, handover
from desktop.vault import folder as vault_folder
from desktop.vault.handover import HandOver


def run(arguments: Arguments) -> int:
    """Build the window, wait for the key, and stay until the window closes or locks."""
    app = boot.application(arguments)
    process = VaultProcess(arguments, app)
    process.start()
    return app.exec()


_COVERED_MS = 700
"""How long the covered, closed window still stands after a lock; security.md asks for under 1 s."""


class VaultProcess(QObject):
    """This process's only inhabitant: one window, one session, one end."""

    def __init__(self, arguments: Arguments, app: QApplication) -> None:
        super().__init__(app)
        self._arguments = arguments
        self._app = app
        self._gate = answers.standard_output()
        self._folder: Path | None = None
        self._waiting = WaitingWords()
        self._session: Session | None = None
        self._is_locked = False
        self._is_opening = False
        self._window = MainWindow()
        self._meanwhile = Meanwhile(self._window, self)
        self._meanwhile.lock_asked.connect(self._lock)
        self._window.lock_asked.connect(self._lock)
        self._window.lock_after_chosen.connect(self._meanwhile.settle)
        self._window.renewed.connect(self._put_renewed_in_place)
        self._window.restored.connect(self._put_restored_in_place)
        self._window.erase_asked.connect(self._erase_for_good)
        self._window.close_asked.connect(self._end)
        self._window.damage_met.connect(self._meet_damage, Qt.ConnectionType.QueuedConnection)
        # Queued: whoever has just saved comes to its own end first.
        self._window.saved.connect(self._go_back_to_drafts, Qt.ConnectionType.QueuedConnection)
        boot.report_defects_to(self._tell_of_defect)

    def start(self) -> None:
        """Say that the window stands, and wait for the key beside the event loop."""
        answers.say(self._gate, "built")
        wait = Job(_receive, self)
        wait.done.connect(self._open)
        wait.failed.connect(self._refuse)
        wait.start()

    def _open(self, message: HandOver | None) -> None:
        if message is None:
            self._app.exit(0)
            return
        self._is_opening = True
        try:
            self._session = open_session(message, self._say_rescuing)
        except Trouble as trouble:
            self._turn_back(trouble, message.folder)
            return
        # After a crash the drafts of the last time still lie there.
        _take_back_what_lies_about()
        self._folder = message.folder
        self._waiting = WaitingWords(message.drafts)
        self._arguments = replace(self._arguments, sample=message.sample)
        try:
            refused = self._waiting.write(self._session, keep_what_stands=False)
            self._window.show_session(self._session, sample=message.sample)
        except Trouble as trouble:
            # A damaged part may be met only by the first page; the gate still waits for an answer.
            self._close_session()
            self._turn_back(trouble, message.folder)
            return
        self._empty_bin()
        show_where(self._window, message.place)
        self._meanwhile.start(self._session, message.folder, sample=message.sample)
        if message.quick_unlock:
            self._meanwhile.turn_on_quick_unlock(self._session)
        if refused is not None:
            self._window.show_trouble(refused)
        # Only once it is painted may the lock screen go.
        QTimer.singleShot(0, self._say_open)

    def _empty_bin(self) -> None:
        """Erase what has lain in the bin for thirty days; a disk that refuses is told elsewhere."""
        if self._session is not None and self._session.reading is None:
            with suppress(Trouble):
                erase_what_is_due(self._session.private)

    def _say_rescuing(self) -> None:
        answers.say(self._gate, "rescuing")

    def _say_open(self) -> None:
        answers.say(self._gate, "open")
        self._is_opening = False
        self._window.make_pages_ahead()

    def _tell_of_defect(self, trouble: Trouble) -> None:
        """Show it in the window; before that stands, on the lock screen, which waits for it."""
        if self._is_opening:
            self._refuse(trouble)
        else:
            self._window.show_trouble(trouble)

    def _turn_back(self, trouble: Trouble, folder: Path) -> None:
        """Answer the gate, which waits; after damage it asks again, for what can still be read."""
        if not isinstance(trouble, Damaged):
            self._refuse(trouble)
            return
        vault_folder.mark_damaged(folder)
        answers.say(self._gate, "damaged")
        self._app.exit(1)

    def _refuse(self, error: Exception) -> None:
        known = error if isinstance(error, Trouble) else None
        answers.say(self._gate, "trouble" if known else "quit", known)
        self._app.exit(1)

    def _go_back_to_drafts(self) -> None:
        """Something could be saved: perhaps there is room again for what still waits."""
        if self._session is None or not self._waiting or not self._window.flush():
            return
        trouble = self._waiting.write(self._session)
        if trouble is None:
            self._window.read_all_again()
        else:
            self._window.show_trouble(trouble)

    def _meet_damage(self) -> None:
        """Lock, and remember why: the next window looks the vault over and opens what is whole.

        What could not be saved any more goes with the lock, sealed.
        """
        if self._session is None or self._session.reading is not None or self._is_locked:
            return
        if self._folder is not None:
            vault_folder.mark_damaged(self._folder)
        self._lock()

    def _lock(self) -> None:
        """Cover, save, close, start a gate, end. Nothing on the screen can stop it.

        What cannot be saved goes with the gate, sealed, and comes back after the next unlock.
        """
        if self._session is None or self._is_locked:
            return
        self._is_locked = True
        self._meanwhile.take_a_last_look()
        finish_composing()
        self._cover()
        unsaved = not_saved(self._window)
        if unsaved:
            self._waiting.add(self._session, unsaved)
        else:
            self._waiting.write(self._session)
        self._close_session()
        self._give_way_to_gate()

    def _put_renewed_in_place(self, renewal: Renewal) -> None:
        """Take the last step of a new key, and lock: the old one must leave the memory as well."""
        if self._session is None or self._is_locked or not self._window.flush():
            return
        trouble = self._waiting.write(self._session)
        try:
            renewal.ready()
        except Trouble as error:
            trouble = error
        if trouble is not None:
            self._window.cannot_renew(trouble)
            return
        self._lock_after(partial(self._session.close_renewed, renewal), RENEWED)

    def _put_restored_in_place(self, restore: Restore) -> None:
        """Save, keep this vault beside the restored one, and lock: that one has its own keys."""
        if self._session is None or self._is_locked or not self._window.flush():
            return
        trouble = self._waiting.write(self._session)
        if trouble is not None:
            self._window.cannot_restore(trouble)
            return
        self._lock_after(partial(self._session.close_restored, restore), RESTORED)

    def _erase_for_good(self) -> None:
        """Erase the vault; the lock screen then stands where there is none yet."""
        if self._arguments.sample:
            self._end()  # closing the window erases the sample people anyway
            return
        if self._session is None or self._is_locked:
            return
        _take_back_what_lies_about()
        self._waiting.forget()
        # What the disk refuses is gone on with, and told, by the lock screen.
        self._lock_after(self._session.close_erased)

    def _lock_after(self, close: Callable[[], object], told: str = "") -> None:
        """Cover, close in this way, and lock; the lock screen tells what was done.

        There is one whatever comes of it, and it opens what stands in the folder.
        """
        self._is_locked = True
        self._cover()
        self._window.setEnabled(False)
        try:
            close()
        except Trouble:
            told = ""
        self._give_way_to_gate(told)

    def _cover(self) -> None:
        """Hide every word of every window: dialogs and menus stand above the cover."""
        self._window.cover()
        for window in self._app.topLevelWidgets():
            if window is not self._window:
                window.hide()
        self._meanwhile.stop()

    def _give_way_to_gate(self, told: str = "") -> None:
        self._meanwhile.give_way()
        command = self._arguments.command(
            vault=self._folder,
            waits_for_key=False,
            place=place_of(self._window),
            vault_away=self._meanwhile.is_away,
            after=told,
        )
        handover.start_gate(command, self._waiting.sealed)
        self._meanwhile.locked()
        # The covered window stays until the lock screen stands where it stood.
        QTimer.singleShot(_COVERED_MS, _end_at_once)

    def _end(self) -> None:
        finish_composing()
        if not self._window.flush():
            # The banner says why; closing now would lose what is on the screen.
            return
        trouble = self._waiting.write(self._session) if self._session is not None else None
        if trouble is None and self._waiting:
            trouble = still_waiting()
        if trouble is not None:
            self._window.show_trouble(trouble)
            return
        self._window.cover()
        self._close_session()
        if self._arguments.sample and self._folder is not None:
            shutil.rmtree(self._folder.parent, ignore_errors=True)
        _end_at_once()

    def _close_session(self) -> None:
        self._meanwhile.stop()
        _take_back_what_lies_about()
        # Whatever is typed into the covered window from now on goes nowhere.
        self._window.setEnabled(False)
        if self._session is not None:
            self._session.close()


def _take_back_what_lies_about() -> None:
    """Clear our own words off the clipboard, and the files that drafts were opened from."""
    from desktop.export.mail_program import forget_drafts

    clipboard.forget()
    forget_drafts()


def _end_at_once() -> None:
    # Not a tidy exit: the memory goes back to the system as it is.
    os._exit(0)


def _receive(_report: object) -> HandOver | None:
    return handover.receive(handover.standard_input())
