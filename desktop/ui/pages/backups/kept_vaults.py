"""The vaults that restores have put aside: a look inside each, and removing one on request."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Trouble
from desktop.services import kept_vaults
from desktop.services.kept_vaults import KeptVault
from desktop.services.restoring import OtherKey
from desktop.storage.backup import Contents
from desktop.ui.jobs import Job
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import SmallButton
from desktop.ui.widgets.card import Card, Hairline
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Body, SmallMuted
from desktop.vault.data_key import wipe


class KeptVaultRow(QWidget):
    """One vault that was put aside."""

    asked = Signal()
    """Whether it is to be removed is a question now."""
    removed = Signal()
    troubled = Signal(Trouble)

    def __init__(self, kept: KeptVault, key: Callable[[], bytearray], size: str) -> None:
        """``key`` gives the key of the open vault, which most often opens this one as well."""
        super().__init__()
        self._kept = kept
        self._key = key
        name = kept.folder.name
        self._inside = SmallMuted()
        self._inside.keep_to_measure()
        self._look = SmallButton(self.tr("Look inside"))
        self._remove = SmallButton(self.tr("Remove…"))
        self._for_good = SmallButton(self.tr("Remove it for good"))
        self._stay = SmallButton(self.tr("Keep it"), shortcut="Esc")
        for button, words in (
            (self._look, self.tr("Look inside {name}")),
            (self._remove, self.tr("Remove {name}…")),
            (self._for_good, self.tr("Remove {name} for good")),
            (self._stay, self.tr("Keep {name}")),
        ):
            button.setAccessibleName(words.format(name=name))
        words = self.tr("Last used on {day}, {size}")
        used = words.format(day=dates.full_day(kept.used.date()), size=size)
        ways = QWidget()
        flow = FlowLayout(ways)
        for button in (self._look, self._remove, self._for_good, self._stay):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(3)
        for part in (Hairline(), Body(name), SmallMuted(used), self._inside, ways):
            column.addWidget(part)
        self._inside.hide()
        self._ask(asking=False)
        self._look.clicked.connect(self._look_inside)
        self._remove.clicked.connect(self._ask_first)
        self._stay.clicked.connect(self._keep)
        self._for_good.clicked.connect(self._remove_for_good)

    def _ask(self, *, asking: bool) -> None:
        self._remove.setVisible(not asking)
        self._for_good.setVisible(asking)
        self._stay.setVisible(asking)

    def _ask_first(self) -> None:
        self._say(
            self.tr("Nobody can bring it back once it is removed. Your vault is not touched.")
        )
        self._ask(asking=True)
        self._stay.setFocus()
        self.asked.emit()

    def ask_no_more(self) -> None:
        """Stand as before the question, if it was asked."""
        if not self._stay.isHidden():
            self._say("")
            self._ask(asking=False)

    def _keep(self) -> None:
        self.ask_no_more()
        self._remove.setFocus()

    def _remove_for_good(self) -> None:
        try:
            kept_vaults.remove(self._kept.folder)
        except Trouble as trouble:
            self._ask(asking=False)
            self.troubled.emit(trouble)
            return
        self.removed.emit()

    def _look_inside(self) -> None:
        self._look.setEnabled(False)
        self._say(self.tr("Reading all of it…"))
        job = Job(lambda _report: self._seen(self._kept.folder), self)
        job.done.connect(self._show)
        job.start()

    def _seen(self, folder: Path) -> Contents | Trouble:
        key = self._key()
        try:
            return kept_vaults.look(folder, key)
        except Trouble as trouble:
            return trouble
        finally:
            wipe(key)

    def _show(self, seen: Contents | Trouble) -> None:
        self._look.setEnabled(True)
        if isinstance(seen, Contents):
            words = self.tr("Whole. People: {people}, conversations: {conversations}.")
            self._say(words.format(people=seen.people, conversations=seen.conversations))
        elif isinstance(seen, OtherKey):
            self._say(
                self.tr("It opens with the passphrase it had then; or nothing in it can be read.")
            )
        else:
            self._say(f"{seen.what_happened} {seen.what_to_do}")

    def _say(self, words: str) -> None:
        self._inside.setText(words)
        self._inside.setVisible(bool(words))


class KeptVaultsCard(Card):
    """Every vault that a restore has put aside; out of sight where there is none."""

    troubled = Signal(Trouble)
    removed = Signal(str)

    def __init__(self, folder: Path, key: Callable[[], bytearray]) -> None:
        """Look beside the vault in ``folder``."""
        super().__init__(self.tr("Vaults from before a restore"))
        self._folder = folder
        self._key = key
        self._rows: dict[Path, KeptVaultRow] = {}
        self.body.addWidget(
            SmallMuted(
                self.tr(
                    "Each is a whole vault, encrypted, in a folder of its own beside yours. They "
                    "stay until you remove them."
                )
            )
        )

    def refresh(self, size: Callable[[int], str]) -> None:
        """Look again which there are; ``size`` says bytes in words."""
        found = {each.folder: each for each in kept_vaults.kept_beside(self._folder)}
        for gone in set(self._rows) - set(found):
            self._rows.pop(gone).deleteLater()
        for folder, kept in found.items():
            if folder not in self._rows:
                self._add(kept, size(kept.size))
        self.setVisible(bool(found))

    def _add(self, kept: KeptVault, size: str) -> None:
        row = self._rows[kept.folder] = KeptVaultRow(kept, self._key, size)
        row.asked.connect(self._ask_about_one)
        row.troubled.connect(self.troubled)
        row.removed.connect(self._gone)
        self.body.addWidget(row)

    def _ask_about_one(self) -> None:
        # Esc takes back the one question on the screen.
        asked = self.sender()
        for row in self._rows.values():
            if row is not asked:
                row.ask_no_more()

    def _gone(self) -> None:
        row = self.sender()
        folder = next(path for path, each in self._rows.items() if each is row)
        # On the row that comes next a second Enter could press something.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rows.pop(folder).hide()
        self.removed.emit(folder.name)
