"""Each identifier of the playbook is met in the window, where it helps, or is on the list of those
that are not met yet.

A walk opens the real window over a real vault and presses what a manager presses; what it reads on
the way is what it names. A text file alone covers nothing.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.limits import LimitsStep
from desktop.domain.private.opportunities import Serves
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, people, wording
from desktop.services.private import opportunities
from desktop.services.question_bank import built_in
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window
from tests.playbook import rooms

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

QUESTIONS = re.compile(r"[NDKO]\d+")

READ_ON_THE_WAY = {
    "preparation": {
        "P1": "What does Jun already care about?",
        "P2": "What here could fit that?",
        "P3": "Which paths are realistic from where Jun is?",
        "P4": "What holds us back?",
        "P5": "What can I truly commit to?",
        "P6": "What have I avoided saying?",
        "C1": "An hour of its own is booked",
        "C2": "I know what Jun cares about",
        "C3": "Opportunities looked up",
        "C4": "Honest about what I can offer",
        "C5": "Reflection prompt sent",
        "C6": "Head cleared: this is about Jun",
        "M2": "what do you picture in three to five years",
    },
    "invitation": {"M1": "It is not a 1:1 and not a review"},
    "brief": {"R7": "You promised Jun"},
    "agreement": {
        "A1": "Who we are to each other here",
        "A2": "When and how we meet",
        "A3": "What stays between us",
        "A4": "What is written down",
        "A5": "Others you talk to",
    },
    "after the talk": {
        "R1": "Summary sent",
        "R2": "My promises in my calendar",
        "R3": "Next conversation booked",
        "R4": "What is urgent done",
        "R5": "Issues taken further",
        "R6": "Notes kept",
    },
    "beginning of the next talk": {
        "R8": "Let’s begin with what I said I’d do. After that, your side.",
    },
    "second question of the next talk": {
        "R9": "Since we last sat down like this, what has changed for you?",
    },
    "motivations": {"B1": "A guess, just the next rung"},
    "weighing growth": {"B4": "in the voice, or over a coffee"},
    "weighing meaning": {"B5": "Which value is it that the work should serve?"},
    "weighing money": {"B7": "Nothing to excuse."},
    "listening": {
        "X1": "Leave the door open",
        "X2": "Let it be quiet",
        "X3": "Say it back",
        "X4": "Ask the plain question",
        "X5": "Turn one thing over",
        "X6": "Keep your advice",
        "X7": "Do not weigh it",
        "X8": "Give something of yours",
        "X9": "Take the shame out",
        "X10": "Be the one who listens",
        "X11": "“That’s fine”",
    },
    "weighing authority": {"B3": "does it come from wanting impact, or from wanting control?"},
    "sweet spot": {"B6": "Best served elsewhere, as it looks today"},
    "ladder": {"B2": "Ask why again"},
    "next contract": {"R10": "Draft of version 2"},
    "promise beyond authority": {"V4": "Is this yours to promise?"},
    "contract with nothing in it": {"V5": "or write why nothing was agreed this time."},
    "send page": {"M3": "Email Jun a draft"},
    "noticing": {
        "T1": "Another organisation has been in touch",
        "T2": "Wonders whether they belong here",
        "T3": "Less drive than before",
        "T4": "A promotion that stays talk",
        "T5": "Role or team is not what it was",
        "T6": "A long stretch or a big step is behind them",
        "T7": "A promotion is about to be decided",
        "T8": "Back after time away",
        "T9": "A hint that they think of leaving",
    },
    "what good looks like": {
        "W1": "A conversation each quarter",
        "W2": "They: nothing fell due",
        "W3": "The summary within 48 hours",
        "W4": "Where does Jun want to be in three years?",
        "W5": "Do they see a future here? Private",
        "W6": "Does it move? The last twelve months, private",
    },
    "today": {"V1": "no conversation yet, none booked"},
    "booking half an hour": {"V2": "a session of its own: at least 45 minutes"},
}

FOLLOW_THROUGH = {
    "F1": "An introduction",
    "F2": "Something to lead",
    "F3": "Feedback on a skill",
    "F4": "Visibility",
    "F5": "A talk with my own manager",
    "F6": "A mentor who made that move",
}
"""Offered in a menu beside the manager's own commitments."""

SIGNS = {
    "G1": "Less engaged with what they promised",
    "G2": "Interested in something their goals do not aim at",
    "G3": "Saw, read or met something that moved them",
    "G4": "Reached something big, and it felt other than expected",
}
"""Offered in a menu beside a goal; each leads to words for the person (M4)."""


