"""The face of a vault that is not where it was: look again, open it elsewhere, or begin anew."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desktop.ui.lock_screen.face import Face
from desktop.ui.lock_screen.told import told
from desktop.ui.widgets.buttons import PlainButton, QuietButton, TallPrimaryButton
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.text import Body, Display, Muted

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class MissingFace(Face):
    """Says where the vault was; a new one in its place is the last thing it offers."""

    look_again_asked = Signal()
    folder_chosen = Signal(object)
    """Another folder (``Path``), in which the vault may lie now."""
    begin_anew_asked = Signal()

    def __init__(self, vault_folder: Path) -> None:
        """``vault_folder`` is where the vault was."""
        super().__init__(width=600, usual_height=520)
        self._folder = vault_folder
        self._happened = Body(
            self.tr("This computer had a vault open in {folder}. It is not there now.").format(
                folder=vault_folder
            )
        )
        self._refused = ErrorLine()
        self._again = TallPrimaryButton(self.tr("Look again"))
        self._other = PlainButton(self.tr("Open another folder…"))
        self._anew = QuietButton(self.tr("Begin with a new vault here"))
        self._build()
        self._again.clicked.connect(self.look_again_asked)
        self._other.clicked.connect(self._choose_folder)
        self._anew.clicked.connect(self.begin_anew_asked)

    def _build(self) -> None:
        self.column.addWidget(Glyph("mark", size=42), 0, _CENTRE)
        self.column.addSpacing(22)
        self.column.addWidget(Display(self.tr("Your vault is not where it was"), align=_CENTRE))
        self.column.addSpacing(7)
        waiting = self.tr("This window goes on by itself as soon as the vault is back.")
        self.column.addWidget(Muted(waiting, align=_CENTRE))
        self.column.addSpacing(24)
        safe = self.tr("Onward changed nothing, and puts nothing in its place by itself.")
        to_do = self.tr(
            "If it lies on a stick or another disk, connect that. If you moved its folder, open it "
            "where it is now: it is the one with notes.db in it."
        )
        paper = told(
            (self.tr("What happened"), (self._happened,)),
            (self.tr("What is safe"), (Body(safe),)),
            (self.tr("What to do"), (Body(to_do),)),
        )
        self.column.addWidget(paper)
        self.column.addSpacing(24)
        ways_on = FlowLayout()
        for button in (self._again, self._other, self._anew):
            ways_on.addWidget(button)
        self.column.addLayout(ways_on)
        self.column.addSpacing(8)
        self.column.addWidget(self._refused)
        self.column.addStretch()

    def begin(self) -> None:
        """Put the focus on looking again and read the first sentence aloud."""
        self._again.setFocus()
        said = QAccessibleAnnouncementEvent(self._again, self._happened.text())
        QAccessible.updateAccessibility(said)

    def forget(self) -> None:
        """Say nothing of earlier tries."""
        self._refused.clear()

    def say_still_missing(self) -> None:
        """Answer a look that found nothing."""
        self._say(self.tr("It is still not there."))

    def say_no_vault_in(self, folder: Path) -> None:
        """Answer the choice of a folder in which no vault lies."""
        words = self.tr("There is no vault in “{name}”. Choose the folder with notes.db in it.")
        self._say(words.format(name=folder.name))

    def _say(self, words: str) -> None:
        self._refused.setText(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._again, words))

    def _choose_folder(self) -> None:
        from desktop.ui.dialogs.open_file import choose_folder

        chosen = choose_folder(self)
        if chosen is not None:
            self.folder_chosen.emit(chosen)
