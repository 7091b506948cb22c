"""What the parts of a goal are called where a manager reads."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.shared.goals import CareerPath, Place, Sign, Status
from desktop.domain.signals import SignalKind
from desktop.ui.wizard.signal_names import signal_name


def place_name(place: Place) -> str:
    """Return where a goal lies."""
    return {
        Place.OPEN: _tr("Here or elsewhere"),
        Place.INSIDE: _tr("Here"),
        Place.OUTSIDE: _tr("Elsewhere"),
    }[place]


def status_name(status: Status) -> str:
    """Return what has become of a goal."""
    return {
        Status.ALIVE: _tr("Alive"),
        Status.REACHED: _tr("Reached"),
        Status.SET_ASIDE: _tr("Set aside"),
        Status.CHANGED: _tr("Became another"),
    }[status]


def path_name(path: CareerPath) -> str:
    """Return one of the four paths, or that none is meant."""
    return {
        CareerPath.NONE: _tr("No path in particular"),
        CareerPath.SPECIALIST: _tr("Technical specialist"),
        CareerPath.ARCHITECT: _tr("Architect or consultant"),
        CareerPath.PRODUCT: _tr("Product and strategy"),
        CareerPath.PEOPLE: _tr("People leadership"),
    }[path]


def sign_name(sign: Sign) -> str:
    """Return what was noticed (playbook G1 to G4)."""
    return signal_name(SignalKind(sign.value))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Goals", words)
