"""Where words begin and cards end: edges that the eye runs along."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import KeptId
from desktop.domain.moments import MomentKind
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import GoalWording
from desktop.services import goals, plans
from desktop.services.private import moments, themes
from desktop.ui.look import spacing
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.card import Card
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window
from tests.ui.pages.story import Story, day

BEARING = 2
"""Pixels: no two letters begin equally far inside their own room."""

HEARD = "Nobody can tell how one gets from here to there"
GOAL = "One big system that is hers, and less firefighting"


@pytest.fixture
def window(vault: OpenVault, qtbot: QtBot) -> Iterator[MainWindow]:
    story = Story(vault)
    priya = story.person("Priya Nair")
    for month in range(1, 10):
        talk = story.agreed(priya, day(f"2026-{month:02}-20"))
    story.kept(talk, "K5", Keeping(KeptAs.THEME), HEARD)
    (raised,) = themes.without_theme(vault.private)
    themes.name(vault.private, KeptId(raised.kept), PrivateText("The way up"))
    which = goals.write(vault.shared, priya, GoalWording(GOAL, "2 years")).value
    moments.note(vault.private, priya, MomentKind.FEEDBACK, PrivateText("Clear"), which)
    plans.book(vault.shared, priya, plans.Booking(date(2026, 11, 30), "10:00", "60"))
    with a_window(vault) as window:
        yield window


def left_of(window: MainWindow, part: QWidget) -> int:
    """Return where the first ink of a part stands in the window."""
    picture = part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = picture.pixel(picture.width() - 1, 0)
    columns, rows = range(picture.width()), range(picture.height())
    first = next(x for x in columns if any(picture.pixel(x, y) != ground for y in rows))
    return part.mapTo(window, QPoint(first, 0)).x()


def stand_on_one_edge(window: MainWindow, above: str, link: str) -> bool:
    robot = Robot(window)
    words = next(w for w in robot.root.findChildren(QWidget) if says(w, above))
    return abs(left_of(window, words) - left_of(window, robot.find(link, QWidget))) <= BEARING


def says(part: QWidget, words: str) -> bool:
    text = getattr(part, "text", None)
    return part.isVisible() and text is not None and words in text()


@pytest.mark.parametrize(
    ("way", "above", "link"),
    [
        (("Themes",), HEARD, "Take it out"),
        (("Priya Nair", "Details", "Keep, archive or delete…"), "With its notes", "Show all 9"),
        (("Priya Nair", "Prepare"), "First: ", "Choose"),
        (("Priya Nair", "Prepare", "Paper sheet"), "No name, no note", "Choose other questions"),
    ],
)
def test_a_link_stands_on_the_edge_of_the_words_above_it(
    window: MainWindow, qtbot: QtBot, way: tuple[str, ...], above: str, link: str
) -> None:
    robot = Robot(window)
    robot.press(way[0], within="Side bar")
    for words in way[1:]:
        robot.press(words)
    qtbot.wait(50)

    assert stand_on_one_edge(window, above, link)


@pytest.mark.parametrize("further", [(), ("Look at the backups…",)])
def test_a_card_ends_where_its_words_end(
    window: MainWindow, qtbot: QtBot, further: tuple[str, ...]
) -> None:
    robot = Robot(window)
    robot.press("Vault and keys", within="Side bar")
    for words in further:
        robot.press(words)
    qtbot.wait(50)

    cards = [card for card in window.findChildren(Card) if card.isVisible()]
    assert cards
    for card in cards:
        parts = [p for p in card.findChildren(QWidget) if p.isVisible() and says(p, "")]
        lowest = max(part.mapTo(card, QPoint(0, part.height())).y() for part in parts)
        assert card.height() - lowest <= spacing.CARD_PADDING + 4


def test_a_goal_is_named_whole_where_there_is_room_for_it(window: MainWindow) -> None:
    robot = Robot(window)
    robot.press("Priya Nair", within="Side bar")
    robot.press("Noticed")
    robot.press("Between conversations")

    link = robot.find(f"For “{GOAL}”", QWidget)
    assert link.width() >= link.sizeHint().width()
