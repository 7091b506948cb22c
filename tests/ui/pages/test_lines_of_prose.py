"""Prose in wide cards: lines that the eye can follow, in cards as wide as before."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import GoalWording
from desktop.domain.signals import SignalKind
from desktop.services import goals
from desktop.services.private import signals
from desktop.ui import look
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Text
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window
from tests.ui.pages.story import Story, day

WAYS = {
    "Vault and keys": (),
    "About Onward": ("About Onward",),
    "Backups": ("Look at the backups…",),
}
LONG = (
    "To own the hard reliability problems from the first drawing to the last drill, next to two "
    "or three people who are better at them, and to be asked before the plan is made"
)
WITH_PRIYA: dict[str, tuple[str, ...]] = {
    "overview": (),
    "keeping": ("Details", "Keep, archive or delete…"),
    "noticed": ("Noticed",),
    "goals": ("Goals",),
    "before feedback": ("Before giving feedback",),
    "over time": ("Over time",),
    "between the lines": ("Over time", "What comes again", "Between the lines, for you alone"),
    "the sweet spot": ("The sweet spot",),
    "when it does not fit": ("When it does not fit here",),
    "from paper": ("Other kinds of conversation", "Type in from paper…"),
    "choosing": ("Other kinds of conversation", "Choose the questions…"),
}


@pytest.fixture
def window(vault: OpenVault, qtbot: QtBot) -> Iterator[MainWindow]:
    made = vault.backups.make()
    content = bytearray(made.read_bytes())
    content[9000] ^= 1
    made.write_bytes(content)
    with a_window(vault) as window:
        window.resize(1720, 1000)
        Robot(window).press("Vault and keys", within="Side bar")
        yield window


def inked(text: Text) -> int:
    """Return how far to the right the words reach, in pixels."""
    picture = text.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = picture.pixel(picture.width() - 1, 0)
    columns = range(picture.width() - 1, -1, -1)
    rows = range(picture.height())
    return next((x for x in columns if any(picture.pixel(x, y) != ground for y in rows)), 0)


def long_ones(window: MainWindow) -> list[Text]:
    texts = [text for text in window.findChildren(Text) if text.isVisible() and text.wraps]
    return [text for text in texts if len(text.text()) > 90 and "\n" not in text.text()]


def can_be_read(window: MainWindow) -> None:
    for text in long_ones(window):
        assert inked(text) <= look.current().measure(text.role), text.text()
        assert text.height() >= text.heightForWidth(text.width()), text.text()


@pytest.fixture
def told(vault: OpenVault, qtbot: QtBot) -> Iterator[MainWindow]:
    """A wide window over somebody who has told a lot."""
    story = Story(vault)
    priya = story.person("Priya Nair")
    talk = story.agreed(priya, day("2026-08-20"))
    for question, kept_as in (
        ("N3", KeptAs.DRAIN),
        ("N9", KeptAs.LEARNING),
        ("D5", KeptAs.INTEREST),
    ):
        story.kept(talk, question, Keeping(kept_as), LONG)
    story.kept(talk, "D1", Keeping(KeptAs.GOAL, "3 years"), LONG)
    goals.write(vault.shared, priya, GoalWording(LONG, "2 years"))
    signals.notice(vault.private, priya, SignalKind.LESS_DRIVE, PrivateText(LONG))
    with a_window(vault) as window:
        window.resize(1720, 1000)
        yield window


@pytest.mark.parametrize("page", WITH_PRIYA)
def test_nor_on_the_pages_about_a_person(told: MainWindow, qtbot: QtBot, page: str) -> None:
    robot = Robot(told)
    robot.press("Priya Nair", within="Side bar")
    for words in WITH_PRIYA[page]:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            next(action for action in menu.actions() if words in action.text()).trigger()
            menu.close()
        else:
            robot.press(words)
    qtbot.wait(50)

    assert long_ones(told)
    can_be_read(told)


@pytest.mark.parametrize("page", ["Themes", "Opportunities"])
def test_nor_where_a_page_says_what_will_stand_on_it(window: MainWindow, page: str) -> None:
    Robot(window).press(page, within="Side bar")

    assert long_ones(window)
    can_be_read(window)


@pytest.mark.parametrize("page", WAYS)
def test_no_line_is_longer_than_one_can_read(window: MainWindow, page: str) -> None:
    for words in WAYS[page]:
        Robot(window).press(words)

    assert long_ones(window)
    can_be_read(window)


def test_what_a_look_inside_tells_is_no_longer_either(window: MainWindow, qtbot: QtBot) -> None:
    robot = Robot(window)
    robot.press("Look at the backups…")
    before = len(long_ones(window))
    robot.press("Look inside")
    qtbot.waitUntil(lambda: len(long_ones(window)) > before, timeout=20_000)
    qtbot.wait(50)

    can_be_read(window)


def test_the_cards_stay_as_wide_as_the_page(window: MainWindow) -> None:
    widths = {card.width() for card in window.findChildren(Card) if card.isVisible()}
    assert min(widths) > 1000


def test_the_lines_follow_the_size_of_the_text(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    before = look.current().measure("body")
    look.apply(qapp, "light", text_scale=1.3)
    try:
        qtbot.wait(50)
        widest = max(inked(text) for text in long_ones(window) if text.role == "body")
        assert before < widest <= look.current().measure("body")
    finally:
        look.apply(qapp, "light")
