"""The card that is read aloud shows every word of it."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PersonId
from desktop.services import wording
from desktop.ui.desk import Desk
from desktop.ui.pages.prepare.notes_page import NotesPage


@pytest.mark.parametrize("width", [900, 1067, 1400, 1900])
def test_no_line_of_the_card_is_cut_however_wide_the_window(
    desk: Desk, priya: PersonId, qtbot: QtBot, width: int
) -> None:
    page = NotesPage(desk)
    page.show_person(priya)
    page.resize(width, 700)
    with qtbot.waitExposed(page):
        page.show()

    words = [label for label in page.findChildren(QLabel) if label.isVisible()]

    assert any(wording.notes_card().last in label.text() for label in words)
    cut = [label.text() for label in words if label.height() < label.heightForWidth(label.width())]
    assert cut == []
    page.hide()
    page.deleteLater()
