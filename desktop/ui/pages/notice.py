"""Something noticed, written down from anywhere in two presses (playbook section 2)."""

from PySide6.QtCore import Signal

from desktop.domain.ids import PersonId
from desktop.domain.moments import MomentKind
from desktop.ui.pages.sight import Sight
from desktop.ui.widgets.beside import NoticeSheetBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn

_WIDEST = 860


class NoticePage(ScrollColumn):
    """The private sheet and the way back; the page itself never sees a word."""

    back_asked = Signal()

    def __init__(self, sheet: NoticeSheetBeside) -> None:
        """Stand around the sheet."""
        super().__init__()
        self._sheet = sheet
        self._back = PlainButton("", shortcut="Esc")
        header = PageHeader(
            self.tr("Something I noticed"),
            self.tr("What asks for a step waits on Today; the rest is kept with the person."),
        )
        header.add(self._back)
        self.body.addWidget(header)
        self.add_no_wider(sheet, 2 * _WIDEST)
        self.body.addStretch(1)
        self._back.clicked.connect(self._go_back)
        sheet.finished.connect(self._go_back)
        sheet.changed.connect(self.refresh)
        self.refresh()
        Sight(self)

    def show_anew(self, who: PersonId | None, *, alone: bool) -> None:
        """Begin a new one, about somebody if that is known already; ``alone`` for nobody else.

        While words cannot be kept, they stay on the screen instead.
        """
        if self.flush():
            self._sheet.show_anew(who, alone=alone)

    def show_signal(self, which: str) -> None:
        """Open one that was noted before; while other words cannot be kept, they stay instead."""
        if self.flush():
            self._sheet.show_signal(which)

    def take_keyboard(self) -> None:
        """Let what is typed now be the words, whatever is still to be chosen."""
        self._sheet.take_keyboard()

    def choose_kind(self, kind: MomentKind) -> None:
        """Choose what it is, after ``show_anew``."""
        self._sheet.choose_kind(kind)

    def refresh(self) -> None:
        """Say whether there is something to be done with."""
        done = self._sheet.is_noted()
        self._back.setText(self.tr("Done") if done else self.tr("Back"))

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        return self._sheet.flush()

    def _go_back(self) -> None:
        if self.flush():
            self.back_asked.emit()