def walk_to(place: str, robot: Robot) -> None:
    """Go to a place as a manager goes there, from Today."""
    for press in _WAYS[place]:
        press(robot)


def pressing(name: str, within: str = "") -> Callable[[Robot], None]:
    return lambda robot: robot.press(name, within)


def keys(*sequence: str) -> Callable[[Robot], None]:
    def press_all(robot: Robot) -> None:
        for key in sequence:
            robot.keys(key)

    return press_all


def typing(field: str, words: str) -> Callable[[Robot], None]:
    return lambda robot: robot.type_into(field, words)


def until_it_reads(words: str) -> Callable[[Robot], None]:
    def wait(robot: Robot) -> None:
        for _ in range(400):
            if robot.reads(words):
                return
            QTest.qWait(50)
        raise AssertionError(f"“{words}” never came.\n{robot.screen()}")

    return wait


_PERSON = pressing(rooms.NAME, "Side bar")
_PAPER = (_PERSON, pressing("Summary and contract"))
_ROOM = (pressing("Prepare"), pressing("Begin"))

_MOTIVATIONS = (*_ROOM, keys("Alt+Right"), pressing("Motivation"))

_WAYS: dict[str, tuple[Callable[[Robot], None], ...]] = {
    "preparation": (pressing("Prepare"),),
    "invitation": (pressing("Prepare"), pressing("Invitation")),
    "brief": (pressing("Prepare"), pressing("One-page brief")),
    "agreement": (_PERSON, pressing("Agreement")),
    "after the talk": (_PERSON, pressing("Show all six")),
    "beginning of the next talk": _ROOM,
    "second question of the next talk": (*_ROOM, keys("Alt+Right")),
    "motivations": _MOTIVATIONS,
    "ladder": (
        *_ROOM,
        keys("Alt+Right"),
        typing("Your notes", "To lead the platform."),
        pressing("Why? ladder"),
    ),
    "weighing growth": (*_MOTIVATIONS, pressing("Growth and mastery")),
    "weighing meaning": (*_MOTIVATIONS, pressing("Meaning")),
    "weighing money": (*_MOTIVATIONS, pressing("Compensation")),
    "listening": (*_ROOM, keys("Alt+Right", "Ctrl+T")),
    "weighing authority": (*_MOTIVATIONS, pressing("Authority")),
    "sweet spot": (
        *_ROOM,
        pressing("How do we close the gap?"),
        pressing("The sweet spot"),
    ),
    "next contract": _PAPER,
    "promise beyond authority": (
        *_PAPER,
        pressing("Add mine"),
        typing("Commitment 3", "Get Jun promoted to staff"),
        keys("Tab"),
    ),
    "contract with nothing in it": (
        *_PAPER,
        pressing("Take out commitment 2"),
        pressing("Take out commitment 1"),
        pressing("Review and send"),
    ),
    "send page": (*_PAPER, pressing("Review and send"), until_it_reads("Checked:")),
    "what good looks like": (pressing("What good looks like"),),
    "today": (),
    "noticing": (keys("Ctrl+J"),),
    "booking half an hour": (
        pressing("Book"),
        lambda robot: robot.set_day("Day", "26 Nov 2026"),
        typing("Time", "10:00"),
        lambda robot: robot.replace_in("Minutes", "30"),
        pressing("Book it"),
    ),
}


@pytest.fixture
def robot(vault: OpenVault, qtbot: QtBot) -> Iterator[Robot]:
    """A robot before the whole window, on Today."""
    rooms.tell(vault)
    with a_window(vault) as window:
        yield Robot(window)


@pytest.mark.parametrize("place", READ_ON_THE_WAY)
def test_what_belongs_to_a_place_is_read_there(robot: Robot, place: str) -> None:
    walk_to(place, robot)

    unread = [which for which, words in READ_ON_THE_WAY[place].items() if not robot.reads(words)]
    assert not unread, robot.screen()


def test_every_question_is_asked_on_the_screen_in_a_first_or_a_later_talk(
    robot: Robot, vault: OpenVault
) -> None:
    robot.press("Prepare")
    robot.press("Begin")
    later = conversations.of_person(vault.shared, _person(vault, rooms.NAME))[0].id
    met = _asked_along(robot, vault, later)
    robot.keys("Esc")
    first = conversations.begin(vault.shared, _person(vault, rooms.NEVER_TALKED), Kind.FULL).value
    robot.press(rooms.NEVER_TALKED, "Side bar")
    robot.press("Continue conversation")
    met |= _asked_along(robot, vault, first)

    assert met == {which for which in _listed("identifiers") if QUESTIONS.fullmatch(which)}


