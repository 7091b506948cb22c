"""However a sheet is combined with who sits where and who spoke when, it leaves three people."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId, SheetLineId
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.shares import NOBODY, Document, Outgoing
from desktop.domain.shared.theme_sheet import SheetLine
from desktop.services import papers, people
from desktop.services.private import bin, kept, themes
from tests.helpers.clock import Clock
from tests.helpers.vaults import OpenVault, make_vault, open_vault
from tests.services.test_themes import WORDS, a_theme, raise_it

SHEET = Outgoing(Document.THEMES, NOBODY)
TEAMS = ("Platform", "Payments", "Customer care")
TOPICS = ("Calendars leave no room", "Decisions take too long", "Nobody says who decides")


@contextmanager
def a_vault() -> Iterator[OpenVault]:
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        make_vault(Path(folder) / "Personal", clock)
        vault = open_vault(Path(folder) / "Personal", clock)
        yield vault
        vault.close()


def with_team(vault: OpenVault, number: int, team: str) -> PersonId:
    who = people.add(vault.shared, f"Quill{number} Zed{number}").value
    person = people.person(vault.shared, who)
    people.describe(vault.shared, replace(person, team=team, role=f"Keeper of {team}"))
    return who


@pytest.mark.parametrize("people_raised", [0, 1, 2, 4, 11, -3])
def test_a_line_of_fewer_than_three_people_cannot_even_be_held(people_raised: int) -> None:
    with pytest.raises(Refusal, match="fewer than three"):
        SheetLine(SheetLineId("l"), WORDS, people_raised, (2026, 4))


def test_a_line_by_hand_knows_no_number(vault: OpenVault) -> None:
    SheetLine(SheetLineId("l"), WORDS, 0, (2026, 4), counted=False, by_hand=True)
    for people_raised, counted in ((3, False), (0, True), (3, True)):
        with pytest.raises(Refusal):
            SheetLine(SheetLineId("l"), WORDS, people_raised, (2026, 4), counted, by_hand=True)


@pytest.mark.parametrize("way", ["let go", "taken out", "moved", "deleted"])
def test_the_sheet_itself_refuses_once_a_third_voice_is_gone(vault: OpenVault, way: str) -> None:
    theme, everybody = a_theme(vault, voices=3)
    themes.put_on_sheet(vault.private, theme, WORDS)
    themes.make_sheet(vault.private)
    line = next(t for t in themes.themes(vault.private) if t.id == theme).raised[0].kept
    if way == "let go":
        kept.let_go(vault.private, line)
    elif way == "taken out":
        themes.part(vault.private, line)
    elif way == "moved":
        themes.name(vault.private, line, PrivateText("Something else"))
    else:
        bin.delete_person(vault.private, everybody[0])
    # Nobody has asked the private half again: the page is made from the shared one alone.
    with pytest.raises(Refusal, match="fewer than three people left"):
        papers.paper(vault.shared, SHEET)
    with pytest.raises(Refusal):
        papers.mail(vault.shared, SHEET, b"%PDF")


def test_a_voice_that_comes_back_lets_the_sheet_leave_again(vault: OpenVault) -> None:
    theme, everybody = a_theme(vault, voices=3)
    themes.put_on_sheet(vault.private, theme, WORDS)
    bin.bring_back(vault.private, bin.delete_person(vault.private, everybody[0]).value)
    themes.make_sheet(vault.private)
    assert f"{WORDS}\nthree people or more" in papers.paper(vault.shared, SHEET).words()


@pytest.mark.parametrize(
    "words",
    [
        "In Platform nobody decides",
        "in platform, nobody decides",
        "The keeper of Payments is alone",
        "Since March nobody decides",
        "Nobody decides, seen on 3 March",
        "Nobody has decided since 2025",
        "Seit Oktober entscheidet niemand",
    ],
)
@pytest.mark.parametrize("by_hand", [False, True])
def test_a_team_a_role_or_a_day_in_the_words_is_refused(
    vault: OpenVault, words: str, by_hand: bool
) -> None:
    for number, team in enumerate(("Platform", "Platform", "Payments")):
        line = raise_it(vault, with_team(vault, number, team), f"Number {number} waits")
        theme = themes.name(vault.private, line, PrivateText("Waiting")).value
    with pytest.raises(Refusal):
        themes.put_on_sheet(vault.private, theme, words, by_hand=by_hand)


def test_a_team_of_which_three_raised_it_may_be_named(vault: OpenVault) -> None:
    for number in range(4):
        line = raise_it(vault, with_team(vault, number, "Platform"), f"Number {number} waits")
        theme = themes.name(vault.private, line, PrivateText("Waiting")).value
    themes.put_on_sheet(vault.private, theme, "We may not march on: in Platform nobody decides")
    assert "Platform" in papers.paper(vault.shared, SHEET).words()


SPOKEN = st.lists(
    st.tuples(
        st.integers(0, 6),  # who
        st.integers(0, len(TOPICS) - 1),  # about what
        st.integers(0, 900),  # days ago
    ),
    min_size=1,
    max_size=14,
)


@given(spoken=SPOKEN, teams=st.lists(st.sampled_from(TEAMS), min_size=7, max_size=7))
@settings(max_examples=25, deadline=None)
def test_each_circle_that_the_sheet_could_be_combined_with_has_three_people_or_is_not_named(
    spoken: list[tuple[int, int, int]], teams: list[str]
) -> None:
    """Team and theme, date and theme, role and theme: no cell of any of these tables is printed."""
    with a_vault() as vault:
        page = sheet_of(vault, spoken, teams)
    raised = {topic: {who for who, what, _ in spoken if what == topic} for topic in range(3)}
    for topic, words in enumerate(TOPICS):
        assert (words in page) == (len(raised[topic]) >= 3)
    for team in TEAMS:
        assert team not in page
    assert "Quill" not in page
    assert not re.findall(r"\b\d{1,2}\b", page)
    assert set(re.findall(r"\d+", page)) <= {"2026"}  # the year in which the sheet is made


@given(spoken=SPOKEN, teams=st.permutations((*TEAMS, *TEAMS, "Platform")), turn=st.integers(1, 6))
@settings(max_examples=15, deadline=None)
def test_other_people_other_teams_and_other_days_give_the_same_sheet(
    spoken: list[tuple[int, int, int]], teams: list[str], turn: int
) -> None:
    """What a reader cannot tell apart tells them nothing: every cell is as likely as another."""
    others = [((who + turn) % 7, what, 900 - ago) for who, what, ago in spoken]
    with a_vault() as here:
        page = sheet_of(here, spoken, teams)
    with a_vault() as there:
        assert sheet_of(there, others, teams[::-1]) == page


def sheet_of(vault: OpenVault, spoken: list[tuple[int, int, int]], teams: list[str]) -> str:
    """Return all that can be read on the sheet after this was said, nothing for an empty one."""
    now = vault.clock.at
    everybody = [with_team(vault, number, team) for number, team in enumerate(teams)]
    for number, (who, topic, ago) in enumerate(spoken):
        vault.clock.at = now - timedelta(days=ago)
        line = raise_it(vault, everybody[who], f"Said as number{number}, plainly")
        themes.name(vault.private, line, PrivateText(f"Topic {topic}"))
    vault.clock.at = now
    for theme in themes.themes(vault.private):
        wording = TOPICS[int(theme.name.reveal().split()[1])]
        with suppress(Refusal):
            themes.put_on_sheet(vault.private, theme.id, wording)
    try:
        themes.make_sheet(vault.private)
        return papers.paper(vault.shared, SHEET).words()
    except Refusal:
        return ""
