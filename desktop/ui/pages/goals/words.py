"""What the parts of a goal are called where a manager reads."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.shared.goals import CareerPath, Place, Sign, Status


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
    return {
        Sign.LESS_ENGAGED: _tr("Less engaged with what they promised"),
        Sign.OTHER_INTEREST: _tr("Interested in something this does not aim at"),
        Sign.OUTSIDE_CHANGED: _tr("Saw, read or met something that moved them"),
        Sign.FELT_OTHERWISE: _tr("Reached something big, and it felt other than expected"),
    }[sign]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Goals", words)
