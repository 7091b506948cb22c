"""The page "The vault and its keys"."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.errors import Refusal, Trouble
from desktop.services.backups import Backups
from desktop.services.keys import Keys
from desktop.services.renewing import Renewal
from desktop.ui.desk import Desk
from desktop.ui.jobs import Job
from desktop.ui.keys.this_computer import this_computer
from desktop.ui.look import dates
from desktop.ui.pages.vault_keys.cards import KeyCard, LockCard, QuickUnlockCard, RhythmCard
from desktop.ui.pages.vault_keys.erasing import EraseVault
from desktop.ui.pages.vault_keys.flow import Flow
from desktop.ui.pages.vault_keys.looks_card import LooksCard
from desktop.ui.pages.vault_keys.older_backups import OlderBackupsCard
from desktop.ui.pages.vault_keys.out_of_sight import OutOfSightCard
from desktop.ui.pages.vault_keys.passphrase import ChangePassphrase
from desktop.ui.pages.vault_keys.quick_unlock import TurnOnQuickUnlock
from desktop.ui.pages.vault_keys.renewing import RenewKey
from desktop.ui.pages.vault_keys.sheet import CheckSheet, SeeSheet
from desktop.ui.pages.vault_keys.week import WeekCard
from desktop.ui.widgets.buttons import PlainButton, changing
from desktop.ui.widgets.page_with_ways import PageWithWays
from desktop.vault import keychain
from desktop.vault.keychain import Keychain
from desktop.vault.slots import Slot


class VaultKeysPage(PageWithWays):
    """Shows what opens the vault, and leads through every change of it."""

    renewed = Signal(Renewal)
    backups_asked = Signal()
    moving_asked = Signal()
    erase_asked = Signal()
    busy = Signal(bool)
    about_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        keys: Keys,
        backups: Backups,
        find_keychain: Callable[[], Keychain] = keychain.system,
    ) -> None:
        """``find_keychain`` finds the system's own; it may take its time."""
        super().__init__(
            self.tr("The vault and its keys"),
            self.tr("Your notes are encrypted on this computer. This is what opens them."),
        )
        self._desk = desk
        self._keys = keys
        self._backups = backups
        self._find_keychain = find_keychain
        self._pressed: QWidget | None = None
        self._passphrase = KeyCard(
            self.tr("Passphrase"),
            self.tr(
                "Opens your vault every day. Only you know it, and nobody can reset it for you."
            ),
        )
        self._recovery = KeyCard(
            self.tr("Recovery key"),
            self.tr(
                "Opens your vault when the passphrase is forgotten. It lies on paper, away from "
                "this computer."
            ),
        )
        self._quick = QuickUnlockCard(self.tr("Quick unlock"))
        self._older = OlderBackupsCard(backups)
        self._copies = KeyCard(self.tr("Backups"), "")
        self._moving = KeyCard(
            self.tr("Another computer"),
            self.tr(
                "One encrypted file carries your whole vault. Write it here, take it along, and "
                "choose it there when Onward starts for the first time."
            ),
        )
        self._end = KeyCard(
            self.tr("The end of this vault"),
            self.tr("Erases everything in it and the backups beside it. There is no bin for this."),
        )
        self._lock = LockCard(self.tr("Locks by itself"), desk)
        self._rhythm = RhythmCard(self.tr("How often you talk"), desk)
        self._week = WeekCard(desk)
        self._looks = LooksCard()
        self._out_of_sight = OutOfSightCard(desk, keys.folder)
        self._columns: dict[Flow, QWidget] = {}
        self._build()
        self._build_flows()
        self._connect()

    def _build(self) -> None:
        about = PlainButton(self.tr("About Onward"))
        about.clicked.connect(self.about_asked)
        self.header.add(about)
        self._column = self.lay_out(*self._cards())

    def _cards(self) -> tuple[QWidget, ...]:
        keys = (self._passphrase, self._recovery, self._quick, self._older)
        habits = (self._lock, self._looks, self._rhythm, self._week, self._out_of_sight)
        return (*keys, self._copies, self._moving, *habits, self._end)

    def _build_flows(self) -> None:
        self._change = ChangePassphrase(self._keys)
        self._see = SeeSheet(self._keys)
        self._check = CheckSheet(self._keys)
        self._turn_on = TurnOnQuickUnlock(self._keys, self._find_keychain)
        self._renew = RenewKey(self._keys, self._find_keychain)
        self._erase = EraseVault(self._keys, self._backups)
        flows = (self._change, self._see, self._check, self._turn_on, self._renew, self._erase)
        for flow in flows:
            flow.ended.connect(self._ended)
            flow.troubled.connect(self._desk.news.troubled)
            self._columns[flow] = self.add_way(flow)

    def _connect(self) -> None:
        change = PlainButton(self.tr("Change passphrase…"))
        check = PlainButton(self.tr("Check my sheet…"))
        see = PlainButton(self.tr("Print it again…"))
        renew = PlainButton(self.tr("Renew it…"))
        changing(change, renew)
        self._passphrase.add(change)
        self._recovery.add(check, see, renew)
        copies = PlainButton(self.tr("Look at the backups…"))
        self._copies.add(copies)
        moving = PlainButton(self.tr("Write the file to take along…"))
        erase = PlainButton(self.tr("Erase the whole vault…"))
        self._moving.add(moving)
        self._end.add(erase)
        moving.clicked.connect(self.moving_asked)
        erase.clicked.connect(self._begin_erase)
        self._erase.meant.connect(self.erase_asked)
        copies.clicked.connect(self.backups_asked)
        change.clicked.connect(self._begin_change)
        check.clicked.connect(self._begin_check)
        see.clicked.connect(self._begin_see)
        renew.clicked.connect(self._begin_renew)
        self._older.ended.connect(self._ended)
        self._quick.on_asked.connect(self._begin_turn_on)
        self._quick.off_asked.connect(self._turn_off)
        self._renew.renewed.connect(self.renewed)
        self._renew.busy.connect(self.busy)
        self._out_of_sight.troubled.connect(self._desk.news.troubled)
        self._looks.worn.connect(self._stay_with_looks)
        self._looks.troubled.connect(self._desk.news.troubled)

    def refresh(self) -> None:
        """Read again what opens the vault."""
        try:
            self._quick.show_all(self._keys.quick_unlocks(this_computer()))
        except Trouble as trouble:
            self._desk.news.troubled.emit(trouble)
        self._older.refresh()
        self._show_copies()
        self._lock.refresh()
        self._rhythm.refresh()
        self._week.refresh()
        self._looks.refresh()
        self._out_of_sight.refresh()

    def open(self) -> None:
        """Show the keys, as when the page is chosen."""
        if self.is_on_a_way():
            self._shown_flow().leave()
        self.say("")

    def cannot_renew(self, trouble: Trouble) -> None:
        """Say why the last step of a renewal could not be taken."""
        self._renew.break_off(trouble)

    def _show_copies(self) -> None:
        kept = self._backups.kept()
        if not kept:
            self._copies.say(self.tr("None yet; the first is made by itself while you write."))
            return
        words = (
            self.tr("The last one was made on {day} at {time}; it lies beside your vault.")
            if len(kept) == 1
            else self.tr("The last one was made on {day} at {time}; {count} lie beside your vault.")
        )
        day, time = dates.full_day(kept[0].day), f"{kept[0].made:%H:%M}"
        self._copies.say(words.format(count=len(kept), day=day, time=time))

    def _stay_with_looks(self) -> None:
        """Text of another size lays the page out anew; what was pressed stays in sight."""
        QTimer.singleShot(0, self._show_looks)

    def _show_looks(self) -> None:
        self._column.body.activate()
        self._column.ensureWidgetVisible(self._looks)

    # Into a flow and back ---------------------------------------------------------------------

    def _begin_change(self) -> None:
        self._begin(self._change)

    def _begin_check(self) -> None:
        self._begin(self._check)

    def _begin_see(self) -> None:
        self._begin(self._see)

    def _begin_renew(self) -> None:
        self._begin(self._renew)

    def _begin_erase(self) -> None:
        self._begin(self._erase)

    def _begin_turn_on(self) -> None:
        self._begin(self._turn_on)

    def _begin(self, flow: Flow) -> None:
        self.say("")
        self._pressed = QApplication.focusWidget()
        self.setCurrentWidget(self._columns[flow])
        flow.begin()

    def _shown_flow(self) -> Flow:
        here = self.currentWidget()
        return next(flow for flow, column in self._columns.items() if column is here)

    def _ended(self, sentence: str) -> None:
        self.say(sentence)
        self.show_cards()
        self.refresh()
        # The keyboard goes back to the button that led into the flow.
        if self._pressed is not None and self._pressed.isVisible():
            self._pressed.setFocus()
        self._pressed = None

    # At once ----------------------------------------------------------------------------------

    def _turn_off(self, slot_id: str) -> None:
        try:
            slot = self._keys.remove(slot_id)
        except Refusal as refusal:
            self.say(refusal.sentence)
            return
        except Trouble as trouble:
            self._desk.news.troubled.emit(trouble)
            return
        self._ended(self.tr("That quick unlock is off. Your passphrase opens the vault as always."))
        if slot is not None:
            tidy = Job(lambda _report: self._withdraw(slot), self)
            tidy.failed.connect(self._left_in_keychain)
            tidy.start()

    def _withdraw(self, slot: Slot) -> None:
        self._keys.withdraw(self._find_keychain(), slot)

    def _left_in_keychain(self, error: Exception) -> None:
        """A secret that opens nothing may stay behind; only a defect is worth a word."""
        if not isinstance(error, Trouble):
            raise error
