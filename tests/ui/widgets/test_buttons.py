"""Buttons press by mouse, by key and by the shortcut that is printed on them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import look
from desktop.ui.widgets.buttons import (
    Button,
    LinkButton,
    MinorButton,
    PlainButton,
    PrimaryButton,
    QuietButton,
    SmallButton,
)
from desktop.ui.widgets.card import NoticePanel
from desktop.ui.widgets.chips import SayRow
from desktop.ui.widgets.key_hint import KeyHint, cap_text

KINDS = [PrimaryButton, PlainButton, SmallButton, MinorButton, LinkButton, QuietButton]


def on_a_page(qtbot: QtBot, *buttons: QWidget) -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    for button in buttons:
        row.addWidget(button)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_the_printed_shortcut_presses_the_button_at_once(kind: type[Button], qtbot: QtBot) -> None:
    button = kind("Next question", shortcut="Alt+Right")
    page = on_a_page(qtbot, button)

    with qtbot.waitSignal(button.clicked, timeout=20):
        QTest.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)


def test_the_line_of_the_focus_is_as_long_as_the_words_above_it(qtbot: QtBot) -> None:
    panel = NoticePanel("This file is not encrypted.", action="I understand")
    page = on_a_page(qtbot, panel)
    page.resize(900, 120)
    panel.action.setFocus()
    drawn = panel.action.grab().toImage()
    ring = look.current().colour("focus")
    reach = [x for x in range(drawn.width()) if drawn.pixelColor(x, drawn.height() - 2) == ring]
    assert reach
    assert max(reach) < drawn.width() / 3


def test_the_shortcut_of_a_disabled_button_does_nothing(qtbot: QtBot) -> None:
    button = PrimaryButton("Next question", shortcut="Alt+Right")
    button.setEnabled(False)
    page = on_a_page(qtbot, button)

    with qtbot.assertNotEmitted(button.clicked, wait=50):
        QTest.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("kind", [PlainButton, SayRow])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter])
def test_enter_and_space_press_the_focused_button(
    kind: type[PlainButton | SayRow], key: Qt.Key, qtbot: QtBot
) -> None:
    button = kind("Not now")
    page = on_a_page(qtbot, button)
    button.setFocus()
    assert page.focusWidget() is button

    with qtbot.waitSignal(button.clicked, timeout=200):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_reader_hears_the_words_and_the_keys(kind: type[Button], qtbot: QtBot) -> None:
    button = kind("Research & development", shortcut="Ctrl+N")
    qtbot.addWidget(button)

    assert button.accessibleName() == "Research & development"
    assert button.label() == "Research & development"
    assert button.accessibleDescription() == "Ctrl+N"


def test_an_ampersand_never_becomes_a_hidden_shortcut(qtbot: QtBot) -> None:
    button = PlainButton("R&D")
    qtbot.addWidget(button)

    assert button.shortcut().isEmpty()


@pytest.mark.parametrize(
    ("keys", "printed"),
    [
        ("Ctrl+N", "Ctrl N"),
        ("Alt+Right", "Alt →"),
        ("Ctrl+Return", "Ctrl ↵"),
        ("Ctrl+Shift+N", "Ctrl ⇧ N"),
        ("F11", "F11"),
        ("Esc", "Esc"),
        ("Ctrl++", "Ctrl +"),
    ],
)
def test_keys_are_printed_as_on_a_keyboard(keys: str, printed: str) -> None:
    assert cap_text(keys) == printed


def test_a_key_hint_says_its_keys(qtbot: QtBot) -> None:
    hint = KeyHint("Ctrl+Return")
    qtbot.addWidget(hint)

    assert hint.accessibleName() == "Ctrl+Return"


def test_words_without_room_are_shortened_and_whole_on_hover(qtbot: QtBot) -> None:
    button = PlainButton("Make the case for <b>promotion</b> to Ruth")
    page = on_a_page(qtbot, button)
    page.setMaximumWidth(140)
    QApplication.processEvents()

    point = QPointF(5, 5)
    QApplication.sendEvent(button, QEnterEvent(point, point, button.mapToGlobal(point)))

    assert "&lt;b&gt;promotion&lt;/b&gt; to Ruth" in button.toolTip()


def test_the_focus_can_be_seen(qtbot: QtBot) -> None:
    first, second = PlainButton("Back"), PlainButton("Not now")
    page = on_a_page(qtbot, first, second)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    assert page.focusWidget() is first

    edge = QPoint(1, first.height() // 2)
    focused = first.grab().toImage().pixelColor(edge)
    plain = second.grab().toImage().pixelColor(edge)

    assert focused.name().upper() == look.current().theme.focus
    assert plain != focused


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_a_sign_in_a_narrow_margin_is_seen_whole(
    qtbot: QtBot, qapp: QApplication, text_scale: float
) -> None:
    look.apply(qapp, "light", text_scale=text_scale)
    try:
        cross = QuietButton("", glyph="cross")
        cross.setFixedWidth(18)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = on_a_page(qtbot, cross)
        seen = cross.grab().toImage()
        page.hide()
        ground = seen.pixelColor(0, 0)
        inked = {
            x
            for x in range(seen.width())
            for y in range(seen.height())
            if seen.pixelColor(x, y) != ground
        }
        assert min(inked) > 0
        assert max(inked) < seen.width() - 1
    finally:
        look.apply(qapp, "light")
