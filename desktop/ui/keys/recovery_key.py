"""The step in which the recovery key gets onto paper, and proves that it did."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.domain.errors import Trouble
from desktop.ui.keys.discretion import OffTheClipboard
from desktop.ui.keys.key_groups import KeyGroups
from desktop.ui.keys.step import Step, card
from desktop.ui.look.dates import full_day
from desktop.ui.widgets.buttons import Button, LinkButton, PlainButton
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.text import SmallMuted, SmallStrong
from desktop.ui.widgets.wording import Run
from desktop.vault import recovery
from desktop.vault.data_key import new_data_key, wipe

if TYPE_CHECKING:
    from desktop.ui.keys.key_sheet import KeySheet

ChoosePlace = Callable[[QWidget, str, str], Path | None]
"""Asks where a file should go: before which window, its suggested name, and its kind."""


class RecoveryKeyStep(Step):
    """Makes the data key, shows it written for paper, and asks for two of its groups back."""

    def __init__(
        self, vault_name: str, *, aside: str, onward: str, choose_place: ChoosePlace
    ) -> None:
        """``vault_name`` stands on the sheet; ``choose_place`` asks where to save one."""
        super().__init__(aside=aside, onward=onward)
        self._vault_name = vault_name
        self._choose_place = choose_place
        self._data_key = bytearray()
        self._asked: tuple[int, ...] = ()
        self._key = KeyGroups()
        self._print = PlainButton(self.tr("Print…"))
        self._save = LinkButton(self.tr("Save it instead…"))
        self._outcome = SmallMuted()
        self._lines = (LineField(""), LineField(""))
        for line in self._lines:
            line.looks_only = True
        self._fields = tuple(Field("", line, keeps_room=True) for line in self._lines)
        self._introduce()
        self._build()
        self._connect()

    def _introduce(self) -> None:
        self.introduce(
            self.tr("A recovery key for the drawer"),
            self.tr(
                "If you forget your passphrase, this key opens your notes; nothing else does.\n"
                "Keep it on paper, away from this computer: whoever holds it can read everything."
            ),
        )

    def _build(self) -> None:
        shown = card()
        shown.body.addWidget(SmallStrong(self.tr("Your recovery key")))
        shown.body.addWidget(self._key)
        shown.body.addSpacing(4)
        shown.body.addLayout(_row(self._print, self._save, self._outcome))
        back = card()
        heading = SmallStrong()
        heading.set_runs(
            Run(self.tr("Now type two groups back from your paper") + "   "),
            Run(self.tr("They are covered above while you type."), "label", "muted"),
        )
        back.body.addWidget(heading)
        back.body.addLayout(_row(*self._fields))
        self.fill(shown, back)

    def _connect(self) -> None:
        self._print.clicked.connect(self._print_sheet)
        self._save.clicked.connect(self._save_sheet)
        for line, field in zip(self._lines, self._fields, strict=True):
            OffTheClipboard(line)
            line.installEventFilter(self)
            line.textEdited.connect(field.accept)
            line.returnPressed.connect(self.next_asked)

    def data_key(self) -> bytearray:
        """Return a copy of the data key; wipe it after use."""
        return bytearray(self._data_key)

    def take(self, data_key: bytearray) -> None:
        """Show a key that there is already instead of making one; wipes what it is given."""
        self._data_key = bytearray(data_key)
        wipe(data_key)

    def begin(self) -> None:
        """Make the key when first seen; it stays the same while people go back and forth."""
        if not self._data_key:
            self._data_key = new_data_key()
        if not self._asked:
            self._asked = recovery.two_groups_to_ask()
            self._key.show_groups(recovery.encode(self._data_key))
            for number, field in zip(self._asked, self._fields, strict=True):
                field.set_label(self.tr("Group {number}").format(number=number))
        self._print.setFocus()

    def is_on_paper(self) -> bool:
        """Return whether both groups were typed back; else say so beside the field."""
        groups = recovery.encode(self._data_key)
        wrong = [
            (field, line)
            for number, field, line in zip(self._asked, self._fields, self._lines, strict=True)
            if not self._accepts(field, line, groups[number - 1])
        ]
        if wrong:
            wrong[0][1].setFocus()
        return not wrong

    def drop_secrets(self) -> None:
        """Wipe the key and empty what showed it."""
        wipe(self._data_key)
        self._data_key = bytearray()
        self._asked = ()
        self._key.forget()
        self._outcome.setText("")
        for line, field in zip(self._lines, self._fields, strict=True):
            line.setText("")
            field.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the two groups while they are typed, so that they are read from the paper."""
        if event.type() == QEvent.Type.FocusIn:
            self._key.cover(self._asked)
        elif event.type() == QEvent.Type.FocusOut:
            self._key.cover(())
        return super().eventFilter(watched, event)

    def _accepts(self, field: Field, line: LineField, group: str) -> bool:
        if recovery.is_group(group, line.text()):
            return True
        field.refuse(
            self.tr("This is not that group. Please look at your paper again.")
            if line.text().strip()
            else self.tr("Please type the four characters of this group.")
        )
        return False

    def _print_sheet(self) -> None:
        from desktop.ui.keys import key_sheet

        self._say_outcome(key_sheet.send_to_printer(self, self._sheet()))

    def _save_sheet(self) -> None:
        """Second to paper, for who has no printer: a file is found more easily than a drawer."""
        from desktop.export.save import save_aside
        from desktop.ui.keys import key_sheet

        path = self._choose_place(self, self.tr("Recovery sheet.pdf"), self.tr("PDF (*.pdf)"))
        if path is None:
            return
        try:
            save_aside(path, key_sheet.as_pdf(self._sheet()))
        except Trouble as trouble:
            self._say_outcome(f"{trouble.what_happened} {trouble.what_to_do}")
            return
        self._say_outcome(
            self.tr(
                "Saved. Whoever finds this file can read everything: keep it on a stick in a "
                "drawer, and not on this computer."
            )
        )

    def _sheet(self) -> "KeySheet":
        from desktop.ui.keys.key_sheet import KeySheet

        return KeySheet(
            vault=self._vault_name,
            made=full_day(date.today()),
            groups=recovery.encode(self._data_key),
        )

    def _say_outcome(self, sentence: str) -> None:
        self._outcome.setText(sentence)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._print, sentence))


def _row(*parts: Field | Button | SmallMuted) -> QBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(15)
    for part in parts:
        row.addWidget(part, 0 if isinstance(part, Button) else 1)
    return row