def test_what_the_organisation_needs_comes_into_view_only_in_the_gap(
    robot: Robot, vault: OpenVault
) -> None:
    """V3."""
    which = opportunities.add(vault.private, PrivateText("Lead the failover work")).value
    opportunities.mark(vault.private, which, Serves(_person(vault, rooms.NAME)), on=True)
    robot.press("Prepare")
    robot.press("Begin")
    robot.keys("Alt+Right")
    for stage, shown in (
        ("Where are you now?", False),
        ("Where do you want to go?", False),
        ("How do we close the gap?", True),
    ):
        robot.press(stage)
        assert robot.reads("Lead the failover work") is shown, stage


def test_six_ways_to_follow_through_begin_a_commitment_of_the_managers(robot: Robot) -> None:
    """F1 to F6."""
    walk_to("next contract", robot)
    robot.press("Introduction, lead, feedback, visibility…")

    assert _offered() == list(FOLLOW_THROUGH.values())
    _menu().close()


def test_four_signs_lead_to_words_that_name_a_suspected_change_of_goals(robot: Robot) -> None:
    """G1 to G4 and M4."""
    robot.press(rooms.NAME, "Side bar")
    robot.press("Goals")
    robot.press("Has it changed? Lead a team")

    assert _offered() == list(SIGNS.values())
    _menu().actions()[0].trigger()
    _menu().close()
    assert robot.reads("Is “Lead a team” still what they want?")


def test_a_sign_noticed_from_anywhere_leads_to_the_same_words(robot: Robot) -> None:
    """G1 to G4 as signals of their own."""
    robot.keys("Ctrl+J")
    assert all(robot.has(words) for words in SIGNS.values())
    robot.press(rooms.NAME, "About")
    robot.press(SIGNS["G4"])
    robot.press("Done")
    robot.press("Name it to them")

    assert robot.reads("Is “Lead a team” still what they want?")
    assert robot.reads("how much time you need to plan it well")


def test_a_wish_that_does_not_fit_is_met_in_five_honest_steps(robot: Robot) -> None:
    """H1 to H5."""
    robot.press("Prepare")
    robot.press("Begin")
    robot.press("How do we close the gap?")
    robot.press("This does not fit the organisation")
    robot.type_into("What does not fit", "A staff role")

    for step in LimitsStep:
        words = wording.limits_step(step)
        assert robot.reads(words.title)
        assert robot.reads(words.help.format(name="Jun"))
        if step is not LimitsStep.TRANSITION:
            robot.press("Next step")


def test_the_lists_hold_every_identifier_once_and_claim_nothing_falsely() -> None:
    every, not_yet = _listed("identifiers"), _listed("not_yet_met")
    questions = {which for which in every if QUESTIONS.fullmatch(which)}
    met = [which for place in READ_ON_THE_WAY.values() for which in place]
    met += ["V3", "M4", *LimitsStep, *SIGNS, *FOLLOW_THROUGH, *questions]

    assert len(every) == len(set(every)) == 126
    assert sorted([*met, *not_yet]) == sorted(every)


def test_nothing_stands_among_what_is_not_met_yet_once_the_product_knows_it() -> None:
    """An identifier that the code or the data names as its own is met: walk to it above."""
    named = {
        found
        for source in _sources()
        for found in re.findall(r"[\"']([A-Z]\d{1,2})[\"']", source.read_text(encoding="utf-8"))
    }

    assert named & set(_listed("not_yet_met")) == set()


def _asked_along(robot: Robot, vault: OpenVault, which: ConversationId) -> set[str]:
    """Go to the end of a conversation; return the questions that could be read aloud on the way."""
    bank = built_in()
    met: set[str] = set()
    steps = conversations.path(vault.shared, which).steps
    for step in steps:
        if robot.has("Ask it"):
            robot.press("Ask it")
        if robot.reads(bank[step.question].ask):
            met.add(str(step.question))
        robot.keys("Alt+Right")
    return met


def _menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _offered() -> list[str]:
    """Return what the open menu offers."""
    return [action.text() for action in _menu().actions()]


def _person(vault: OpenVault, name: str) -> PersonId:
    return next(person.id for person in people.everybody(vault.shared) if person.name == name)


def _listed(name: str) -> list[str]:
    """Return the identifiers of a list; what follows a # is for readers."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [which for line in lines for which in line.partition("#")[0].split()]


def _sources() -> Iterator[Path]:
    """Yield what may name an identifier; a page's tags have headings called H1 and H2 as well."""
    yield from (p for p in (ROOT / "desktop").rglob("*.py") if "export" not in p.parts)
    yield from (ROOT / "resources").rglob("*.toml")
