"""What stages and levels of trust are called in the playbook."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.questions import STAGES, Stage, Trust
from desktop.ui.wizard.stage_titles import stage_title


def home_of(stage: Stage) -> str:
    """Return the heading under which the questions of a stage stand."""
    if stage in STAGES:
        return stage_title(stage)
    return {
        Stage.OPENING: _tr("Opening of every talk"),
        Stage.SHORT: _tr("Contract review and check-in"),
    }[stage]


def called_briefly(stage: Stage) -> str:
    """Return the one or two words of a stage on a chip."""
    return {
        Stage.OPENING: _tr("Opening"),
        Stage.NOW: _tr("Now"),
        Stage.DIRECTION: _tr("Direction"),
        Stage.GAP: _tr("Gap"),
        Stage.SHORT: _tr("Short forms"),
    }[stage]


def trust_words(trust: Trust) -> str:
    """Return how much trust a question asks for, on a chip."""
    return {
        Trust.OPEN: _tr("Always fine"),
        Trust.WARM: _tr("With some trust"),
        Trust.DEEP: _tr("Only with established trust"),
    }[trust]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Playbook", text)
