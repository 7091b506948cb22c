"""A contract page on the screen, the conversation behind it, and what a manager sees and does."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit

from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.services import contracts, summaries
from desktop.ui.pages.contract import ContractPage
from desktop.ui.widgets.editors import GrowingEditor
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault


@dataclass(frozen=True)
class Paper:
    page: ContractPage
    robot: Robot
    vault: OpenVault
    talk: ConversationId

    def contract(self) -> Contract:
        """Return what the vault holds."""
        found = contracts.of_conversation(self.vault.shared, self.talk)
        assert found is not None
        return found

    def summary(self) -> list[str]:
        """Return the paragraphs that the vault holds."""
        return [p.text for p in summaries.paragraphs(self.vault.shared, self.talk)]

    def written(self, name: str) -> str:
        """Return what stands in an editor; nothing if only its placeholder can be read."""
        return self.editor(name).text()

    def editor(self, name: str) -> GrowingEditor:
        """Return the editor that bears this name."""
        field = self.robot.find(name, QTextEdit)
        assert isinstance(field, GrowingEditor)
        return field

    def editor_of_notes(self) -> QTextEdit:
        """Return where the private notes are read."""
        field = self.robot.find("Your notes", QTextEdit)
        assert isinstance(field, QTextEdit)
        return field

    def set_date(self, name: str, typed: str) -> None:
        """Type a date over the one that stands in a field, and confirm it."""
        self.robot.replace_in(name, typed)
        self.robot.keys("Return")

    def go_to_end_of(self, name: str) -> None:
        """Put the cursor behind everything that stands in an editor."""
        self.robot.find(name, QTextEdit).setFocus()
        self.robot.keys("Ctrl+End")

    def choose_in_menu(self, words: str) -> None:
        """Walk down the open menu to these words and take them."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            if menu.activeAction().text() == words:
                QTest.keyClick(menu, Qt.Key.Key_Return)
                return
        raise AssertionError(f"The menu does not offer “{words}”.")

    def is_writing_in(self, name: str) -> bool:
        """Return whether the keyboard is in this field."""
        return self.robot.find(name, QTextEdit, QLineEdit).hasFocus()


def promise(vault: OpenVault, talk: ConversationId, owner: Owner, what: str, due: date) -> None:
    """Put a complete commitment into the draft of a conversation."""
    draft = contracts.draft(vault.shared, talk).value
    new = contracts.add_commitment(vault.shared, draft, owner).value
    line = next(c for c in contracts.draft(vault.shared, talk).value.commitments if c.id == new)
    contracts.word_commitment(vault.shared, draft, replace(line, what=what, due=due))
