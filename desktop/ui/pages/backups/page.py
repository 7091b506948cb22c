"""The page "Backups"."""

from pathlib import Path

from PySide6.QtCore import Signal

from desktop.domain.errors import Damaged, Trouble
from desktop.services import clock
from desktop.services.backups import Backups
from desktop.services.restoring import Inside, OtherKey, Restore
from desktop.ui.desk import Desk
from desktop.ui.dialogs.open_file import choose_file
from desktop.ui.dialogs.save_file import choose_place
from desktop.ui.jobs import Job
from desktop.ui.keys.backup_steps import told
from desktop.ui.keys.restore_flow import RestoreFlow
from desktop.ui.look import dates
from desktop.ui.pages.backups.kept_vaults import KeptVaultsCard
from desktop.ui.pages.backups.one_more import OneMore
from desktop.ui.pages.backups.rows import BackupLine, BackupRows
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.page_with_ways import PageWithWays
from desktop.ui.widgets.text import Body
from desktop.vault.restore_points import RestorePoint

_KIND = "Onward backup (*.zip)"


class BackupsPage(PageWithWays):
    """Shows every copy that the vault keeps of itself, and leads back to any of them."""

    back_asked = Signal()
    restored = Signal(Restore)
    """A restored vault is built, and waits to be put in place."""
    busy = Signal(bool)

    def __init__(self, desk: Desk, backups: Backups) -> None:
        """Work on the backups of the open vault."""
        super().__init__(
            self.tr("Backups"),
            self.tr("Encrypted copies of your whole vault, each read again after it was written."),
        )
        self._desk = desk
        self._backups = backups
        self._looked: dict[str, str] = {}
        self._one_more = OneMore(backups)
        self._back = PlainButton(self.tr("Vault and keys"))
        self._open = PlainButton(self.tr("Restore from a file…"))
        self._now = PrimaryButton(self.tr("Back up to a file…"))
        self._check = PlainButton(self.tr("Check the vault"))
        self._last = Body()
        self._kept = Card(self.tr("Kept beside your vault"))
        self._rows = BackupRows()
        self._beside = Card(self.tr("Second copies in the vault folder"))
        self._copies = BackupRows()
        self._before = KeptVaultsCard(backups.folder, backups.key)
        self._flow = RestoreFlow(backups.folder, backups.key)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header.add(self._back, self._check, self._open, self._now)
        self._kept.body.addWidget(self._last)
        self._kept.body.addWidget(self._rows)
        self._beside.body.addWidget(
            Body(
                self.tr(
                    "Two computers wrote at the same time, and the service that carries the folder "
                    "kept both. If you restore one of these, your vault of now is kept beside it. "
                    "Once you have what you need, move the copy out of the folder."
                )
            )
        )
        self._beside.body.addWidget(self._copies)
        self.lay_out(self._one_more, self._beside, self._kept, self._before)
        self._way_back = self.add_way(self._flow)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._open.clicked.connect(self._choose_file)
        self._now.clicked.connect(self._back_up)
        self._check.clicked.connect(self._check_vault)
        self._one_more.begun.connect(self._writing_begun)
        self._one_more.ended.connect(self._writing_ended)
        self._one_more.troubled.connect(self._desk.news.troubled)
        for rows in (self._rows, self._copies):
            rows.look_asked.connect(self._look)
            rows.rearranged.connect(self._follow_reading_order)
        self._rows.restore_asked.connect(self._begin_restore)
        self._copies.restore_asked.connect(self._begin_restore_of_copy)
        self._before.troubled.connect(self._desk.news.troubled)
        self._before.removed.connect(self._say_removed)
        self._flow.left.connect(self._left)
        self._flow.built.connect(self.restored)
        self._flow.busy.connect(self.busy)

    def open(self) -> None:
        """Show the list, as when the page is chosen."""
        if self.is_on_a_way():
            self._flow.leave()
        self.say("")

    def refresh(self) -> None:
        """Read again which backups there are."""
        kept = self._backups.kept()
        self._before.refresh(_size)
        copies = self._backups.copies()
        self._beside.setVisible(bool(copies))
        self._copies.tell([self._copy_line(path) for path in copies])
        today = self._desk.ask(clock.today)
        self._rows.tell([self._line(point) for point in kept])
        self._rows.setVisible(bool(kept))
        if not kept:
            self._last.setText(
                self.tr("None yet. The first is made by itself within a minute of your writing.")
            )
            return
        self._last.setText(
            self.tr(
                "The last one was made {day} at {time}. One more comes by itself while you write; "
                "of older ones, one is kept for each day, further back for each week, then for "
                "each month. Put one on another disk from time to time: these lie on the same one "
                "as your vault."
            ).format(day=dates.spoken_day(kept[0].day, today), time=f"{kept[0].made:%H:%M}")
        )

    def _check_vault(self) -> None:
        """Read the whole vault, beside the window; damage is told to everybody."""
        try:
            check = self._backups.take_for_check()
        except Trouble as trouble:
            self._desk.news.troubled.emit(trouble)
            return
        self._check.setEnabled(False)
        self.say(self.tr("Reading all of your vault…"))
        job = Job(lambda _report: (check.finish(), check.notes_are_whole), self)
        job.done.connect(self._checked)
        job.failed.connect(self._not_checked)
        job.start()

    def _checked(self, found: tuple[tuple[str, ...], bool]) -> None:
        faults, notes_are_whole = found
        self._check.setEnabled(True)
        whole = self.tr("Your vault was read from its first byte to its last, and it is whole.")
        self.say(" ".join(faults) or whole)
        if not notes_are_whole:
            self._desk.news.troubled.emit(
                Damaged(
                    what_happened=" ".join(faults),
                    what_is_safe=self.tr("Nothing was changed."),
                    what_to_do=self.tr("Unlock again: what can still be read is shown."),
                )
            )

    def _not_checked(self, error: Exception) -> None:
        self._check.setEnabled(True)
        self.say("")
        if not isinstance(error, Trouble):
            raise error
        self._desk.news.troubled.emit(error)

    def _say_removed(self, name: str) -> None:
        self.say(self.tr("{name} is removed.").format(name=name))
        self.refresh()

    def cannot_restore(self, trouble: Trouble) -> None:
        """Say why a restored vault could not be put in its place."""
        self._flow.break_off(str(trouble))

    def _line(self, point: RestorePoint) -> BackupLine:
        time = f"{point.made:%H:%M}"
        full = f"{dates.full_day(point.day)}, {time}"
        return BackupLine(
            key=str(point.path),
            when=full,
            full=full,
            size=_size(point.size),
            inside=self._looked.get(str(point.path), ""),
        )

    def _copy_line(self, path: Path) -> BackupLine:
        inside = self._looked.get(str(path), "")
        return BackupLine(str(path), path.name, path.name, _size(path.stat().st_size), inside)

    # One more ---------------------------------------------------------------------------------

    def _back_up(self) -> None:
        place = self._chosen_place()
        if place is not None:
            self.back_up_to(place)

    def take_along(self) -> None:
        """Write the one file with which the vault moves to another computer."""
        place = self._chosen_place()
        if place is not None:
            self.back_up_to(place, moving=True)

    def _chosen_place(self) -> Path | None:
        today = self._desk.ask(clock.today)
        return choose_place(self, f"Onward {today.isoformat()}.zip", _KIND)

    def back_up_to(self, place: Path, *, moving: bool = False) -> None:
        """Write a backup to a file and read it again, beside the window."""
        self.say("")
        self._one_more.write_to(place, moving=moving)

    def _writing_begun(self) -> None:
        self._now.setEnabled(False)

    def _writing_ended(self, sentence: str) -> None:
        self._now.setEnabled(True)
        self.say(sentence)

    # A look inside ----------------------------------------------------------------------------

    def _look(self, path: str) -> None:
        self._note(path, self.tr("Reading all of it…"))
        job = Job(lambda _report: (path, self._seen(path)), self)
        job.done.connect(self._show_inside)
        job.start()

    def _seen(self, path: str) -> Inside | Trouble:
        try:
            file = Path(path)
            is_copy = file in self._backups.copies()
            return self._backups.look(self._backups.of_copy(file) if is_copy else file)
        except Trouble as trouble:
            return trouble

    def _show_inside(self, found: tuple[str, Inside | Trouble]) -> None:
        path, seen = found
        if isinstance(seen, Inside):
            self._note(path, self.tr("Whole. It holds {what}").format(what=told(self, seen)))
        elif isinstance(seen, OtherKey):
            self._note(
                path,
                self.tr("Made under an older key: “Restore…” asks for it."),
            )
        else:
            self._note(path, f"{seen.what_happened} {seen.what_to_do}")

    def _note(self, path: str, words: str) -> None:
        self._looked[path] = words
        self.refresh()

    # Back to one ------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        file = choose_file(self, _KIND)
        if file is not None:
            self._begin_restore(str(file))

    def _begin_restore(self, path: str) -> None:
        self.say("")
        self.setCurrentWidget(self._way_back)
        self._flow.begin(Path(path))

    def _begin_restore_of_copy(self, path: str) -> None:
        self._note(path, self.tr("Reading all of it…"))
        job = Job(lambda _report: (path, self._made_of_copy(path)), self)
        job.done.connect(self._begin_restore_of)
        job.start()

    def _made_of_copy(self, path: str) -> Path | Trouble:
        try:
            return self._backups.of_copy(Path(path))
        except Trouble as trouble:
            return trouble

    def _begin_restore_of(self, found: tuple[str, Path | Trouble]) -> None:
        path, made = found
        if isinstance(made, Trouble):
            self._note(path, f"{made.what_happened} {made.what_to_do}")
            return
        self._note(path, "")
        self._begin_restore(str(made))

    def restore_at_once(self, file: Path) -> None:
        """Let a backup take the vault's place whose content was shown already."""
        self.say("")
        self.setCurrentWidget(self._way_back)
        self._flow.begin(file, at_once=True)

    def _left(self, sentence: str) -> None:
        self.show_cards()
        self.say(sentence)
        self.refresh()

    def _follow_reading_order(self) -> None:
        follow_reading_order(self)


def _size(octets: int) -> str:
    if octets < 1_000_000:
        return f"{max(1, octets // 1000)} KB"
    return f"{octets / 1_000_000:.1f} MB"
