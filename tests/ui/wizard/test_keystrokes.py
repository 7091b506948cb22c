"""What it costs to listen and write: a table of keystrokes, letters of the note aside.

A change that costs the manager a keystroke has to change a number here, where it is seen.
"""

from collections.abc import Callable

import pytest

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.kept import KeptAs
from desktop.services import conversations, summaries
from desktop.services.private import kept, motivations
from tests.helpers.vaults import OpenVault
from tests.ui.wizard.room import NOTES, Room

BEFORE_D3 = "D10"

TABLE = {
    "next question": (1, ("Alt+Right",)),
    "type": (0, ("a", "b", "c")),
    "keep as goal": (1, ("Ctrl+1",)),
    "add to summary": (1, ("Ctrl+Return",)),
}
"""One round of the interview (issue of the conversation, "Speed while listening")."""

ALSO = {
    "let it go again": (1, ("Ctrl+1",)),
    "keep as something the question does not ask for": (1, ("Ctrl+3",)),
    "open the ladder, write a step, come back": (2, ("Ctrl+7", "a", "Esc")),
    "open the ladder, write a step, mark it as bedrock": (3, ("Ctrl+7", "a", "Tab", "Space")),
    "weigh a motivation": (5, ("Tab", "End", "Left", "Space", "Ctrl+4")),
}


def press(room: Room, keys: tuple[str, ...]) -> int:
    """Press one after the other; return how many were no letters of a note."""
    for key in keys:
        room.robot.keys(key)
    return sum(len(key) > 1 for key in keys)


@pytest.fixture
def room(vault: OpenVault, talk: ConversationId, enter: Callable[[ConversationId], Room]) -> Room:
    conversations.stand_at(vault.shared, talk, QuestionId(BEFORE_D3))
    return enter(talk)


def test_next_type_keep_and_add_cost_three_keystrokes(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    counted = {step: press(room, keys) for step, (_, keys) in TABLE.items()}
    room.page.flush()

    assert counted == {step: cost for step, (cost, _) in TABLE.items()}
    assert sum(counted.values()) == 3
    assert room.written(NOTES) == "abc"
    goals = kept.kept_at(vault.private, talk, QuestionId("D3"))
    assert [(g.keeping.kind, g.words.reveal()) for g in goals] == [(KeptAs.GOAL, "abc")]
    assert [p.text for p in summaries.paragraphs(vault.shared, talk)] == ["abc"]


@pytest.mark.parametrize("what", ALSO)
def test_other_things_cost_what_the_table_says(
    room: Room, vault: OpenVault, talk: ConversationId, priya: PersonId, what: str
) -> None:
    press(room, ("Alt+Right", "a", "Ctrl+1"))
    cost, keys = ALSO[what]

    counted = press(room, keys)
    room.page.flush()

    assert counted == cost
    found = kept.kept_of(vault.private, talk)
    assert {
        "let it go again": not found,
        "keep as something the question does not ask for": len(found) == 2,
        "open the ladder, write a step, come back": found[-1:] and found[-1].beneath is not None,
        "open the ladder, write a step, mark it as bedrock": bool(
            kept.beneath_goals(vault.private, priya)
        ),
        "weigh a motivation": bool(motivations.of_person(vault.private, priya)),
    }[what]
