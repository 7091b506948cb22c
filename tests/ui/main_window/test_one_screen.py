"""The page of a person needs no scrolling at 1280×800, whatever stands on it (product B2)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.domain.errors import Trouble
from desktop.domain.ids import PersonId
from desktop.domain.motivations import Motivation
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.services import plans
from desktop.services.plans import Booking
from desktop.services.private import notes
from desktop.ui import look
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.person import PersonPage
from desktop.ui.widgets.text import Text
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window
from tests.ui.pages.story import TODAY, Story, day

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "To be the one whom people ask first when something hard breaks, and to teach that " * 3
PROMISE = "Find out who in the other building could say more about the second half of it"

Told = Callable[[Story, OpenVault, PersonId], None]


def nothing(_story: Story, _vault: OpenVault, _who: PersonId) -> None:
    """Somebody who has just come."""


def forty_talks(story: Story, _vault: OpenVault, who: PersonId) -> None:
    for number in range(40):
        story.agreed(who, TODAY - timedelta(days=90 * (40 - number)))


def a_long_heading(story: Story, _vault: OpenVault, who: PersonId) -> None:
    talk = story.ended(who, TODAY - timedelta(days=60))
    for question, horizon in (("D1", "3 years"), ("D4", "2 years"), ("D3", "6 months")):
        story.kept(talk, question, Keeping(KeptAs.GOAL, horizon), f"{horizon}: {LONG}")
    story.kept(talk, "D2", Keeping(KeptAs.GOAL, "3 to 5 years"), LONG)
    story.kept(talk, "D2", Keeping(KeptAs.BEDROCK), LONG)
    for weight, motivation in enumerate([*Motivation][:5]):
        story.weighed(talk, motivation, 1 + weight % 3)


def overdue_promises(story: Story, _vault: OpenVault, who: PersonId) -> None:
    due = {f"{PROMISE}, part {n}": f"2026-09-{n}" for n in (10, 11, 12)}
    ahead = {"question": LONG, "review": LONG, "month": "2026-10-01"}
    story.agreed(who, day("2026-08-21"), mine=due, theirs=due, ahead=ahead)


def notes_and_a_booked_talk(_story: Story, vault: OpenVault, who: PersonId) -> None:
    for number in range(5):
        notes.write(vault.private, who, PrivateText(f"{number}: {LONG}"))
    booking = Booking((TODAY + timedelta(days=20)).date(), "15:00", "60")
    plans.book(vault.shared, who, booking)


def all_of_it(story: Story, vault: OpenVault, who: PersonId) -> None:
    forty_talks(story, vault, who)
    overdue_promises(story, vault, who)
    a_long_heading(story, vault, who)
    notes_and_a_booked_talk(story, vault, who)


STATES: list[Told] = [
    nothing,
    forty_talks,
    a_long_heading,
    overdue_promises,
    notes_and_a_booked_talk,
    all_of_it,
]


def opened(window: MainWindow, name: str) -> PersonPage:
    Robot(window).press(name, within="Side bar")
    page = window.findChild(PersonPage)
    assert isinstance(page, PersonPage)
    return page


def needs_no_scrolling(page: PersonPage) -> bool:
    return page.verticalScrollBar().maximum() == 0 == page.horizontalScrollBar().maximum()


@pytest.mark.parametrize(
    "is_fresh", [False, True], ids=["weeks after a talk", "right after a talk"]
)
@pytest.mark.parametrize("told", STATES, ids=lambda told: told.__name__)
def test_a_person_stands_on_one_screen(vault: OpenVault, told: Told, *, is_fresh: bool) -> None:
    story = Story(vault)
    who = story.person("Jun Watanabe")
    told(story, vault, who)
    if is_fresh:
        story.ended(who, TODAY - timedelta(hours=2))
    with a_window(vault) as window:
        page = opened(window, "Jun Watanabe")
        robot = Robot(page)
        assert needs_no_scrolling(page)
        if is_fresh:
            assert robot.reads("After the conversation")
            assert robot.can_press("Debrief, for you alone")
            assert robot.can_press("Show all six")


def test_what_had_no_room_is_a_press_away(vault: OpenVault) -> None:
    story = Story(vault)
    who = story.person("Jun Watanabe")
    all_of_it(story, vault, who)
    story.ended(who, TODAY - timedelta(hours=2))
    with a_window(vault) as window:
        robot = Robot(opened(window, "Jun Watanabe"))
        for way in ("All notes · 5", "Show all", "Over time"):
            assert robot.can_press(way)
        assert robot.reads("more in the contract")


def test_everybody_stands_on_one_screen_in_turns(vault: OpenVault) -> None:
    story = Story(vault)
    names = ("Jun Watanabe", "Amara Okafor")
    for name, told in zip(names, (nothing, all_of_it), strict=True):
        told(story, vault, story.person(name))
    with a_window(vault) as window:
        for name in (*names, *names):
            Robot(window).press("Today", within="Side bar")
            assert needs_no_scrolling(opened(window, name))


def test_a_long_name_keeps_to_one_screen(vault: OpenVault) -> None:
    name = "Maria Magdalena von Wolfenstein-Oberhausen"
    story = Story(vault)
    who = story.person(name)
    overdue_promises(story, vault, who)
    story.ended(who, TODAY - timedelta(hours=2))
    with a_window(vault) as window:
        assert needs_no_scrolling(opened(window, name))


def test_a_line_at_the_top_of_the_window_leaves_room_for_one_screen(vault: OpenVault) -> None:
    story = Story(vault)
    who = story.person("Jun Watanabe")
    overdue_promises(story, vault, who)
    story.ended(who, TODAY - timedelta(hours=2))
    with a_window(vault) as window:
        page = opened(window, "Jun Watanabe")
        window.vault_left(
            Trouble(
                what_happened="The folder of your vault cannot be reached.",
                what_is_safe="What you type is kept here.",
                what_to_do="Plug the disk in again.",
            )
        )
        Robot(window).keys("Tab")
        assert needs_no_scrolling(page)


def test_with_all_six_asked_for_the_page_may_scroll_and_shows_them(vault: OpenVault) -> None:
    story = Story(vault)
    who = story.person("Jun Watanabe")
    overdue_promises(story, vault, who)
    story.ended(who, TODAY - timedelta(hours=2))
    with a_window(vault) as window:
        robot = Robot(opened(window, "Jun Watanabe"))
        robot.press("Show all six")
        assert robot.reads("Next conversation booked")


def test_feedback_lies_in_the_menu_while_a_summary_is_owed(vault: OpenVault) -> None:
    story = Story(vault)
    who = story.person("Jun Watanabe")
    story.ended(who, TODAY - timedelta(hours=2))
    with a_window(vault) as window:
        robot = Robot(opened(window, "Jun Watanabe"))
        assert not robot.has("Before giving feedback")
        robot.press("Other kinds of conversation")
        menus = (part for part in QApplication.topLevelWidgets() if isinstance(part, QMenu))
        menu = next(menu for menu in menus if menu.isVisible())
        next(way for way in menu.actions() if way.text() == "Before giving feedback").trigger()
        menu.close()
        assert Robot(window).reads("Before giving Jun feedback")


def cut_words(page: PersonPage) -> list[str]:
    """Return what stands in less room than its words need."""
    seen = [label for label in page.findChildren(Text) if label.isVisible()]
    return [
        label.text()
        for label in seen
        if label.height() < label.heightForWidth(label.width())
        or (not label.wraps and label.width() < label.sizeHint().width())
    ]


def promised_nine_months_ago(vault: OpenVault) -> tuple[str, ...]:
    """Return people with promises one of which fills a line but for the end of its bold date."""
    story = Story(vault)
    names = tuple(f"Jun {number}" for number in range(4))
    for number, name in enumerate(names):
        letters = range(4 * number, 4 * number + 4)
        due = {f"Introduce them in Pl{'a' * n}tform": "2026-02-09" for n in letters}
        story.agreed(story.person(name), day("2026-01-21"), mine=due)
    return names


def test_a_date_stays_whole_beside_the_fields_of_a_booking(vault: OpenVault) -> None:
    names = promised_nine_months_ago(vault)
    with a_window(vault) as window:
        for name in names:
            page = opened(window, name)
            assert cut_words(page) == []
            Robot(page).press("Book")
            QTest.qWait(50)
            assert cut_words(page) == []


def test_no_end_of_a_line_parts_how_late_a_promise_is(vault: OpenVault) -> None:
    names = promised_nine_months_ago(vault)
    with a_window(vault) as window:
        told = [label.text() for label in opened(window, names[0]).findChildren(Text)]
        promises = [words for words in told if words.startswith("Introduce them")]
        assert promises
        assert all(words.endswith(" 9\xa0months\xa0late") for words in promises)


def test_all_of_the_card_in_which_one_books_is_in_sight(vault: OpenVault) -> None:
    names = promised_nine_months_ago(vault)
    with a_window(vault) as window:
        window.resize(1280, 680)
        for name in names:
            page = opened(window, name)
            robot = Robot(page)
            robot.press("Book")
            QTest.qWait(50)
            assert not needs_no_scrolling(page)
            for way in ("Book it", "Not now"):
                button = robot.find(way, *robot.pressable)
                foot = button.mapTo(page.viewport(), QPoint(0, button.height())).y()
                assert foot + 10 <= page.viewport().height()


def test_a_goal_at_large_text_has_more_than_its_first_word(vault: OpenVault) -> None:
    story = Story(vault)
    talk = story.ended(story.person("Jun Watanabe"), day("2026-05-22"))
    told = "Technical specialist. Settled."
    story.kept(talk, "D1", Keeping(KeptAs.GOAL, "3 years"), LONG)
    story.kept(talk, "D4", Keeping(KeptAs.GOAL, "2 years"), told)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.apply(app, "light", 2.0)
    try:
        with a_window(vault) as window:
            window.resize(1024, 700)
            assert Robot(opened(window, "Jun Watanabe")).reads(told)
    finally:
        look.apply(app, "light", 1.0)
