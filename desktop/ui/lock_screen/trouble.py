"""The face of a vault that cannot be opened: what happened, what is safe, what to do."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.errors import Trouble
from desktop.ui.lock_screen.face import Face
from desktop.ui.lock_screen.told import told
from desktop.ui.widgets.buttons import PlainButton, QuietButton, TallPrimaryButton
from desktop.ui.widgets.elsewhere import show_elsewhere
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.text import Body, Display

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class TroubleFace(Face):
    """Three calm sentences and the ways out; none of them ever overwrites anything."""

    try_again_asked = Signal()
    recovery_key_chosen = Signal()
    restore_chosen = Signal()

    def __init__(self, vault_folder: Path) -> None:
        """``vault_folder`` is what "Show the folder" shows."""
        super().__init__(width=600, usual_height=470)
        self._folder = vault_folder
        self._happened, self._safe, self._to_do = Body(), Body(), Body()
        self._again = TallPrimaryButton(self.tr("Try again"))
        self._recovery_key = PlainButton(self.tr("Use recovery key"))
        self._restore = PlainButton(self.tr("Restore a backup…"))
        self._show_folder = PlainButton(self.tr("Show the folder"))
        self._quit = QuietButton(self.tr("Quit"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.column.addWidget(Glyph("mark", size=42), 0, _CENTRE)
        self.column.addSpacing(22)
        self.column.addWidget(Display(self.tr("Your vault stays closed for now"), align=_CENTRE))
        self.column.addSpacing(24)
        paper = told(
            (self.tr("What happened"), (self._happened,)),
            (self.tr("What is safe"), (self._safe,)),
            (self.tr("What to do"), (self._to_do,)),
        )
        self.column.addWidget(paper)
        self.column.addSpacing(24)
        self.column.addLayout(self._ways_out())
        self.column.addStretch()

    def _ways_out(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._quit)
        row.addStretch()
        for button in (self._show_folder, self._restore, self._recovery_key, self._again):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self._again.clicked.connect(self.try_again_asked)
        self._recovery_key.clicked.connect(self.recovery_key_chosen)
        self._restore.clicked.connect(self.restore_chosen)
        self._show_folder.clicked.connect(self._open_folder)
        self._quit.clicked.connect(self._close_window)

    def say(self, trouble: Trouble, *, recovery_key_helps: bool) -> None:
        """Show the three sentences of ``trouble``, and the recovery key where it is a way out."""
        self._happened.setText(trouble.what_happened)
        self._safe.setText(trouble.what_is_safe)
        self._to_do.setText(trouble.what_to_do)
        self._recovery_key.setVisible(recovery_key_helps)
        self._again.setAccessibleDescription(str(trouble))

    def begin(self) -> None:
        """Put the focus on trying again and read the sentences aloud."""
        self._again.setFocus()
        sentences = self._again.accessibleDescription()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._again, sentences))

    def _open_folder(self) -> None:
        """Open the vault folder, or the nearest one above it that exists."""
        standing = next(
            (each for each in (self._folder, *self._folder.parents) if each.is_dir()), Path.home()
        )
        show_elsewhere(standing)

    def _close_window(self) -> None:
        self.window().close()
