"""What a good listener does, one press away from every question (playbook X1 to X11)."""

from tests.ui.wizard.room import Room


def test_it_takes_the_place_of_the_coaching_and_goes_with_the_question(room: Room) -> None:
    robot = room.robot
    at_first = robot.reads("Let it be quiet")

    robot.keys("Ctrl+T")
    unfolded = robot.reads("Let it be quiet"), robot.reads("Why ask")
    robot.keys("Ctrl+T")
    folded = robot.reads("Let it be quiet"), robot.reads("Why ask")
    robot.keys("Ctrl+T")
    robot.keys("Alt+Right")

    assert (at_first, unfolded, folded) == (False, (True, False), (False, True))
    assert not robot.reads("Let it be quiet")
    assert robot.reads("Why ask")


def test_the_notes_keep_the_keyboard(room: Room) -> None:
    room.note("Laughed, and then looked away")

    room.robot.keys("Ctrl+T")

    assert room.notes().hasFocus()
