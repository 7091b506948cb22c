import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.domain.errors import Trouble
from desktop.ui.lock_screen import Gate
from tests.ui.lock_screen.conftest import GateRobot

TROUBLE = Trouble(
    what_happened="The vault folder cannot be read.",
    what_is_safe="Nothing in the vault folder was changed.",
    what_to_do="Check that its disk is connected and that you may read the folder.",
)


@pytest.fixture
def text_scale() -> float:
    return 2.0


@pytest.fixture(autouse=True)
def small_window(gate: Gate) -> None:
    gate.resize(1024, 700)


def assert_fits(gate: Gate) -> None:
    QApplication.processEvents()
    for area in gate.findChildren(QScrollArea):
        if area.isVisible():
            assert area.horizontalScrollBar().maximum() == 0


def assert_in_sight(part: QWidget | None) -> None:
    QApplication.processEvents()
    assert part is not None
    window = part.window()
    place = QRect(part.mapTo(window, QPoint()), part.size())
    assert window.rect().contains(place)


def test_every_face_fits_into_the_width(gate: Gate, robot: GateRobot) -> None:
    gate.show_unlock("Vault: Personal · last opened yesterday, 17:42")
    assert_fits(gate)
    gate.refuse_passphrase("That is not the passphrase of this vault.", 4)
    assert_fits(gate)
    gate.show_trouble(TROUBLE, recovery_key_helps=True)
    assert_fits(gate)
    gate.show_first_run()
    assert_fits(gate)
    robot.give_a_passphrase()
    assert_fits(gate)
    robot.give_groups_back()
    assert_fits(gate)


def test_what_has_the_focus_is_in_sight(gate: Gate, robot: GateRobot) -> None:
    gate.show_first_run()
    assert_in_sight(QApplication.focusWidget())
    robot.press("Next: recovery key")
    assert_in_sight(QApplication.focusWidget())
    for _ in range(6):
        robot.keys("Tab")
        assert_in_sight(QApplication.focusWidget())
