"""A labelled field holds whatever stands in it; a date can be pressed or written."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.look import week
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.flow_layout import FlowLayout

TODAY = date(2026, 11, 22)


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField("By when", TODAY)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_every_row_of_chips_that_wrap_is_seen_in_a_field(qtbot: QtBot) -> None:
    page, choices = QWidget(), QWidget()
    qtbot.addWidget(page)
    row = FlowLayout(choices)
    chips = [Chip(f"Choice number {n}") for n in range(6)]
    for chip in chips:
        row.addWidget(chip)
    QVBoxLayout(page).addWidget(Field("Which", choices))
    page.resize(260, 600)
    page.show()
    QApplication.processEvents()
    assert len({chip.y() for chip in chips}) > 2
    assert all(chip.geometry().bottom() <= choices.height() for chip in chips)


def test_a_calendar_follows_the_day_on_which_the_week_begins(field: DateField) -> None:
    try:
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            week.begin_on(day.value)
            QTest.mouseClick(field, Qt.MouseButton.LeftButton)
            calendar = field.findChild(QCalendarWidget)
            assert calendar is not None
            assert calendar.firstDayOfWeek() is day
            calendar.hide()
    finally:
        week.begin_on(None)


def test_a_press_on_an_empty_date_opens_the_calendar_and_writing_still_works(
    field: DateField,
) -> None:
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.isVisible()

    QTest.keyClick(QApplication.focusWidget() or calendar, Qt.Key.Key_3)
    assert not calendar.isVisible()
    QTest.keyClicks(field, " Dec")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.day() == date(2026, 12, 3)

    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert not calendar.isVisible()


def test_a_day_is_typed_as_it_is_said_and_counted_from_the_day_it_has_become(
    field: DateField,
) -> None:
    for turned, meant in ((22, 23), (23, 24)):
        field.turn_to(date(2026, 11, turned))
        field.set_day(None)
        QTest.keyClicks(field, "tomorrow")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.day() == date(2026, 11, meant)
        assert field.text() == f"{meant} Nov 2026"


def test_a_month_with_its_year_is_its_first_day(field: DateField) -> None:
    for written in ("march 2024", "Mar 2024"):
        field.set_day(None)
        QTest.keyClicks(field, written)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.day() == date(2024, 3, 1)


def test_a_field_that_keeps_room_does_not_push_what_stands_below(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field, below = Field("Group 5", LineField(""), keeps_room=True), Chip("Next")
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(below)
    column.addStretch(1)
    page.resize(400, 300)
    page.show()
    before = below.y()
    field.refuse("This is not that group.")
    QApplication.processEvents()
    assert below.y() == before
