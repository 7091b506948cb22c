"""The gate: shows the lock screen, turns a passphrase into the key, and hands it over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import files
from desktop.app import boot, gate_words, standing, ways_in
from desktop.app.arguments import Arguments
from desktop.app.elsewhere import Elsewhere, here
from desktop.app.place import place_of, stand_where
from desktop.app.vault_behind import VaultBehind
from desktop.app.ways_in import WaysIn
from desktop.domain.errors import Refusal, Trouble
from desktop.ui.jobs import Job
from desktop.ui.keys.this_computer import this_computer
from desktop.ui.lock_screen import Gate, NewVault
from desktop.ui.look import dates
from desktop.vault import (
    attempts,
    copies,
    erasing,
    handover,
    quick_unlock,
    replacing,
)
from desktop.vault import folder as vault_folder
from desktop.vault.answers import Answer
from desktop.vault.data_key import wipe
from desktop.vault.folder import Standing
from desktop.vault.handover import HandOver

if TYPE_CHECKING:
    from desktop.services.restoring import Restore

_PREWARM_AFTER_MS = 250
"""The vault process is started once the lock screen stands, so that it does not slow it."""

_LOOK_AGAIN_MS = 2_000
"""How often it is looked whether a vault that was taken away is back."""

Work = Callable[[Callable[[object], None]], HandOver]


def run(arguments: Arguments) -> int:
    """Show the lock screen until the vault is open or the window is closed."""
    # What a lock has sealed waits for this very process; it never makes way.
    own = arguments.vault is not None or not arguments.sample
    if own and not arguments.drafts_waiting and standing.knock(_folder(arguments)):
        return 0
    app = boot.application(arguments)
    process = GateProcess(arguments, app)
    process.start()
    return app.exec()


class GateProcess(QObject):
    """This process's only inhabitant: one lock screen and the vault process it hands over to."""

    def __init__(self, arguments: Arguments, app: QApplication) -> None:
        super().__init__(app)
        self._arguments = arguments
        self._app = app
        self._folder = _folder(arguments)
        self._drafts = handover.waiting_drafts(_stdin()) if arguments.drafts_waiting else b""
        self._ways_in = WaysIn(self._folder, self._drafts, arguments.sample)
        self._behind = VaultBehind(arguments, self)
        self._wrong_guesses = 0
        self._is_opening = False
        self._wish: NewVault | None = None
        self._gate = Gate(self._folder)
        self._standing = standing.Standing(self)
        self._elsewhere = Elsewhere(self._folder, self)
        self._take_over = self._only_read = False
        self._begins_anew = False
        self._connect()
        boot.report_defects_to(self._gate.show_trouble)
        stand_where(self._gate, arguments.place)

    def start(self) -> None:
        """Show what stands in the folder, then start the vault process in the background."""
        if self._arguments.sample and not self._arguments.vault:
            self._gate.show_unlock(self.tr("Getting the sample people ready"), sample=True)
            self._gate.opening()
            QTimer.singleShot(0, self._open_sample)
        else:
            self._show_face()
            self._standing.listen(self._folder)
            QTimer.singleShot(_PREWARM_AFTER_MS, self._behind.prewarm)
        self._gate.show()
        QTimer.singleShot(_PREWARM_AFTER_MS, self._clear_left_behind)

    def _clear_left_behind(self) -> None:
        def clear(_report: object) -> None:
            from desktop.vault import passing

            passing.clear_left_behind()

        Job(clear, self).start()

    def _connect(self) -> None:
        self._behind.rescuing.connect(self._gate.reading_around_damage)
        self._behind.answered.connect(self._heard)
        self._gate.unlock_asked.connect(self._unlock)
        self._gate.quick_unlock_asked.connect(self._unlock_quickly)
        self._gate.recovery_asked.connect(self._recover)
        self._gate.create_asked.connect(self._create)
        self._gate.sample_asked.connect(self._open_sample)
        self._gate.try_again_asked.connect(self._try_again)
        self._standing.knocked.connect(self._come_to_front)
        self._gate.restored.connect(self._put_restored_in_place)
        self._gate.take_over_asked.connect(self._open_all_the_same)
        self._gate.only_read_asked.connect(self._open_to_read)
        self._gate.look_again_asked.connect(self._look_for_missing)
        self._gate.folder_chosen.connect(self._open_another)
        self._gate.begin_anew_asked.connect(self._begin_anew)
        self._elsewhere.free.connect(self._show_face)
        self._elsewhere.quiet.connect(self._gate.say_quiet)
        self._app.lastWindowClosed.connect(self._leave)

    def _come_to_front(self) -> None:
        standing.bring_to_front(self._gate)

    def _show_face(self) -> None:
        replacing.finish_interrupted(self._folder)
        try:
            erasing.finish_interrupted(self._folder)
        except Trouble as trouble:
            self._gate.show_trouble(trouble)
            return
        found = vault_folder.look_into(self._folder)
        if found.standing is Standing.NOTHING_YET and (self._drafts or self._arguments.vault_away):
            # It was open a moment ago: a new vault in its place is the last thing to offer.
            self._gate.show_trouble(gate_words.vault_is_away())
            QTimer.singleShot(_LOOK_AGAIN_MS, self._look_again)
        elif found.standing is Standing.NOTHING_YET:
            self._show_nothing_yet()
        elif found.trouble is not None and not found.may_be_read:
            self._gate.show_trouble(found.trouble, found.recovery_key_helps)
        elif not (self._take_over or self._only_read) and (others := self._elsewhere.now()):
            self._gate.show_elsewhere(others[0].since, _today())
        else:
            self._gate.show_unlock(self._status(), sample=self._arguments.sample)
            self._offer_quick_unlock()

    def _show_nothing_yet(self) -> None:
        """Offer a new vault where none ever was, or where the manager wants one all the same."""
        if not self._begins_anew and here().had_one_in(self._folder):
            self._gate.show_missing()
            QTimer.singleShot(_LOOK_AGAIN_MS, self._look_again)
        else:
            self._gate.show_first_run()

    def _look_for_missing(self) -> None:
        if vault_folder.look_into(self._folder).standing is Standing.NOTHING_YET:
            self._gate.say_still_missing()
        else:
            self._show_face()

    def _begin_anew(self) -> None:
        self._begins_anew = True
        self._gate.show_first_run()

    def _open_another(self, folder: Path) -> None:
        """Start over before the vault in another folder."""
        if vault_folder.look_into(folder).standing is Standing.NOTHING_YET:
            self._gate.say_no_vault_in(folder)
            return
        self._standing.stop()
        place = place_of(self._gate)
        handover.start_gate(
            self._arguments.command(vault=folder.absolute(), waits_for_key=False, place=place)
        )
        self._gate.hide()
        self._leave()

    def _open_to_read(self) -> None:
        self._only_read = True
        self._elsewhere.stop()
        self._show_face()

    def _open_all_the_same(self) -> None:
        self._take_over = True
        self._elsewhere.stop()
        self._show_face()

    def _look_again(self) -> None:
        """Show the lock screen as soon as the vault is back."""
        if self._begins_anew or self._is_opening:
            return
        if vault_folder.look_into(self._folder).standing is Standing.NOTHING_YET:
            QTimer.singleShot(_LOOK_AGAIN_MS, self._look_again)
        else:
            self._show_face()

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

    def _is_damaged(self) -> bool:
        found = vault_folder.look_into(self._folder)
        return found.may_be_read or vault_folder.is_marked_damaged(self._folder)

    def _status(self) -> str:
        if self._is_damaged():
            return self.tr(
                "A part of the vault’s file is damaged. Unlock to read what can still be read, and "
                "to bring back a backup; nothing is lost by looking."
            )
        if self._drafts:
            return self.tr(
                "Words that did not fit on the disk wait here, sealed. "
                "Make room and unlock before you close this window."
            )
        notes = self._folder / vault_folder.NOTES
        opened = datetime.fromtimestamp(notes.stat().st_mtime).astimezone()
        day = dates.spoken_day(opened.date(), datetime.now().astimezone().date())
        when = {"day": day, "time": f"{opened:%H:%M}"}
        if self._folder == files.default_vault():
            return self.tr("Last used {day}, {time}").format(**when)
        words = self.tr("Vault: {name} · last used {day}, {time}")
        return words.format(name=self._folder.name, **when)

    # What the manager asks for ---------------------------------------------------------------

    def _unlock(self, passphrase: str) -> None:
        self._begin(lambda _report: self._ways_in.with_passphrase(passphrase))

    def _unlock_quickly(self) -> None:
        computer = this_computer()
        self._behind.prewarm()
        job = Job(lambda _report: self._ways_in.with_keychain(computer), self)
        job.done.connect(self._deliver)
        job.failed.connect(self._cannot_unlock_quickly)
        job.start()

    def _cannot_unlock_quickly(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            raise error
        sentence = error.sentence if isinstance(error, Refusal) else gate_words.in_short(error)
        self._gate.offer_quick_unlock(offered=isinstance(error, Trouble), sentence=sentence)

    def _recover(self, recovery_key: str, new_passphrase: str) -> None:
        self._begin(lambda _report: self._ways_in.with_recovery_key(recovery_key, new_passphrase))

    def _try_again(self) -> None:
        # A recovery sheet may be written already: the same key is tried again, not a new one.
        if self._wish is not None:
            self._create(self._wish)
        else:
            self._show_face()

    def _create(self, wish: NewVault) -> None:
        self._wish = wish
        self._begin(lambda _report: self._ways_in.to_new(wish))

    def _open_sample(self) -> None:
        self._begin(lambda _report: ways_in.to_sample())

    def _put_restored_in_place(self, restore: "Restore") -> None:
        """Give the vault of a backup its place; one that stands there is kept beside it."""
        try:
            current = replacing.hold_current(self._folder)
            try:
                kept = restore.switch(current)
                # An earlier state is what the manager asked for, and no news.
                here().forget(copies.read(self._folder).vault_id)
            finally:
                restore.discard()
                if current is not None:
                    current.release()
        except (Refusal, Trouble) as error:
            self._gate.cannot_restore(str(error))
            return
        words = self.tr("Restored. Unlock it with the passphrase it had then.")
        beside = self.tr("What was here before is kept beside it, as {name}.")
        said = f"{words} {beside.format(name=kept.name)}" if kept is not None else words
        self._gate.show_unlock(said, sample=False)
        self._offer_quick_unlock()

    def _begin(self, work: Work) -> None:
        self._behind.prewarm()
        job = Job(work, self)
        job.done.connect(self._deliver)
        job.failed.connect(self._refuse)
        job.start()

    # What comes of it -------------------------------------------------------------------------

    def _deliver(self, message: HandOver) -> None:
        if self._is_opening:
            wipe(message.key)
            return
        self._is_opening = True
        self._gate.opening()
        if self._is_damaged():
            self._gate.reading_around_damage()
        message = replace(message, place=place_of(self._gate), take_over=self._take_over)
        message = replace(message, only_read=self._only_read)
        try:
            self._behind.deliver(message)
        except Trouble as trouble:
            self._refuse(trouble)

    def _heard(self, answer: Answer) -> None:
        if answer.word == "open":
            self._gate.hide()
            self._app.exit(0)
        elif answer.word == "damaged":
            self._is_opening = False
            self._show_face()
        else:
            self._refuse(answer.trouble or gate_words.ended_early())

    def _refuse(self, error: Exception) -> None:
        if self._is_opening and isinstance(error, Refusal):
            return  # the keychain has opened the vault already
        self._is_opening = False
        if isinstance(error, Refusal) and error.field == "passphrase":
            self._wrong_guesses += 1
            wait = attempts.delay_after(self._wrong_guesses)
            self._gate.refuse_passphrase(error.sentence, wait)
        elif isinstance(error, Refusal):
            self._gate.refuse_recovery_key(error.sentence)
        elif isinstance(error, Trouble):
            self._gate.show_trouble(error)
        else:
            raise error

    def _leave(self) -> None:
        self._behind.leave()
        if self._arguments.sample and self._arguments.vault:
            import shutil

            shutil.rmtree(self._arguments.vault.parent, ignore_errors=True)
        self._app.exit(0)


def _folder(arguments: Arguments) -> Path:
    return arguments.vault or files.default_vault()


def _today() -> date:
    return datetime.now().astimezone().date()


def _stdin() -> BinaryIO:
    return handover.standard_input()
