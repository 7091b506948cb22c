"""What the kinds of kept lines and the motivations are called where a manager reads."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.motivations import Motivation
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.motivations import Source

_KINDS = {
    KeptAs.GOAL: QT_TRANSLATE_NOOP("Kept", "Goal"),
    KeptAs.ENERGY: QT_TRANSLATE_NOOP("Kept", "Energy"),
    KeptAs.DRAIN: QT_TRANSLATE_NOOP("Kept", "Drain"),
    KeptAs.STRENGTH: QT_TRANSLATE_NOOP("Kept", "Strength"),
    KeptAs.UNUSED_STRENGTH: QT_TRANSLATE_NOOP("Kept", "Unused strength"),
    KeptAs.MISFIT: QT_TRANSLATE_NOOP("Kept", "Misfit"),
    KeptAs.ACHIEVEMENT: QT_TRANSLATE_NOOP("Kept", "Achievement"),
    KeptAs.ROLE: QT_TRANSLATE_NOOP("Kept", "Role, in their words"),
    KeptAs.INTEREST: QT_TRANSLATE_NOOP("Kept", "Interest"),
    KeptAs.EXPERIMENT: QT_TRANSLATE_NOOP("Kept", "Something to try"),
    KeptAs.LEARNING: QT_TRANSLATE_NOOP("Kept", "Learning"),
    KeptAs.PATH: QT_TRANSLATE_NOOP("Kept", "Path"),
    KeptAs.ASSUMPTION: QT_TRANSLATE_NOOP("Kept", "Assumption"),
    KeptAs.PATTERN: QT_TRANSLATE_NOOP("Kept", "Pattern"),
    KeptAs.GAP: QT_TRANSLATE_NOOP("Kept", "Gap"),
    KeptAs.BLOCKER: QT_TRANSLATE_NOOP("Kept", "Blocker"),
    KeptAs.THEME: QT_TRANSLATE_NOOP("Kept", "Theme"),
    KeptAs.THEIR_WORDS: QT_TRANSLATE_NOOP("Kept", "Their words"),
    KeptAs.UNSAID: QT_TRANSLATE_NOOP("Kept", "Unsaid until now"),
    KeptAs.FEEDBACK_TO_ME: QT_TRANSLATE_NOOP("Kept", "Feedback to me"),
    KeptAs.LEAVING_SIGNAL: QT_TRANSLATE_NOOP("Kept", "Reason to leave"),
    KeptAs.COMMITMENT_IDEA: QT_TRANSLATE_NOOP("Kept", "Commitment idea"),
    KeptAs.COMMITMENT_OF_THEIRS: QT_TRANSLATE_NOOP("Kept", "{name}’s commitment"),
    KeptAs.COMMITMENT_OF_MINE: QT_TRANSLATE_NOOP("Kept", "My commitment"),
    KeptAs.DRAWN_TO: QT_TRANSLATE_NOOP("Kept", "Drawn to"),
    KeptAs.MOVING_AWAY_FROM: QT_TRANSLATE_NOOP("Kept", "Moving away from"),
    KeptAs.WHY: QT_TRANSLATE_NOOP("Kept", "Why"),
    KeptAs.BEDROCK: QT_TRANSLATE_NOOP("Kept", "Bedrock"),
}


def keeping_name(keeping: Keeping, person: str) -> str:
    """Return for example "Goal, 6 months"; ``person`` is the name that people say."""
    if keeping.kind is KeptAs.GOAL and keeping.horizon:
        form = QCoreApplication.translate("Kept", "Goal, {horizon}")
        return form.format(horizon=keeping.horizon)
    return QCoreApplication.translate("Kept", str(_KINDS[keeping.kind])).format(name=person)


def source_name(source: Source) -> str:
    """Return what a wish for influence or authority comes from (playbook B3)."""
    return {
        Source.IMPACT: QCoreApplication.translate("Motivations", "Impact"),
        Source.CONTROL: QCoreApplication.translate("Motivations", "Control"),
        Source.UNCLEAR: QCoreApplication.translate("Motivations", "Not clear yet"),
    }[source]


def remark(motivation: Motivation) -> str:
    """Return the quiet words that belong to a motivation, if any (playbook B1, B3 to B5, B7)."""
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
        Motivation.GROWTH: QCoreApplication.translate(
            "Motivations",
            "A passion often shows before it has a name: in the voice, or over a coffee.",
        ),
        Motivation.MEANING: QCoreApplication.translate(
            "Motivations", "Which value is it that the work should serve? Keep their word for it."
        ),
        Motivation.COMPENSATION: QCoreApplication.translate(
            "Motivations",
            "Nothing to excuse. Ask what the money is for: safety, family, a dream, being valued.",
        ),
    }.get(motivation, "")


def weight_dots(weight: int) -> str:
    """Return one dot for each step of weight, as words for the eye."""
    return "●" * weight
