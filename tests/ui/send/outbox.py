"""A send page on the screen, and the conversation behind it."""

from dataclasses import dataclass

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ConversationId
from desktop.domain.shared.shares import Share
from desktop.services import shares
from desktop.ui.pages.send import SendPage
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault

VIEW = "The page that leaves"


@dataclass(frozen=True)
class Outbox:
    page: SendPage
    robot: Robot
    vault: OpenVault
    talk: ConversationId

    def shares(self) -> tuple[Share, ...]:
        """Return what the vault has recorded, the latest first."""
        return shares.of_conversation(self.vault.shared, self.talk)

    def is_ready(self) -> bool:
        """Return whether the page can be read and was looked through, or why there is none."""
        if not self.robot.has("Save PDF…"):
            return self.robot.has("Back to the contract")
        looking = self.robot.reads("Looking for sentences of your notes")
        return bool(self.view().accessibleDescription()) and not looking

    def view(self) -> QWidget:
        """Return where the page is shown."""
        return self.robot.find(VIEW, QWidget)

    def picture(self) -> QImage:
        """Return what is seen there."""
        return self.view().grab().toImage()

    def can_save(self) -> bool:
        """Return whether the page may be saved now."""
        return self.robot.find("Save PDF…", QWidget).isEnabled()
