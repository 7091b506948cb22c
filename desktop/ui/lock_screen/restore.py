"""The face that brings a backup back: on a new computer, or over a vault that does not open."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.services.restoring import Restore
from desktop.ui.dialogs.open_file import choose_file
from desktop.ui.keys.restore_flow import RestoreFlow
from desktop.ui.keys.step import Step, card
from desktop.ui.lock_screen.face import Face
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.text import SmallMuted
from desktop.vault import restore_points
from desktop.vault.restore_points import RestorePoint

_MOST = 5
_CHOOSE, _RESTORE = range(2)


class ChooseBackupStep(Step):
    """Offers the newest backups that lie beside the vault, and every other file."""

    file_chosen = Signal(str)

    def __init__(self, folder: Path) -> None:
        """Look for backups in the vault ``folder``."""
        super().__init__(aside=self.tr("Back"), onward=self.tr("Choose a file…"))
        self._folder = folder
        self._shown = card()
        self._about = SmallMuted()
        self._refusal = ErrorLine()
        self._buttons: list[PlainButton] = []
        self.introduce(
            self.tr("Restore from a backup"),
            self.tr(
                "A backup is one file with your whole vault. You see what is inside before "
                "anything is done, and what is here now is kept."
            ),
        )
        self._shown.body.addWidget(self._about)
        self._shown.body.addWidget(self._refusal)
        self.fill(self._shown)
        self._refusal.hide()

    def look(self) -> None:
        """Look again which backups lie there."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        points = restore_points.of_vault(self._folder)[:_MOST]
        self._buttons = [self._button(point) for point in points]
        self._about.setText(
            self.tr("The newest that lie beside your vault:")
            if points
            else self.tr("It ends in .zip; perhaps it lies on the disk you back up to.")
        )

    def refuse(self, sentence: str) -> None:
        """Say why the last one was not restored."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def begin(self) -> None:
        """The newest one first, where there is one."""
        (self._buttons[0] if self._buttons else self.onward).setFocus()

    def _button(self, point: RestorePoint) -> PlainButton:
        words = self.tr("{day}, {time}")
        button = PlainButton(
            words.format(day=dates.full_day(point.day), time=f"{point.made:%H:%M}")
        )
        button.setProperty("file", str(point.path))
        button.clicked.connect(self._choose)
        self._shown.body.addWidget(button)
        return button

    def _choose(self) -> None:
        self.file_chosen.emit(self.sender().property("file"))


class RestoreFace(Face):
    """Leads from a choice of backups to one that is built and waits for its place."""

    left = Signal()
    built = Signal(Restore)

    def __init__(self, folder: Path) -> None:
        """Restore into ``folder``."""
        super().__init__(width=760, usual_height=516)
        self._choice = ChooseBackupStep(folder)
        self._flow = RestoreFlow(folder)
        self._parts = QStackedWidget()
        for part in (self._choice, self._flow):
            self._parts.addWidget(_at_the_top(part))
        self.column.addWidget(self._parts)
        self.column.addStretch()
        self._choice.aside_asked.connect(self.left)
        self._choice.next_asked.connect(self._choose_file)
        self._choice.file_chosen.connect(self._begin)
        self._flow.left.connect(self._back_to_choice)
        self._flow.built.connect(self.built)

    def begin(self) -> None:
        """Look which backups there are, and offer them."""
        self._choice.look()
        self._choice.begin()

    def forget(self) -> None:
        """Drop what was typed and stand at the choice."""
        self._flow.forget()
        self._choice.refuse("")
        self._parts.setCurrentIndex(_CHOOSE)

    def cannot_restore(self, sentence: str) -> None:
        """Say why a built vault could not take its place."""
        self._flow.break_off(sentence)

    def _choose_file(self) -> None:
        file = choose_file(self, self.tr("Onward backup (*.zip)"))
        if file is not None:
            self._begin(str(file))

    def _begin(self, file: str) -> None:
        self._choice.refuse("")
        self._parts.setCurrentIndex(_RESTORE)
        self._flow.begin(Path(file))

    def _back_to_choice(self, sentence: str) -> None:
        self._parts.setCurrentIndex(_CHOOSE)
        self._choice.refuse(sentence)
        self.begin()


def _at_the_top(part: QWidget) -> QWidget:
    """Keep a part together, however high the other one is."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    column.addStretch(1)
    return held
