"""What may be noticed between conversations, in a few words, and what to do about it first."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.signals import SignalKind


def signal_name(kind: SignalKind) -> str:
    """Return what was noticed (playbook T1 to T9, G1 to G4)."""
    return {
        SignalKind.COURTED: _tr("Another organisation has been in touch"),
        SignalKind.DOUBTS: _tr("Wonders whether they belong here"),
        SignalKind.LESS_DRIVE: _tr("Less drive than before"),
        SignalKind.STALLED_PROMOTION: _tr("A promotion that stays talk"),
        SignalKind.ROLE_CHANGED: _tr("Role or team is not what it was"),
        SignalKind.MILESTONE: _tr("A long stretch or a big step is behind them"),
        SignalKind.PROMOTION_NEAR: _tr("A promotion is about to be decided"),
        SignalKind.BACK: _tr("Back after time away"),
        SignalKind.LEAVING_HINT: _tr("A hint that they think of leaving"),
        SignalKind.LESS_ENGAGED: _tr("Less engaged with what they promised"),
        SignalKind.OTHER_INTEREST: _tr("Interested in something their goals do not aim at"),
        SignalKind.OUTSIDE_CHANGED: _tr("Saw, read or met something that moved them"),
        SignalKind.FELT_OTHERWISE: _tr("Reached something big, and it felt other than expected"),
    }[kind]


def first_step(kind: SignalKind) -> str:
    """Return how to begin about it, in a sentence for the manager."""
    if kind.is_about_goals:
        return _tr("Name it to them, then look at the goals together.")
    return {
        SignalKind.COURTED: _tr("Ask what drew them, before you say what you can offer."),
        SignalKind.DOUBTS: _tr("Ask what would make it the right place."),
        SignalKind.LESS_DRIVE: _tr("Ask what has changed, not what is wrong."),
        SignalKind.STALLED_PROMOTION: _tr("Say where it stands, and what is in your hands."),
        SignalKind.ROLE_CHANGED: _tr("Ask what it does to where they want to go."),
        SignalKind.MILESTONE: _tr("Ask how it felt, and what it makes them want next."),
        SignalKind.PROMOTION_NEAR: _tr("Talk before it is decided, whichever way it goes."),
        SignalKind.BACK: _tr("Ask what has changed for them meanwhile."),
        SignalKind.LEAVING_HINT: _tr("Talk at once, before the decision sets. Listen first."),
    }[kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Signals", words)
