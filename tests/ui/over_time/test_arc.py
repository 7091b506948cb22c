"""The arc of one person: what is on it, how one walks along it, and where its marks lead (H1)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.moments import MomentKind
from desktop.domain.private.arc import Arc, balance
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import GoalWording
from desktop.services import goals, people
from desktop.services.private import arc, moments
from desktop.ui.dialogs import print_page, printing
from desktop.ui.plots.marks import MarkButton
from desktop.ui.plots.picture import Names
from desktop.ui.plots.time_line import TimeLine
from desktop.ui.private.arc_print import arc_pdf
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import TODAY, Story, day

NAME = "Priya Nair"
AUGUST = "Conversation, Friday 14 August 2026. Gives energy: Drills. Drains: On-call."


@pytest.fixture
def told(vault: OpenVault, story: Story) -> Story:
    """Two conversations, what gave and drained, an achievement and a goal that changed."""
    priya = story.person(NAME)
    vault.clock.at = day("2026-02-10")
    goal = goals.write(vault.shared, priya, GoalWording("Lead the team")).value
    first = story.agreed(priya, day("2026-02-14"), mine={"Ask Ruth": "2026-03-01"})
    story.kept(first, "N3", Keeping(KeptAs.DRAIN), "The bug queue.")
    second = story.agreed(priya, day("2026-08-14"), mine={"Ask Marta": "2026-09-01"})
    story.noted(second, "N2", "Drills.\nEverybody is clever there.")
    story.kept(second, "N2", Keeping(KeptAs.ENERGY), "Drills.")
    story.kept(second, "N3", Keeping(KeptAs.DRAIN), "On-call.")
    story.kept(second, "N7", Keeping(KeptAs.ACHIEVEMENT), "The cut-over")
    vault.clock.at = day("2026-09-02")
    (known,) = goals.of_person(vault.shared, priya)
    changed = GoalWording("Own failover", reason="People were not what drew her")
    assert goals.change(vault.shared, known, changed).value == goal
    vault.clock.at = TODAY
    return story


def over_time(robot: Robot, name: str = NAME) -> Robot:
    robot.press(name, "Side bar")
    robot.press("Over time")
    return robot


def marks(robot: Robot) -> list[str]:
    return [n for n in robot.names() if n.endswith(".") and ", " in n and "20" in n]


def test_every_mark_says_what_it_is_when_and_in_which_words(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = over_time(open_window())

    assert marks(robot) == [
        "Goals, Tuesday 10 February 2026. New goal: Lead the team.",
        "Conversation, Saturday 14 February 2026. Drains: The bug queue.",
        "Contract v1 agreed, Saturday 14 February 2026.",
        AUGUST,
        "Proud of, Friday 14 August 2026. Proud of: The cut-over.",
        "Contract v2 agreed, Friday 14 August 2026.",
        "Goals, Wednesday 2 September 2026. Goal changed: Own failover.",
    ]


def test_a_mark_leads_to_its_passage_and_on_to_the_conversation(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = over_time(open_window())
    robot.press(AUGUST)

    assert robot.reads("From the note: Drills. Everybody is clever there.")
    robot.press("Open this conversation")
    assert robot.reads("Everybody is clever there.")
    assert robot.reads("Ask Marta")


def test_a_changed_goal_says_why_and_leads_to_the_goals(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = over_time(open_window())
    robot.press("Goals, Wednesday 2 September 2026. Goal changed: Own failover.")

    assert robot.reads("Because: People were not what drew her")
    robot.press("Open the goals")
    assert robot.reads("Goals")
    assert robot.reads("Own failover")


def test_an_achievement_seen_between_two_talks_is_a_mark_and_leads_to_where_it_was_kept(
    vault: OpenVault, told: Story, open_window: Callable[[], Robot]
) -> None:
    priya = people.everybody(vault.shared)[0].id
    for at, kind, words in (
        ("2026-10-05", MomentKind.ACHIEVEMENT, "Calm for forty minutes of outage"),
        ("2026-10-06", MomentKind.FEEDBACK, "Told her so"),
        ("2026-10-07", MomentKind.ACHIEVEMENT, ""),
    ):
        vault.clock.at = day(at)
        moments.note(vault.private, priya, kind, PrivateText(words))
    vault.clock.at = TODAY
    robot = over_time(open_window())

    (mark,) = [name for name in marks(robot) if "October" in name]
    assert mark.startswith("Achieved, as you saw it, Monday 5 October 2026.")
    robot.press(mark)
    assert robot.reads("Calm for forty minutes of outage")
    robot.press("Open what you kept between conversations")
    assert robot.reads("Between conversations with Priya")
    assert robot.text_in("Something they achieved, 5 October") == "Calm for forty minutes of outage"


def test_the_small_arc_on_the_persons_page_opens_the_large_one_at_the_same_mark(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = open_window()
    robot.press(NAME, "Side bar")
    robot.press(next(name for name in robot.names() if name.startswith(AUGUST)))

    assert robot.reads("Priya Nair over time")
    assert robot.reads("Conversation · Friday 14 August 2026")
    robot.keys("Esc")
    assert robot.has("Over time")


def test_the_arrows_walk_from_mark_to_mark_and_enter_reads(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = over_time(open_window())
    walk_into_the_arc(robot)

    assert here().startswith("Goals, Wednesday 2 September")
    robot.keys("Left")
    assert here().startswith("Contract v2")
    robot.keys("Up")
    assert here().startswith("Goals, Wednesday")
    robot.keys("Up")
    robot.keys("Up")
    assert here() == AUGUST
    robot.keys("Home")
    assert here().startswith("Goals, Tuesday 10 February")
    robot.keys("Left")
    assert here().startswith("Goals, Tuesday 10 February")
    robot.keys("End")
    robot.keys("Return")
    assert robot.reads("Because: People were not what drew her")
    robot.keys("Tab")
    assert not isinstance(QApplication.focusWidget(), MarkButton)


def test_keys_and_wheel_draw_it_closer_and_walking_on_keeps_the_mark_in_sight(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = over_time(open_window())
    everything = marks(robot)
    walk_into_the_arc(robot)
    for _ in range(6):
        robot.keys("+")
    assert len(marks(robot)) < len(everything)

    robot.keys("Home")
    assert here() == everything[0]
    assert isinstance(QApplication.focusWidget(), MarkButton)
    robot.keys("0")
    assert marks(robot) == everything

    wheel(robot.find("The arc", TimeLine), 120)
    wheel(robot.find("The arc", TimeLine), 120)
    wheel(robot.find("The arc", TimeLine), 120)
    assert len(marks(robot)) < len(everything)
    robot.press("Everything")
    assert marks(robot) == everything


def test_the_wheel_scrolls_the_page_unless_the_arc_is_meant(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = over_time(open_window())
    line = robot.find("The arc", TimeLine)

    assert not wheel(line, 120)
    assert wheel(line, 120, Qt.KeyboardModifier.ControlModifier)


def test_the_table_says_the_same_in_rows_and_leads_to_the_same_passages(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = over_time(open_window())
    robot.press("As a table")
    table = robot.find("The arc, as a table", QTableView)
    assert isinstance(table, QTableView)

    rows = [
        " · ".join(table.model().index(row, column).data() for column in range(3))
        for row in range(table.model().rowCount())
    ]
    assert rows == [
        "10 Feb 2026 · New goal · Lead the team",
        "14 Feb 2026 · Conversation · ",
        "14 Feb 2026 · Drains · The bug queue.",
        "14 Feb 2026 · Contract v1 agreed · ",
        "14 Aug 2026 · Conversation · ",
        "14 Aug 2026 · Gives energy · Drills.",
        "14 Aug 2026 · Drains · On-call.",
        "14 Aug 2026 · Proud of · The cut-over",
        "14 Aug 2026 · Contract v2 agreed · ",
        "2 Sept 2026 · Goal changed · Own failover, because: People were not what drew her",
    ]
    table.setFocus()
    table.selectRow(5)
    robot.keys("Return")
    assert robot.reads("From the note: Drills. Everybody is clever there.")


def test_nobody_is_told_of_an_arc_before_the_first_conversation(
    story: Story, open_window: Callable[[], Robot]
) -> None:
    story.person(NAME)
    story.person("Ama Boateng")
    robot = open_window()
    robot.press(NAME, "Side bar")

    assert not robot.has("Over time")


@pytest.mark.parametrize("count", [1, 40])
def test_the_arc_of_one_day_and_of_ten_years_keep_every_mark_in_sight(
    story: Story, open_window: Callable[[], Robot], count: int
) -> None:
    priya = story.person(NAME)
    for place in range(count):
        talk = story.ended(priya, TODAY - timedelta(days=91 * place, hours=1))
        story.kept(talk, "N7", Keeping(KeptAs.ACHIEVEMENT), f"Number {place}")
    robot = over_time(open_window())
    line = robot.find("The arc", TimeLine)

    shown = [b for b in line.findChildren(MarkButton) if b.isVisible()]
    assert len(shown) == 2 * count
    assert all(line.rect().contains(button.geometry()) for button in shown)
    lanes: dict[int, list[int]] = {button.y(): [] for button in shown}
    for button in shown:
        lanes[button.y()].append(button.geometry().center().x())
    for places in lanes.values():
        assert len(set(places)) == len(places)


def test_a_clock_set_back_and_a_day_to_come_are_drawn_where_they_are(
    vault: OpenVault, story: Story, open_window: Callable[[], Robot]
) -> None:
    priya = story.person(NAME)
    story.ended(priya, day("2026-02-28"))
    story.ended(priya, day("2028-02-29"))
    vault.clock.at = day("2019-01-01")
    robot = over_time(open_window())

    assert [name.split(". ")[0] for name in marks(robot)] == [
        "Conversation, Saturday 28 February 2026",
        "Conversation, Tuesday 29 February 2028",
    ]


def test_a_conversation_keeps_the_day_it_had_at_its_own_place(
    vault: OpenVault, story: Story
) -> None:
    priya = story.person(NAME)
    story.ended(priya, datetime.fromisoformat("2026-03-29T23:30:00+13:00"))

    assert [mark.on for mark in arc.arc(vault.private, priya).marks] == [date(2026, 3, 29)]


def test_energy_is_a_balance_and_nothing_where_nothing_was_kept() -> None:
    assert balance(0, 0) is None
    assert balance(1, 1) == 0
    assert balance(2, 0) == -(balance(0, 2) or 0)
    assert (balance(3, 0) or 0) > (balance(1, 0) or 0)
    assert (balance(1000, 0) or 0) < 1


@pytest.mark.usefixtures("qapp")
def test_the_printed_arc_is_marked_private_on_every_sheet(vault: OpenVault, story: Story) -> None:
    priya = story.person(NAME)
    for place in range(40):
        talk = story.ended(priya, TODAY - timedelta(days=91 * place))
        story.kept(talk, "N7", Keeping(KeptAs.ACHIEVEMENT), f"Number {place}, told at length")
        story.kept(talk, "N3", Keeping(KeptAs.DRAIN), "The queue")
    found = arc.arc(vault.private, priya)
    sheets = texts(arc_pdf(NAME, "today", Names("energy", ("a", "b", "c")), found, TODAY.date()))

    assert len(sheets) > 1
    assert all("Private. For nobody but you" in sheet for sheet in sheets)
    assert "Number 39, told at length" in sheets[0]
    assert "Number 0, told at length" in sheets[-1]


def test_an_empty_arc_prints_as_well(qtbot: QtBot) -> None:
    assert len(texts(arc_pdf(NAME, "", Names("energy"), Arc(), TODAY.date()))) == 1


def test_printing_says_what_became_of_it(
    told: Story, open_window: Callable[[], Robot], monkeypatch: pytest.MonkeyPatch
) -> None:
    robot = over_time(open_window())
    monkeypatch.setattr(printing, "find_printer", lambda: None)
    robot.press("Print for you alone…")
    assert robot.reads("No printer is set up on this computer.")

    monkeypatch.setattr(print_page, "print_page", lambda _parent, _pdf: "Office")
    robot.press("Print for you alone…")
    assert robot.reads("Given to Office.")


def walk_into_the_arc(robot: Robot) -> None:
    for _ in range(5):
        robot.keys("Tab")
        if isinstance(QApplication.focusWidget(), MarkButton):
            return
    raise AssertionError(f"The keyboard is at “{here()}”.")


def here() -> str:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget.accessibleName()


def wheel(
    widget: QWidget,
    turned: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> bool:
    """Turn the wheel over the middle of a widget; whether it took it."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    widget.wheelEvent(event)
    QApplication.processEvents()
    return event.isAccepted()


def texts(pdf: bytes) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]
