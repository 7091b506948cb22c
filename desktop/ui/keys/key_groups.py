"""The recovery key to be read and copied by hand: fourteen numbered groups."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted, Text
from desktop.vault.recovery import GROUPS

_COVERED = "••••"


class KeyGroups(QWidget):
    """All groups in rows; single ones can be covered while they are typed back."""

    def __init__(self) -> None:
        """Begin with empty groups."""
        super().__init__()
        self._groups = tuple(KeyGroup(number) for number in range(1, GROUPS + 1))
        row = FlowLayout(self, gap=32, row_gap=12)
        for group in self._groups:
            row.addWidget(group)

    def show_groups(self, key: tuple[str, ...]) -> None:
        """Show the groups of a key."""
        for group, characters in zip(self._groups, key, strict=True):
            group.hold(characters)

    def cover(self, numbers: tuple[int, ...]) -> None:
        """Cover these groups and no others."""
        for group in self._groups:
            group.cover(group.number in numbers)

    def forget(self) -> None:
        """Empty every group."""
        for group in self._groups:
            group.hold("")


class GroupCharacters(Text):
    """Four characters, large enough to copy by hand."""

    role = "initials_large"
    wraps = False


class KeyGroup(QWidget):
    """One group under its number."""

    def __init__(self, number: int) -> None:
        """Begin empty; ``number`` counts from 1."""
        super().__init__()
        self.number = number
        self._held = ""
        self._characters = GroupCharacters()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SmallMuted(str(number)))
        column.addWidget(self._characters)

    def hold(self, characters: str) -> None:
        """Show other characters."""
        self._held = characters
        self.cover(False)

    def cover(self, covered: bool) -> None:
        """Show dots in place of the characters, or the characters again."""
        self._characters.setText(_COVERED if covered else self._held)
        spelled = self.tr("covered") if covered else " ".join(self._held)
        self._characters.setAccessibleName(
            self.tr("Group {number}: {characters}").format(number=self.number, characters=spelled)
        )

    def sizeHint(self) -> QSize:
        """Return the same width for every group, so that they stand in columns."""
        widest = GroupCharacters("MMMM").sizeHint().width()
        return QSize(widest, super().sizeHint().height())
