from datetime import date

import pytest

from desktop.domain.cadence import PauseReason, Rhythm
from desktop.domain.conversations.conversation import Kind
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.domain.rhythm import Beat
from desktop.domain.shared.goals import GoalWording
from desktop.services import cadences, conversations, goals, rhythm, today
from desktop.services.today import Gap, Standing
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story, day


@pytest.fixture
def story(vault: OpenVault) -> Story:
    return Story(vault)


def gaps(vault: OpenVault) -> list[tuple[Kind, date | None]]:
    return [(gap.kind, gap.due) for gap in today.today(vault.shared).gaps]


def talked(story: Story, on: str) -> PersonId:
    who = story.person("Priya Nair")
    story.agreed(who, day(on))
    return who


def test_a_quarter_is_three_months_to_the_day(vault: OpenVault, story: Story) -> None:
    talked(story, "2026-08-31")

    assert gaps(vault) == [(Kind.FULL, date(2026, 11, 30))]


def test_the_default_and_a_persons_own_rhythm_bring_it_forward(
    vault: OpenVault, story: Story
) -> None:
    who = talked(story, "2026-10-20")
    assert gaps(vault) == []

    cadences.choose(vault.shared, who, Rhythm.MONTH)
    assert gaps(vault) == [(Kind.FULL, date(2026, 11, 20))]
    assert today.standings(vault.shared)[who] is Standing.LATE

    cadences.choose(vault.shared, who, Rhythm.AS_FOR_ALL)
    cadences.set_for_all(vault.shared, 1)
    assert gaps(vault) == [(Kind.FULL, date(2026, 11, 20))]


def test_a_pause_keeps_quiet_and_the_talk_is_due_when_it_ends(
    vault: OpenVault, story: Story
) -> None:
    who = talked(story, "2026-06-01")
    cadences.pause(vault.shared, who, PauseReason.LEAVE, date(2026, 12, 31))
    assert gaps(vault) == []
    assert today.standings(vault.shared)[who] is Standing.PAUSED

    vault.clock.at = day("2027-01-01")

    assert gaps(vault) == [(Kind.FULL, date(2027, 1, 1))]


def test_a_quarter_that_lay_in_a_leave_is_no_gap_when_it_is_looked_back_at(
    vault: OpenVault, story: Story
) -> None:
    who = talked(story, "2026-06-01")
    vault.clock.at = day("2026-07-20")
    cadences.pause(vault.shared, who, PauseReason.LEAVE, date(2026, 10, 31))
    vault.clock.at = day("2026-09-01")
    cadences.pause(vault.shared, who, PauseReason.LEAVE, date(2026, 12, 31))
    vault.clock.at = day("2026-11-30")
    cadences.resume(vault.shared, who)
    cadences.resume(vault.shared, who)

    assert gaps(vault) == [(Kind.FULL, date(2026, 11, 30))]
    vault.clock.at = day("2027-02-01")
    (row,) = rhythm.rhythm(vault.shared).people
    assert [mark.beat for mark in row.marks] == [Beat.HELD, Beat.PAUSED, Beat.PAUSED, Beat.NOT_YET]
    assert row.missed == 0


def test_a_pause_taken_back_on_its_first_day_was_none(vault: OpenVault, story: Story) -> None:
    who = talked(story, "2026-06-01")
    cadences.pause(vault.shared, who, PauseReason.LEAVE, date(2026, 12, 31))
    cadences.resume(vault.shared, who)

    assert cadences.of_person(vault.shared, who).pause is None
    assert gaps(vault) == [(Kind.FULL, date(2026, 9, 1))]


def test_a_pause_has_an_end_that_is_still_to_come(vault: OpenVault, story: Story) -> None:
    who = story.person("Priya Nair")
    for until in (None, date(2026, 11, 21)):
        with pytest.raises(Refusal):
            cadences.pause(vault.shared, who, PauseReason.LEAVE, until)


def test_a_person_nobody_talks_with_is_never_on_track_however_long_the_wait(
    vault: OpenVault, story: Story
) -> None:
    who = talked(story, "2026-08-01")
    for on in ("2026-11-22", "2027-05-01", "2028-02-29"):
        vault.clock.at = day(on)
        assert today.standings(vault.shared)[who] is not Standing.ON_TRACK


def test_a_contract_with_open_promises_is_looked_at_monthly(vault: OpenVault, story: Story) -> None:
    who = story.person("Priya Nair")
    story.agreed(who, day("2026-10-22"), mine={"Ask Ruth": "2026-12-20"})
    assert gaps(vault) == [(Kind.CONTRACT_REVIEW, date(2026, 11, 22))]

    conversations.begin(vault.shared, who, Kind.CONTRACT_REVIEW)

    assert gaps(vault) == []


def test_goals_that_nobody_revisited_for_a_year_propose_the_yearly_conversation(
    vault: OpenVault, story: Story
) -> None:
    who = story.person("Priya Nair")
    vault.clock.at = day("2025-11-20")
    goals.write(vault.shared, who, GoalWording("Lead a team"))
    story.agreed(who, day("2026-11-01"))

    assert gaps(vault) == [(Kind.GOALS, date(2026, 11, 20))]

    gap: Gap = today.today(vault.shared).gaps[0]
    assert gap.person.id == who


def test_everybody_at_least_once_a_quarter(vault: OpenVault) -> None:
    with pytest.raises(Refusal):
        cadences.set_for_all(vault.shared, 4)
