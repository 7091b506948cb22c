"""The look dresses what is open, follows the system and grows with the text size."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import look
from desktop.ui.widgets.avatar import Avatar
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.card import Card, PrivatePanel
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import GrowingEditor, LineField, PlainEditor
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.key_hint import KeyHint
from desktop.ui.widgets.text import Body, ElidedLabel, Title


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    look.apply(qapp, "light")
    yield
    look.apply(qapp, "light")


def test_the_shipped_fonts_are_there() -> None:
    assert {"Inter", "Source Serif 4"} <= set(QFontDatabase.families())


def test_an_open_card_and_field_change_with_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    card = Card("Yours to keep")
    field = LineField("Name")
    card.body.addWidget(field)
    qtbot.addWidget(card)
    card.resize(300, 200)
    card.show()

    look.apply(qapp, "dark")

    picture = card.grab().toImage()
    assert picture.pixelColor(150, 6) == QColor(look.current().theme.surface)
    assert look.current().theme.dark
    inside = field.geometry().topLeft()
    assert picture.pixelColor(inside.x(), inside.y() + 20) == QColor(look.current().theme.line)


def test_a_private_panel_is_plum_and_nothing_else_is(qapp: QApplication, qtbot: QtBot) -> None:
    panel = PrivatePanel("Your notes, private")
    qtbot.addWidget(panel)
    panel.resize(300, 120)
    panel.show()

    picture = panel.grab().toImage()

    assert picture.pixelColor(1, 60) == QColor(look.current().theme.private)
    assert picture.pixelColor(200, 100) == QColor(look.current().theme.private_ground)


def test_text_at_twice_the_size_is_twice_as_wide_and_high(qapp: QApplication) -> None:
    title = Title("Summary and contract")
    before = title.sizeHint()

    look.apply(qapp, "light", text_scale=2.0)

    assert title.sizeHint().width() == pytest.approx(2 * before.width(), rel=0.03)
    assert title.sizeHint().height() == pytest.approx(2 * before.height(), rel=0.05)


def test_words_measured_before_a_look_is_worn_are_as_wide_as_ever(qapp: QApplication) -> None:
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop.ui.widgets.text import Title\n"
        "app = QApplication([])\n"
        "print(Title('Summary and contract').sizeHint().width())"
    )

    measured = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert int(measured.stdout) == Title("Summary and contract").sizeHint().width()


@pytest.mark.parametrize("role", ["label", "body", "serif", "quotation", "title", "question"])
def test_every_role_grows_evenly_although_qt_draws_whole_pixels(
    qapp: QApplication, role: str
) -> None:
    sentence = "Picture your role six months from now exactly as you would like it."
    widths = []
    for scale in (1.0, 1.25, 1.5, 2.0):
        look.apply(qapp, "light", text_scale=scale)
        widths.append(QFontMetricsF(look.current().font(role)).horizontalAdvance(sentence) / scale)

    assert max(widths) / min(widths) < 1.02


@pytest.mark.parametrize(
    "make",
    [
        lambda: PrimaryButton("Next question", shortcut="Alt+Right"),
        lambda: Avatar("Priya Nair"),
        lambda: Chip("Energy"),
        lambda: KeyHint("Ctrl+Return"),
        lambda: Glyph("lock"),
        lambda: Title("Today"),
        lambda: ElidedLabel("Priya Nair"),
        lambda: Tick("An hour of its own is booked"),
        lambda: GrowingEditor("Summary"),
        lambda: DateField("By when", date(2026, 11, 22)),
    ],
)
def test_what_is_on_the_screen_grows_at_once(
    make: Callable[[], QWidget], qapp: QApplication, qtbot: QtBot
) -> None:
    page = QWidget()
    row = QHBoxLayout(page)
    widget = make()
    row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    qtbot.addWidget(page)
    page.resize(900, 200)
    page.show()
    before = widget.height()

    look.apply(qapp, "light", text_scale=2.0)
    qapp.processEvents()

    assert widget.height() > 1.4 * before


def test_whoever_paints_hears_of_a_new_look(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changes().changed, timeout=1000):
        look.apply(qapp, "dark")


def test_the_system_scheme_is_worn_and_followed(qapp: QApplication) -> None:
    look.apply(qapp, "system")
    is_dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark

    assert look.current().theme.dark == is_dark


def test_text_in_an_editor_takes_the_ink_of_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    editor = PlainEditor("Notes")
    editor.set_text("█" * 40)
    qtbot.addWidget(editor)
    editor.resize(300, 100)
    editor.show()

    look.apply(qapp, "dark")

    colours = {
        editor.grab(QRect(0, 0, 200, 60)).toImage().pixelColor(x, 10).name()
        for x in range(0, 200, 5)
    }
    assert QColor(look.current().theme.ink).name() in colours


def test_words_never_shown_before_are_measured_in_the_new_look(qapp: QApplication) -> None:
    body = Body("A line of words")
    small = body.sizeHint().height()

    look.apply(qapp, "light", text_scale=2.0)

    assert body.sizeHint().height() == 2 * small
