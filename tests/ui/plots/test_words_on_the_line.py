"""Words in a picture over time stay readable where a line would run through them."""

from datetime import date

import pytest
from PySide6.QtGui import QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from desktop.ui import look
from desktop.ui.plots.marks import Mark, MarkButton
from desktop.ui.plots.picture import Names
from desktop.ui.plots.time_line import TimeLine

TODAY = date(2026, 11, 22)
WORDS = "on-call, every second week"


@pytest.mark.parametrize("level", [-0.5, -0.4, -0.3, -0.2, 0.2, 0.3, 0.4, 0.5])
def test_the_line_from_which_energy_is_seen_does_not_run_through_a_label(
    qtbot: QtBot, level: float
) -> None:
    line = TimeLine("The arc", Names("energy"))
    qtbot.addWidget(line)
    line.resize(700, line.sizeHint().height())
    over, under = (WORDS, "") if level < 0 else ("", WORDS)
    before = Mark("before", date(2026, 1, 1), "Before.")
    marks = (before, Mark("a", date(2026, 6, 1), "Here.", level=level, words=over, under=under))
    line.tell(marks, TODAY)
    line.show()
    picture = line.grab().toImage()

    row = ground_line(picture)
    drawn = picture.pixelColor(60, row)
    half = round(QFontMetricsF(look.current().font("label")).horizontalAdvance(WORDS) / 2)
    buttons = line.findChildren(MarkButton)
    (mark,) = (each.geometry().center() for each in buttons if each.accessibleName() == "Here.")
    label = range(mark.x() - half, mark.x() + half)
    ways_through = [x for x in label if picture.pixelColor(x, row) == drawn]
    assert not ways_through or len(ways_through) == len(label), "it runs through between letters"


def ground_line(picture: QImage) -> int:
    """Return the one row that differs where nothing else is drawn."""
    nothing = picture.pixelColor(60, 40)
    return next(y for y in range(41, picture.height()) if picture.pixelColor(60, y) != nothing)
