"""An interview on the screen, and what a manager sees and does in it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.ui.private.answer_panel import AnswerPanel
from desktop.ui.private.pad_panel import PadPanel
from desktop.ui.widgets.dots import ProgressDots
from desktop.ui.wizard.interview_page import InterviewPage
from tests.helpers.robot import Robot

NOTES = "Your notes"
SUMMARY = "For the summary you will share"


@dataclass(frozen=True)
class Room:
    page: InterviewPage
    panel: AnswerPanel
    pad: PadPanel
    robot: Robot

    def note(self, words: str) -> None:
        first, *more = words.split("\n")
        self.robot.type_into(NOTES, first)
        for line in more:
            self.robot.keys("Return")
            self.robot.type_into(NOTES, line)

    def notes(self) -> QWidget:
        return self.robot.find(NOTES, QTextEdit)

    def written(self, name: str) -> str:
        """Return what stands in a field; nothing if only its placeholder can be read."""
        field = self.robot.find(name, QTextEdit)
        assert isinstance(field, QTextEdit)
        return field.toPlainText()

    def dots(self, stage: str) -> list[str]:
        """Return what the dots of a stage say to a screen reader, walking along with the keys."""
        row = next(
            dots
            for dots in self.page.findChildren(ProgressDots)
            if dots.accessibleName().startswith(stage)
        )
        before = self.page.focusWidget()
        row.setFocus()
        self.robot.keys("Home")
        said = [row.accessibleDescription()]
        count = int(row.accessibleName().rpartition(" ")[2])
        for _ in range(count - 1):
            self.robot.keys("Right")
            said.append(row.accessibleDescription())
        if before is not None:
            before.setFocus()
        return said
