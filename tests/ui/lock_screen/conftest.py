"""A gate before a vault called Personal, and eyes for what only stands there to be copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import look
from desktop.ui.lock_screen import Gate
from tests.helpers.robot import Robot


class GateRobot(Robot):
    """Presses like any robot, and copies what the first run shows."""

    def button(self, name: str) -> QAbstractButton:
        """Return the button that bears this text or accessible name."""
        found = self.find(name, QAbstractButton)
        assert isinstance(found, QAbstractButton)
        return found

    def spoken(self) -> list[str]:
        """Return every accessible name in the window."""
        return [part.accessibleName() for part in self.root.findChildren(QWidget)]

    def everything(self) -> list[str]:
        """Return every text that any label or line holds, hidden ones too."""
        parts = self.root.findChildren(QWidget)
        return [part.text() for part in parts if isinstance(part, QLabel | QLineEdit)]

    def phrase(self) -> str:
        """Return the passphrase that is suggested now."""
        lines = self.screen().splitlines()
        return lines[lines.index("We suggest") + 1]

    def key_groups(self) -> list[str]:
        """Return the groups of the recovery key as a screen reader spells them."""
        names = [label.accessibleName() for label in self.root.findChildren(QLabel)]
        spelled = [name.split(": ")[1] for name in names if name.startswith("Group ")]
        return [letters.replace(" ", "") for letters in spelled]

    def asked_groups(self) -> list[int]:
        """Return the numbers of the two groups that are asked back."""
        return [
            number for number in range(1, 15) if f"Group {number}" in self.screen().splitlines()
        ]

    def give_a_passphrase(self) -> str:
        """Take the suggested passphrase and go on."""
        phrase = self.phrase()
        self.replace_in("Type it once to make sure", phrase)
        self.press("Next: recovery key")
        return phrase

    def give_groups_back(self) -> None:
        """Type back the two groups that are asked and go on."""
        groups = self.key_groups()
        for number in self.asked_groups():
            self.replace_in(f"Group {number}", groups[number - 1])
        self.press("Next: first person")


@pytest.fixture
def text_scale() -> float:
    """The size of all text; 1.0 is 100 %."""
    return 1.0


@pytest.fixture
def gate(qtbot: QtBot, qapp: QApplication, tmp_path: Path, text_scale: float) -> Iterator[Gate]:
    """The window, dressed and shown, without a face yet."""
    look.apply(qapp, "light", text_scale)
    window = Gate(tmp_path / "Personal")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    look.apply(qapp, "light")


@pytest.fixture
def robot(gate: Gate) -> GateRobot:
    """A robot before the gate."""
    return GateRobot(gate)
