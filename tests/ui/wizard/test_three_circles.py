"""No word of the sweet spot is out of reach because a circle is full."""

from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.ui.plots.three_circles import ThreeCircles
from tests.helpers.robot import Robot


def test_a_word_that_has_no_room_is_one_press_further(qtbot: QtBot) -> None:
    circles = ThreeCircles()
    qtbot.addWidget(circles)
    circles.resize(620, 490)
    circles.tell(("Interests", "Strengths"), [(f"Word {n}", 1) for n in range(9)])
    with qtbot.waitExposed(circles):
        circles.show()

    robot = Robot(circles)
    assert not robot.has("Word 8")
    robot.press("4 more…")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(circles.word_asked) as asked:
        menu.actions()[-1].trigger()
    menu.close()

    assert asked.args == [8]
