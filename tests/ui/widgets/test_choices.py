"""Dots, chips, ticks, dates, tabs and side bar rows by mouse, by keyboard and by ear."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.avatar import Avatar, Status, StatusDot, initials
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dots import Dot, DotState, ProgressDots
from desktop.ui.widgets.editors import LineField, PassphraseField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.nav import NavEntry, NavList, NavRow, PersonEntry
from desktop.ui.widgets.tabs import Tabs
from desktop.ui.widgets.typed_days import read_date

TODAY = date(2026, 11, 22)
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def shown(qtbot: QtBot, widget: QWidget, width: int = 300, height: int = 60) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitExposed(widget)
    widget.setFocus()


@pytest.fixture
def dots(qtbot: QtBot) -> ProgressDots:
    row = ProgressDots("Where do you want to go?")
    states = [DotState.ANSWERED] * 2 + [DotState.CURRENT, DotState.NOT_NOW] + [DotState.OPEN] * 5
    row.set_dots(tuple(Dot(state, f"Question {n}") for n, state in enumerate(states, 1)))
    shown(qtbot, row)
    return row


def test_the_dots_say_where_one_is(dots: ProgressDots) -> None:
    assert dots.accessibleName() == "Where do you want to go?, 3 of 9"
    assert dots.accessibleDescription() == "Question 3 (current)"


def test_keys_move_among_the_dots_and_choose_one(dots: ProgressDots, qtbot: QtBot) -> None:
    QTest.keyClick(dots, Qt.Key.Key_Right)
    assert dots.accessibleName().endswith("4 of 9")
    assert dots.accessibleDescription() == "Question 4 (not now)"

    with qtbot.waitSignal(dots.chosen) as choice:
        QTest.keyClick(dots, Qt.Key.Key_Return)

    assert choice.args == [3]


def test_a_click_chooses_the_dot_under_it(dots: ProgressDots, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dots.chosen) as choice:
        QTest.mouseClick(dots, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))

    assert choice.args == [0]


def test_dots_without_room_go_on_in_the_next_row(dots: ProgressDots) -> None:
    assert dots.heightForWidth(80) > dots.heightForWidth(400)


def test_no_dots_at_all_are_no_trouble(qtbot: QtBot) -> None:
    row = ProgressDots("Stage")
    shown(qtbot, row)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Return):
        QTest.keyClick(row, key)

    assert row.accessibleName() == "Stage, 0 of 0"


def test_a_chip_turns_over_and_says_so(qtbot: QtBot) -> None:
    chip = Chip("Energy")
    shown(qtbot, chip)

    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert chip.isChecked()


def test_nothing_moves_when_a_chip_is_chosen(qtbot: QtBot) -> None:
    chip = Chip("Commitment idea")
    qtbot.addWidget(chip)
    before = chip.sizeHint()

    chip.setChecked(True)

    assert chip.sizeHint() == before


def test_a_tick_is_ticked_by_its_words_and_by_space(qtbot: QtBot) -> None:
    tick = Tick("Head cleared: this is about her")
    shown(qtbot, tick)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(80, 10))
    assert tick.isChecked()

    QTest.keyClick(tick, Qt.Key.Key_Space)

    assert not tick.isChecked()
    assert tick.accessibleName() == "Head cleared: this is about her"


@pytest.fixture
def by_when(qtbot: QtBot) -> DateField:
    field = DateField("By when", TODAY)
    field.setLocale(ENGLISH)
    shown(qtbot, field, 140, 30)
    return field


def test_an_empty_date_says_that_there_is_none_yet(by_when: DateField) -> None:
    assert by_when.day() is None
    assert by_when.placeholderText() == "no date yet"
    assert by_when.accessibleDescription() == "no date yet"


def test_a_date_reads_short_and_is_whole_on_hover(by_when: DateField) -> None:
    by_when.set_day(date(2026, 12, 18))

    assert by_when.text() == "18 Dec 2026"
    assert by_when.toolTip() == "Friday, 18 December 2026"
    assert by_when.accessibleDescription() == "Friday, 18 December 2026"


def test_a_typed_date_is_announced(by_when: DateField, qtbot: QtBot) -> None:
    QTest.keyClicks(by_when, "18.12.2026")
    with qtbot.waitSignal(by_when.day_changed) as change:
        QTest.keyClick(by_when, Qt.Key.Key_Return)

    assert change.args == [date(2026, 12, 18)]
    assert by_when.text() == "18 Dec 2026"


def test_what_is_no_date_stays_and_is_explained(by_when: DateField, qtbot: QtBot) -> None:
    by_when.set_day(date(2026, 12, 18))
    by_when.selectAll()
    QTest.keyClicks(by_when, "soonish")
    with qtbot.assertNotEmitted(by_when.day_changed, wait=20):
        QTest.keyClick(by_when, Qt.Key.Key_Return)

    assert by_when.text() == "soonish"
    assert by_when.day() == date(2026, 12, 18)
    assert "22\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026" in by_when.accessibleDescription()


def test_an_emptied_date_is_none(by_when: DateField, qtbot: QtBot) -> None:
    by_when.set_day(date(2026, 12, 18))
    by_when.selectAll()
    QTest.keyClick(by_when, Qt.Key.Key_Delete)
    with qtbot.waitSignal(by_when.day_changed) as change:
        QTest.keyClick(by_when, Qt.Key.Key_Return)

    assert change.args == [None]


def test_arrow_keys_move_the_date_by_a_day(by_when: DateField, qtbot: QtBot) -> None:
    by_when.set_day(date(2026, 12, 31))
    QTest.keyClick(by_when, Qt.Key.Key_Up)

    assert by_when.day() == date(2027, 1, 1)


def test_a_day_is_chosen_in_the_calendar(by_when: DateField, qtbot: QtBot) -> None:
    by_when.set_day(date(2026, 12, 18))
    by_when.open_calendar()
    calendar = by_when.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().toPython() == date(2026, 12, 18)
    view = QApplication.focusWidget()
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(by_when.day_changed) as change:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert change.args == [date(2026, 12, 19)]
    assert not calendar.isVisible()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("18 Dec 2026", date(2026, 12, 18)),
        ("18 december 2026", date(2026, 12, 18)),
        ("2026-12-18", date(2026, 12, 18)),
        ("18/12/2026", date(2026, 12, 18)),
        ("18 Dec", date(2026, 12, 18)),
        ("3 Feb", date(2027, 2, 3)),
        ("29 Feb", date(2028, 2, 29)),
        ("22 Nov", TODAY),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 21)),
        ("friday", date(2026, 11, 27)),
        ("on Mon", date(2026, 11, 23)),
        ("Sunday", date(2026, 11, 29)),
        ("in 3 weeks", date(2026, 12, 13)),
        ("next Thursday", date(2026, 11, 26)),
        ("next sun", date(2026, 11, 29)),
        ("in a month", date(2026, 12, 22)),
        ("in 999 years", date(3025, 11, 22)),
        ("in 5 somethings", None),
        ("31 Feb 2027", None),
        ("next week", None),
        ("", None),
    ],
)
def test_dates_are_read_as_people_write_them(typed: str, read: date | None) -> None:
    assert read_date(typed, ENGLISH, TODAY) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("20 Nov", date(2026, 11, 20)),
        ("3 Dec", date(2025, 12, 3)),
        ("22 Nov", TODAY),
        ("29 Feb", date(2024, 2, 29)),
        ("friday", date(2026, 11, 20)),
        ("last Sunday", date(2026, 11, 15)),
        ("on sat", date(2026, 11, 21)),
        ("3 days ago", date(2026, 11, 19)),
        ("a year ago", date(2025, 11, 22)),
        ("9999 years ago", None),
        ("yesterday", date(2026, 11, 21)),
        ("3 Dec 2026", date(2026, 12, 3)),
        ("tomorrow", date(2026, 11, 23)),
    ],
)
def test_where_the_past_is_asked_for_a_day_is_the_last_such_day(
    typed: str, read: date | None
) -> None:
    assert read_date(typed, ENGLISH, TODAY, past=True) == read


@pytest.fixture
def nav(qtbot: QtBot) -> NavList:
    group = NavList("Pages")
    group.set_entries(
        [
            NavEntry("today", "Today", 5, "5 things today"),
            PersonEntry("priya", "Priya Nair", Status.SOON, "due today"),
        ]
    )
    shown(qtbot, group, 190, 80)
    return group


def rows(group: NavList) -> list[NavRow]:
    return group.findChildren(NavRow)


def test_the_name_of_a_page_takes_a_second_line_rather_than_being_shortened(qtbot: QtBot) -> None:
    group = NavList("Pages")
    group.set_entries([NavEntry("good", "What good looks like"), NavEntry("today", "Today", 12)])
    shown(qtbot, group, 120, group.heightForWidth(120))
    good, today = rows(group)
    assert good.height() > today.height()
    assert not good.toolTip()


def test_a_row_says_its_count_and_status(nav: NavList) -> None:
    today, priya = rows(nav)

    assert (today.accessibleName(), today.accessibleDescription()) == ("Today", "5 things today")
    assert (priya.accessibleName(), priya.accessibleDescription()) == ("Priya Nair", "due today")


def test_a_pressed_row_asks_and_is_marked_only_when_chosen(nav: NavList, qtbot: QtBot) -> None:
    priya = rows(nav)[1]
    with qtbot.waitSignal(nav.chosen) as choice:
        QTest.mouseClick(priya, Qt.MouseButton.LeftButton)
    assert choice.args == ["priya"]
    assert not priya.isChecked()

    nav.choose("priya")

    assert [row.isChecked() for row in rows(nav)] == [False, True]


def test_up_and_down_move_among_the_rows_and_enter_presses(nav: NavList, qtbot: QtBot) -> None:
    today, priya = rows(nav)
    today.setFocus()
    QTest.keyClick(today, Qt.Key.Key_Down)
    assert priya.hasFocus()

    with qtbot.waitSignal(nav.chosen) as choice:
        QTest.keyClick(priya, Qt.Key.Key_Return)

    assert choice.args == ["priya"]


def test_the_tab_key_stops_once_however_many_rows_there_are(qtbot: QtBot) -> None:
    window = QWidget()
    group, after = NavList("People"), QPushButton("After")
    people = [PersonEntry(str(n), f"Person {n}", Status.WELL, "on track") for n in range(50)]
    group.set_entries(people)
    column = QVBoxLayout(window)
    column.addWidget(group)
    column.addWidget(after)
    group.choose("7")
    shown(qtbot, window, 190, 900)
    seventh, eighth = rows(group)[7:9]
    qtbot.waitUntil(window.isActiveWindow)
    seventh.setFocus()

    QTest.keyClick(seventh, Qt.Key.Key_Down)
    assert eighth.hasFocus()
    QTest.keyClick(eighth, Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert eighth.hasFocus()


def test_new_entries_keep_the_place_of_the_keyboard(nav: NavList) -> None:
    rows(nav)[0].setFocus()

    nav.set_entries([NavEntry("today", "Today", 4), NavEntry("people", "People")])

    assert rows(nav)[0].hasFocus()
    assert [row.accessibleName() for row in rows(nav)] == ["Today", "People"]


def test_tabs_are_walked_with_the_arrows_and_only_a_press_turns_the_page(qtbot: QtBot) -> None:
    tabs = Tabs({"overview": "Overview", "talks": "Conversations", "rd": "R&D"})
    tabs.choose("overview")
    shown(qtbot, tabs, 500, 40)
    heard: list[str] = []
    tabs.chosen.connect(heard.append)
    first = tabs.findChildren(QPushButton)[0]
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Right)
    here = tabs.window().focusWidget()

    assert heard == []
    assert here is not None
    assert here.accessibleName() == "Conversations"
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert heard == ["talks"]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Priya Nair", "PN"), ("Jun", "J"), ("maría de la o", "MO"), ("", ""), ("  ", "")],
)
def test_initials_are_first_and_last(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_dot_never_stands_without_words(qtbot: QtBot) -> None:
    dot, face = StatusDot(Status.LATE, "2 days late"), Avatar("Priya Nair")
    qtbot.addWidget(dot)
    qtbot.addWidget(face)

    assert dot.accessibleName() == dot.toolTip() == "2 days late"
    assert face.accessibleName() == "Priya Nair"


def test_a_refused_field_says_why_and_forgets_it_when_accepted(qtbot: QtBot) -> None:
    field = Field("Name", LineField("Name"), hint="As you call each other")
    shown(qtbot, field, 300, 120)

    field.refuse("A person needs a name.")
    assert field.refusal() == "A person needs a name."
    assert field.editor.accessibleDescription() == "A person needs a name."

    field.accept()
    assert field.refusal() == ""
    assert field.editor.accessibleDescription() == "As you call each other"


def test_a_field_names_its_editor_and_gives_it_the_focus(qtbot: QtBot) -> None:
    page = QWidget()
    field = Field("Passphrase", PassphraseField(""))
    QVBoxLayout(page).addWidget(field)
    shown(qtbot, page, 300, 120)

    field.setFocus()

    assert field.editor.accessibleName() == "Passphrase"
    qtbot.waitUntil(field.editor.hasFocus)


def test_chips_without_room_go_on_in_the_next_row(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    flow = FlowLayout()
    column.addLayout(flow)
    column.addStretch(1)
    chips = [Chip(text) for text in ("Energy", "Drain", "Their words", "Theme", "Commitment idea")]
    for chip in chips:
        flow.addWidget(chip)
    shown(qtbot, page, 240, 300)

    assert chips[0].y() < chips[-1].y()
    assert all(chip.geometry().right() <= 240 for chip in chips)
