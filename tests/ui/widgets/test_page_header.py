"""The words above a page are read before its buttons, and never squeezed by them."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.page import PageHeader
from desktop.ui.widgets.text import Muted

LINE = "Sunday 22 November. Two of your own commitments come first."


def test_buttons_stand_below_a_line_that_would_be_broken_more_than_once(qtbot: QtBot) -> None:
    header, button = PageHeader("Today", LINE), PrimaryButton("Start a conversation")
    qtbot.addWidget(header)
    header.add(button)
    header.show()
    line = next(label for label in header.findChildren(Muted) if label.text() == LINE)

    below: list[int] = []
    beside: list[int] = []
    for width in (380, 900):
        header.resize(width, 200)
        QApplication.processEvents()
        top = button.mapTo(header, button.rect().topLeft()).y()
        (below if top >= line.geometry().bottom() else beside).append(width)
    assert below == [380]
    assert beside == [900]
