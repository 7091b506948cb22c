"""What the motivations are called where a manager reads (playbook B1)."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.motivations import Motivation


def motivation_name(motivation: Motivation) -> str:
    """Return for example "Growth and mastery"."""
    return {
        Motivation.INFLUENCE: QCoreApplication.translate("Motivations", "Influence"),
        Motivation.AUTHORITY: QCoreApplication.translate("Motivations", "Authority"),
        Motivation.RECOGNITION: QCoreApplication.translate("Motivations", "Recognition or status"),
        Motivation.GROWTH: QCoreApplication.translate("Motivations", "Growth and mastery"),
        Motivation.AUTONOMY: QCoreApplication.translate("Motivations", "Autonomy"),
        Motivation.MEANING: QCoreApplication.translate("Motivations", "Meaning"),
        Motivation.COMPENSATION: QCoreApplication.translate("Motivations", "Compensation"),
        Motivation.CONNECTION: QCoreApplication.translate("Motivations", "Connection"),
        Motivation.NEXT_RUNG: QCoreApplication.translate(
            "Motivations", "A guess, just the next rung"
        ),
    }[motivation]
