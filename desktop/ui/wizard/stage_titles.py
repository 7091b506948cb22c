"""What the stages are called where a manager reads."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.questions import Stage


def stage_title(stage: Stage) -> str:
    """Return the question that a stage is about (playbook section 1)."""
    titles = {
        Stage.NOW: QCoreApplication.translate("Stages", "Where are you now?"),
        Stage.DIRECTION: QCoreApplication.translate("Stages", "Where do you want to go?"),
        Stage.GAP: QCoreApplication.translate("Stages", "How do we close the gap?"),
    }
    return titles[stage]
