"""What the kinds of kept lines and the motivations are called where a manager reads."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.motivations import Motivation


def keeping_name(keeping: Keeping, person: str) -> str:
    """Return for example "Goal, 6 months"; ``person`` is the name that people say."""
    if keeping.kind is KeptAs.GOAL and keeping.horizon:
        form = QCoreApplication.translate("Kept", "Goal, {horizon}")
        return form.format(horizon=keeping.horizon)
    return _kinds()[keeping.kind].format(name=person)


def _kinds() -> dict[KeptAs, str]:
    return {
        KeptAs.GOAL: QCoreApplication.translate("Kept", "Goal"),
        KeptAs.ENERGY: QCoreApplication.translate("Kept", "Energy"),
        KeptAs.DRAIN: QCoreApplication.translate("Kept", "Drain"),
        KeptAs.STRENGTH: QCoreApplication.translate("Kept", "Strength"),
        KeptAs.UNUSED_STRENGTH: QCoreApplication.translate("Kept", "Unused strength"),
        KeptAs.MISFIT: QCoreApplication.translate("Kept", "Misfit"),
        KeptAs.ACHIEVEMENT: QCoreApplication.translate("Kept", "Achievement"),
        KeptAs.ROLE: QCoreApplication.translate("Kept", "Role, in their words"),
        KeptAs.INTEREST: QCoreApplication.translate("Kept", "Interest"),
        KeptAs.EXPERIMENT: QCoreApplication.translate("Kept", "Something to try"),
        KeptAs.LEARNING: QCoreApplication.translate("Kept", "Learning"),
        KeptAs.PATH: QCoreApplication.translate("Kept", "Path"),
        KeptAs.ASSUMPTION: QCoreApplication.translate("Kept", "Assumption"),
        KeptAs.PATTERN: QCoreApplication.translate("Kept", "Pattern"),
        KeptAs.GAP: QCoreApplication.translate("Kept", "Gap"),
        KeptAs.BLOCKER: QCoreApplication.translate("Kept", "Blocker"),
        KeptAs.THEME: QCoreApplication.translate("Kept", "Theme"),
        KeptAs.THEIR_WORDS: QCoreApplication.translate("Kept", "Their words"),
        KeptAs.UNSAID: QCoreApplication.translate("Kept", "Unsaid until now"),
        KeptAs.FEEDBACK_TO_ME: QCoreApplication.translate("Kept", "Feedback to me"),
        KeptAs.LEAVING_SIGNAL: QCoreApplication.translate("Kept", "Reason to leave"),
        KeptAs.COMMITMENT_IDEA: QCoreApplication.translate("Kept", "Commitment idea"),
        KeptAs.COMMITMENT_OF_THEIRS: QCoreApplication.translate("Kept", "{name}’s commitment"),
        KeptAs.COMMITMENT_OF_MINE: QCoreApplication.translate("Kept", "My commitment"),
        KeptAs.DRAWN_TO: QCoreApplication.translate("Kept", "Drawn to"),
        KeptAs.MOVING_AWAY_FROM: QCoreApplication.translate("Kept", "Moving away from"),
        KeptAs.WHY: QCoreApplication.translate("Kept", "Why"),
        KeptAs.BEDROCK: QCoreApplication.translate("Kept", "Bedrock"),
    }


def motivation_name(motivation: Motivation) -> str:
    """Return for example "Growth and mastery" (playbook B1)."""
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


def remark(motivation: Motivation) -> str:
    """Return the quiet words that belong to a motivation, if any (playbook B1, B3 and B7)."""
    return {
        Motivation.NEXT_RUNG: QCoreApplication.translate(
            "Motivations",
            "The next rung may only be the nearest one. Would they want its ordinary Tuesday?",
        ),
        Motivation.INFLUENCE: QCoreApplication.translate(
            "Motivations", "Influence: is the wish to make something happen, or to be in charge?"
        ),
        Motivation.AUTHORITY: QCoreApplication.translate(
            "Motivations", "Authority: does it come from wanting impact, or from wanting control?"
        ),
        Motivation.COMPENSATION: QCoreApplication.translate(
            "Motivations",
            "Nothing to excuse. Ask what the money is for: safety, family, a dream, being valued.",
        ),
    }.get(motivation, "")


def weight_dots(weight: int) -> str:
    """Return one dot for each step of weight, as words for the eye."""
    return "●" * weight
