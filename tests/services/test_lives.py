"""A commitment has a life of its own: kept, moved, let go, carried on, and asked about in time."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import CommitmentId, ConversationId, PersonId
from desktop.domain.shared.commitments import CommitmentState, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.life import Rate, Turn
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, lives, people, shares, today
from tests.helpers.vaults import OpenVault
from tests.services.test_contracts import promise

RUNBOOK = "Finish the runbook"


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


def agree(vault: OpenVault, who: PersonId, *promises: tuple[Owner, str, date]) -> ConversationId:
    """Hold a conversation now, and agree on these beside all that carries over."""
    talk = conversations.begin(vault.shared, who).value
    contracts.draft(vault.shared, talk)
    for owner, what, due in promises:
        promise(vault, talk, owner, what, due)
    shares.note(vault.shared, talk, Way.PDF, b"page")
    return talk


def standing(vault: OpenVault, who: PersonId) -> Contract:
    found = contracts.standing(vault.shared, who)
    assert found is not None
    return found


def only(vault: OpenVault, who: PersonId) -> CommitmentId:
    (commitment,) = standing(vault, who).commitments
    return commitment.id


def test_moving_leaves_what_was_agreed_and_moves_what_is_asked_for(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = agree(vault, priya, (Owner.MANAGER, "Introduce Priya", date(2026, 11, 27)))
    which = only(vault, priya)

    lives.move(vault.shared, which, date(2026, 12, 18), "Marta is away until then.")

    (agreed,) = standing(vault, priya).commitments
    assert (agreed.due, agreed.by) == (date(2026, 11, 27), date(2026, 12, 18))
    assert [p.due for p in today.today(vault.shared).mine] == [date(2026, 12, 18)]
    next_one = contracts.revise(vault.shared, talk).value
    assert [c.due for c in next_one.commitments] == [date(2026, 12, 18)]
    (moved,) = lives.of_person(vault.shared, priya)[which].happenings
    assert (moved.turn, moved.reason) == (Turn.MOVED, "Marta is away until then.")


def test_the_next_version_has_the_date_it_was_agreed_with(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = agree(vault, priya, (Owner.MANAGER, "Introduce Priya", date(2026, 11, 27)))
    lives.move(vault.shared, only(vault, priya), date(2026, 12, 18), "Marta is away.")
    draft = contracts.revise(vault.shared, talk).value
    line = replace(draft.commitments[0], due=date(2026, 12, 4))
    contracts.word_commitment(vault.shared, draft, line)
    shares.note(vault.shared, talk, Way.PDF, b"page")

    assert standing(vault, priya).commitments[0].by == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("to", "reason", "field"),
    [
        (None, "Marta is away.", "due"),
        (date(2026, 11, 21), "Marta is away.", "due"),
        (date(2026, 12, 1), "  ", "reason"),
    ],
)
def test_a_move_needs_a_day_to_come_and_a_reason(
    vault: OpenVault, priya: PersonId, to: date | None, reason: str, field: str
) -> None:
    agree(vault, priya, (Owner.MANAGER, "Introduce Priya", date(2026, 11, 27)))
    which = only(vault, priya)

    with pytest.raises(Refusal) as refused:
        lives.move(vault.shared, which, to, reason)

    assert refused.value.field == field
    assert lives.of_person(vault.shared, priya)[which].happenings == ()


def test_what_is_let_go_leaves_today_and_the_next_draft_but_not_its_history(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = agree(vault, priya, (Owner.PERSON, RUNBOOK, date(2026, 11, 30)))
    which = only(vault, priya)

    lives.let_go(vault.shared, which, "The team no longer runs it.")

    assert today.today(vault.shared).theirs == ()
    assert contracts.revise(vault.shared, talk).value.commitments == ()
    life = lives.of_person(vault.shared, priya)[which]
    assert life.happenings[-1].reason == "The team no longer runs it."


def test_what_is_kept_while_a_draft_is_written_leaves_the_draft_and_can_come_back(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = agree(vault, priya, (Owner.PERSON, RUNBOOK, date(2026, 11, 30)))
    draft = contracts.revise(vault.shared, talk).value
    reworded = replace(draft.commitments[0], what="Finish half the runbook")
    contracts.word_commitment(vault.shared, draft, reworded)

    lives.keep(vault.shared, reworded.id)
    assert contracts.revise(vault.shared, talk).value.commitments == ()

    lives.reopen(vault.shared, reworded.id)
    assert [c.what for c in contracts.revise(vault.shared, talk).value.commitments] == [
        "Finish half the runbook"
    ]


def test_a_slip_leaves_no_trace_and_a_change_of_mind_does(
    vault: OpenVault, priya: PersonId
) -> None:
    agree(vault, priya, (Owner.MANAGER, "Introduce Priya", date(2026, 11, 27)))
    which = only(vault, priya)

    def turns() -> list[Turn]:
        return [h.turn for h in lives.of_person(vault.shared, priya)[which].happenings]

    lives.keep(vault.shared, which)
    lives.reopen(vault.shared, which)
    assert turns() == []

    lives.keep(vault.shared, which)
    vault.clock.forward(days=1)
    lives.reopen(vault.shared, which)
    assert turns() == [Turn.KEPT, Turn.REOPENED]


def test_a_tick_can_be_taken_back_until_tomorrow(vault: OpenVault, priya: PersonId) -> None:
    agree(vault, priya, (Owner.MANAGER, "Introduce Priya", date(2026, 11, 27)))
    lives.keep(vault.shared, only(vault, priya))

    vault.clock.forward(days=1)
    assert [p.what for p in lives.kept_lately(vault.shared, Owner.MANAGER)] == ["Introduce Priya"]

    vault.clock.forward(days=1)
    assert lives.kept_lately(vault.shared, Owner.MANAGER) == ()


def test_a_commitment_taken_out_of_the_next_version_is_let_go_and_comes_back_whole(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = agree(vault, priya, (Owner.PERSON, RUNBOOK, date(2026, 11, 30)))
    draft = contracts.revise(vault.shared, talk).value
    (line,) = draft.commitments

    contracts.remove_commitment(vault.shared, draft, line.id)
    assert standing(vault, priya).commitments[0].state is CommitmentState.LET_GO

    contracts.put_back_commitment(vault.shared, draft, line, 0)
    assert contracts.revise(vault.shared, talk).value.commitments == (line,)
    assert standing(vault, priya).commitments[0].state is CommitmentState.OPEN


def test_it_asks_at_the_third_time_and_again_after_the_next(
    vault: OpenVault, priya: PersonId
) -> None:
    agree(vault, priya, (Owner.PERSON, RUNBOOK, date(2026, 11, 30)))
    which = only(vault, priya)

    def carried_and_asks() -> tuple[int, bool]:
        life = lives.of_person(vault.shared, priya)[which]
        return life.carried, life.asks(another_talk=True)

    told = [carried_and_asks()]
    for _ in range(2):
        vault.clock.forward(days=30)
        agree(vault, priya)
        told.append(carried_and_asks())
    assert told == [(0, False), (1, False), (2, True)]

    lives.answer(vault.shared, which, Turn.STILL_WANTED)
    assert carried_and_asks() == (2, False)

    vault.clock.forward(days=30)
    agree(vault, priya)
    assert carried_and_asks() == (3, True)


def test_a_version_corrected_after_the_same_talk_is_not_another_time(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = agree(vault, priya, (Owner.PERSON, RUNBOOK, date(2026, 11, 30)))
    contracts.revise(vault.shared, talk)
    shares.note(vault.shared, talk, Way.PDF, b"page")

    assert lives.of_person(vault.shared, priya)[only(vault, priya)].carried == 0


def test_a_correction_of_the_same_talk_does_not_ask_again(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = agree(vault, priya, (Owner.PERSON, RUNBOOK, date(2026, 11, 30)))
    for _ in range(2):
        vault.clock.forward(days=30)
        talk = agree(vault, priya)
    life = lives.of_person(vault.shared, priya)[only(vault, priya)]

    correction = contracts.revise(vault.shared, talk).value
    assert contracts.is_revised(vault.shared, correction)
    assert not life.asks(another_talk=False)
    assert life.asks(another_talk=True)


def test_both_sides_are_counted_alike(vault: OpenVault, priya: PersonId) -> None:
    soon = date(2026, 11, 25)
    for owner in Owner:
        agree(
            vault,
            priya,
            *((owner, f"{owner} {n}", soon) for n in range(4)),
            (owner, f"{owner} far away", date(2027, 6, 1)),
        )
    by_words = {c.what: c.id for c in standing(vault, priya).commitments}
    for owner in Owner:
        lives.keep(vault.shared, by_words[f"{owner} 0"])
        lives.let_go(vault.shared, by_words[f"{owner} 1"], "No longer needed.")
    vault.clock.forward(days=10)
    for owner in Owner:
        lives.keep(vault.shared, by_words[f"{owner} 2"])

    for owner in Owner:
        assert lives.kept_rate(vault.shared, owner) == Rate(kept=2, on_time=1, due=3)
        assert lives.kept_rate(vault.shared, owner, priya) == Rate(kept=2, on_time=1, due=3)
    by_both = lives.kept_rates(vault.shared, date(2020, 1, 1))
    assert by_both == {owner: Rate(kept=2, on_time=1, due=3) for owner in Owner}
    nothing = {owner: Rate(kept=0, on_time=0, due=0) for owner in Owner}
    assert lives.kept_rates(vault.shared, date(2040, 1, 1)) == nothing
