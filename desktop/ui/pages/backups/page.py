"""The page "Backups"."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import Damaged, Trouble
from desktop.services import clock
from desktop.services.backups import Backups
from desktop.services.restoring import Inside, OtherKey, Restore
from desktop.services.watching import Stopped, Watch
from desktop.ui.desk import Desk
from desktop.ui.dialogs.open_file import choose_file
from desktop.ui.dialogs.save_file import choose_place
from desktop.ui.jobs import Job
from desktop.ui.keys.backup_steps import told
from desktop.ui.keys.restore_flow import RestoreFlow
from desktop.ui.look import dates
from desktop.ui.pages.backups.kept_vaults import KeptVaultsCard
from desktop.ui.pages.backups.rows import BackupLine, BackupRows
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.card import Card, NoticePanel
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.progress import ProgressLine
from desktop.ui.widgets.text import Body
from desktop.vault.restore_points import RestorePoint

_WIDEST = 760
_KIND = "Onward backup (*.zip)"


class OutcomePanel(NoticePanel):
    """What came of what was asked for last."""

    ground = "accent_ground"
    ink = "accent"


class UnderWay(Card):
    """A backup that is being written, how far it is, and the way to stop it."""

    def __init__(self) -> None:
        """Begin out of sight."""
        super().__init__()
        self._words = Body(self.tr("Writing the backup, and reading it again…"))
        self._line = ProgressLine(self._words.text())
        self.stop = PlainButton(self.tr("Stop"))
        self.body.addWidget(self._words)
        self.body.addWidget(self._line)
        self.body.addWidget(self.stop)
        self.hide()

    def show_share(self, share: float) -> None:
        """Show how far it is, from 0 to 1."""
        self._line.show_share(share)


class BackupsPage(QStackedWidget):
    """Shows every copy that the vault keeps of itself, and leads back to any of them."""

    back_asked = Signal()
    restored = Signal(Restore)
    """A restored vault is built, and waits to be put in place."""
    busy = Signal(bool)

    def __init__(self, desk: Desk, backups: Backups) -> None:
        """Work on the backups of the open vault."""
        super().__init__()
        self._desk = desk
        self._backups = backups
        self._looked: dict[str, str] = {}
        self._watch = Watch()
        self._moving = False
        self._outcome = OutcomePanel()
        self._under_way = UnderWay()
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
        column = ScrollColumn()
        header = PageHeader(
            self.tr("Backups"),
            self.tr("Encrypted copies of your whole vault, each read again after it was written."),
        )
        header.add(self._back, self._check, self._open, self._now)
        column.body.addWidget(header)
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
        for part in (self._outcome, self._under_way, self._beside, self._kept, self._before):
            column.add_no_wider(part, 2 * _WIDEST)
        column.body.addStretch(1)
        self._outcome.hide()
        self.addWidget(column)
        self.addWidget(_in_a_column(self._flow))

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._open.clicked.connect(self._choose_file)
        self._now.clicked.connect(self._back_up)
        self._check.clicked.connect(self._check_vault)
        self._under_way.stop.clicked.connect(self._stop)
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
        if self.currentIndex():
            self._flow.leave()
        self._say("")

    def refresh(self) -> None:
        """Read again which backups there are."""
        kept = self._backups.kept()
        self._before.refresh(_size)
        copies = self._backups.copies()
        self._beside.setVisible(bool(copies))
        self._copies.tell([self._copy_line(path) for path in copies])
        today = self._desk.ask(clock.today)
        self._rows.tell([self._line(point) for point in kept])
        if not kept:
            self._last.setText(
                self.tr("None yet. The first is made by itself within a minute of your writing.")
            )
            return
        self._last.setText(
            self.tr(
                "The last one was made {day} at {time}. One more comes by itself while you write; "
                "of older ones a day, a week and a month are kept. Put one on another disk from "
                "time to time: these lie on the same one as your vault."
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
        self._say(self.tr("Reading all of your vault…"))
        job = Job(lambda _report: (check.finish(), check.notes_are_whole), self)
        job.done.connect(self._checked)
        job.failed.connect(self._not_checked)
        job.start()

    def _checked(self, found: tuple[tuple[str, ...], bool]) -> None:
        faults, notes_are_whole = found
        self._check.setEnabled(True)
        whole = self.tr("Your vault was read from its first byte to its last, and it is whole.")
        self._say(" ".join(faults) or whole)
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
        self._say("")
        if not isinstance(error, Trouble):
            raise error
        self._desk.news.troubled.emit(error)

    def _say_removed(self, name: str) -> None:
        self._say(self.tr("{name} is removed.").format(name=name))
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
        self._moving = False
        self._choose_place()

    def take_along(self) -> None:
        """Write the one file with which the vault moves to another computer."""
        self._moving = True
        self._choose_place()

    def _choose_place(self) -> None:
        today = self._desk.ask(clock.today)
        place = choose_place(self, f"Onward {today.isoformat()}.zip", _KIND)
        if place is not None:
            self.back_up_to(place)

    def back_up_to(self, place: Path) -> None:
        """Write a backup to a file and read it again, beside the window."""
        self._say("")
        try:
            taken = self._backups.take(place)
        except Trouble as trouble:
            self._desk.news.troubled.emit(trouble)
            return
        watch = self._watch = Watch()

        def work(report: Callable[[object], None]) -> Path:
            watch.tell(report)
            return taken.finish(watch)

        self._set_writing(True)
        job = Job(work, self)
        job.progress.connect(self._under_way.show_share)
        job.done.connect(self._written)
        job.failed.connect(self._not_written)
        job.start()

    def _stop(self) -> None:
        self._watch.stop()

    def _set_writing(self, writing: bool) -> None:
        self._under_way.show_share(0.0)
        self._under_way.setVisible(writing)
        self._now.setEnabled(not writing)

    def _written(self, place: Path) -> None:
        self._set_writing(False)
        words = self.tr(
            "{name} holds your whole vault. It was read again from its first byte to its last, "
            "and it is whole. It opens with your passphrase or your recovery key."
        )
        if self._moving:
            words = self.tr(
                "{name} holds your whole vault, and it is whole. On the other computer, start "
                "Onward, press “Bring my vault here” and choose it; your passphrase opens it. From "
                "then on write there only. Nothing was removed here; “Vault and keys” can do that."
            )
        self._say(words.format(name=place.name))

    def _not_written(self, error: Exception) -> None:
        self._set_writing(False)
        if isinstance(error, Stopped):
            self._say(self.tr("Stopped. Nothing was written."))
        elif isinstance(error, Trouble):
            self._desk.news.troubled.emit(error)
        else:
            raise error

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
        self._say("")
        self.setCurrentIndex(1)
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
        self._say("")
        self.setCurrentIndex(1)
        self._flow.begin(file, at_once=True)

    def _left(self, sentence: str) -> None:
        self.setCurrentIndex(0)
        self._say(sentence)
        self.refresh()

    def _say(self, sentence: str) -> None:
        self._outcome.say("", sentence)
        self._outcome.setVisible(bool(sentence))

    def _follow_reading_order(self) -> None:
        follow_reading_order(self)


def _size(octets: int) -> str:
    if octets < 1_000_000:
        return f"{max(1, octets // 1000)} KB"
    return f"{octets / 1_000_000:.1f} MB"


def _in_a_column(flow: QWidget) -> ScrollColumn:
    column = ScrollColumn()
    middle = QWidget()
    held = QVBoxLayout(middle)
    held.setContentsMargins(0, 0, 0, 0)
    held.addWidget(flow)
    column.add_no_wider(middle, _WIDEST)
    column.body.addStretch(1)
    return column
