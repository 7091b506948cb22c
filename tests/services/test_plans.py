from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest

from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.path import Step, StepState
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.preparation import CheckItem, Subject
from desktop.domain.private.words import PrivateText
from desktop.domain.questions import Stage
from desktop.domain.shared.messages import MessageKind
from desktop.services import (
    contracts,
    conversations,
    messages,
    people,
    plans,
    question_bank,
    today,
)
from desktop.services.plans import Booking
from desktop.services.private import answers, known, preparation
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story, day

THURSDAY = Booking(date(2026, 11, 26), "10:00", "60")


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


def test_a_booking_waits_until_it_is_begun(vault: OpenVault, priya: PersonId) -> None:
    plan = plans.book(vault.shared, priya, THURSDAY).value
    assert plans.planned(vault.shared, plan).at == datetime(2026, 11, 26, 10, tzinfo=UTC)
    assert [p.id for p in plans.waiting(vault.shared)] == [plan]

    talk = plans.begin(vault.shared, plan).value

    assert plans.next_with(vault.shared, priya) is None
    assert plans.begin(vault.shared, plan).value == talk
    assert len(conversations.of_person(vault.shared, priya)) == 1


def test_begun_some_weeks_early_the_booking_stays_and_a_few_days_early_it_is_taken(
    vault: OpenVault, priya: PersonId
) -> None:
    far = plans.book(vault.shared, priya, Booking(date(2026, 12, 17), "10:00", "60")).value
    plans.begin(vault.shared, far)
    assert [p.id for p in plans.waiting(vault.shared)] == [far]
    near = plans.book(vault.shared, priya, THURSDAY).value

    plans.begin(vault.shared, near)

    assert [p.id for p in plans.waiting(vault.shared)] == [far]


def test_a_talk_from_the_menu_takes_the_booking_of_its_kind_and_no_other(
    vault: OpenVault, priya: PersonId
) -> None:
    plan = plans.book(vault.shared, priya, THURSDAY).value
    plans.pick(vault.shared, plan, [QuestionId("D3")])

    plans.begin_kind(vault.shared, priya, Kind.CHECK_IN)
    assert [p.id for p in plans.waiting(vault.shared)] == [plan]

    talk = plans.begin_kind(vault.shared, priya, Kind.FULL).value
    assert plans.waiting(vault.shared) == ()
    asked = [step.question for step in conversations.path(vault.shared, talk).steps]
    assert asked == [QuestionId("D3")]


def test_a_talk_begun_early_and_ended_on_the_booked_day_has_kept_it(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = conversations.begin(vault.shared, priya).value
    plan = plans.book(vault.shared, priya, THURSDAY).value
    assert [p.id for p in plans.waiting(vault.shared)] == [plan]

    vault.clock.at = datetime(2026, 11, 26, 11, tzinfo=UTC)
    conversations.close(vault.shared, talk)

    assert plans.waiting(vault.shared) == ()


def test_a_booking_for_one_stage_leads_to_its_first_question(
    vault: OpenVault, priya: PersonId
) -> None:
    wanted = Booking(date(2026, 11, 26), "10:00", "60", Stage.DIRECTION)
    plan = plans.book(vault.shared, priya, wanted).value
    ahead = plans.path_ahead(vault.shared, plan)
    assert {step.stage for step in ahead} == {Stage.DIRECTION}

    talk = plans.begin(vault.shared, plan).value

    here = conversations.path(vault.shared, talk).here
    assert here is not None
    assert here.question == ahead[0].question


def test_a_second_sitting_goes_on_with_the_talk_under_way(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = conversations.begin(vault.shared, priya).value
    wanted = Booking(date(2026, 11, 26), "10:00", "60", Stage.GAP)
    plan = plans.book(vault.shared, priya, wanted).value

    assert plans.begin(vault.shared, plan).value == talk
    here = conversations.path(vault.shared, talk).here
    assert here is not None
    assert here.stage is Stage.GAP


def test_a_move_into_the_past_is_refused_and_changes_nothing(
    vault: OpenVault, priya: PersonId
) -> None:
    plan = plans.book(vault.shared, priya, THURSDAY).value

    with pytest.raises(Refusal, match="That day has passed"):
        plans.move(vault.shared, plan, Booking(date(2026, 11, 20), "10:00", "60"))

    assert plans.planned(vault.shared, plan).at.date() == date(2026, 11, 26)


def test_one_called_off_can_be_put_back(vault: OpenVault, priya: PersonId) -> None:
    plan = plans.book(vault.shared, priya, THURSDAY).value
    plans.cancel(vault.shared, plan)
    assert plans.waiting(vault.shared) == ()

    plans.put_back(vault.shared, plan)

    assert [p.id for p in plans.waiting(vault.shared)] == [plan]


def test_a_quarter_without_a_booking_is_a_gap_and_booking_closes_it(vault: OpenVault) -> None:
    story = Story(vault)
    hanna, amara = story.person("Hanna Lindqvist"), story.person("Amara Bello")
    story.agreed(hanna, day("2026-08-01"))
    story.agreed(amara, day("2026-10-10"))

    found = today.today(vault.shared).gaps

    assert [(gap.person.name, gap.due) for gap in found] == [("Hanna Lindqvist", date(2026, 11, 1))]
    plans.book(vault.shared, hanna, THURSDAY)
    assert today.today(vault.shared).gaps == ()


def test_a_booking_called_off_leaves_a_gap_that_says_so(vault: OpenVault) -> None:
    story = Story(vault)
    hanna = story.person("Hanna Lindqvist")
    story.agreed(hanna, day("2026-08-01"))
    plans.cancel(vault.shared, plans.book(vault.shared, hanna, THURSDAY).value)

    (gap,) = today.today(vault.shared).gaps

    assert gap.was_cancelled


def test_somebody_never_talked_with_is_a_gap_without_a_date(
    vault: OpenVault, priya: PersonId
) -> None:
    (gap,) = today.today(vault.shared).gaps
    assert gap.due is None


def test_the_prompt_is_due_from_three_days_before_until_it_is_sent(
    vault: OpenVault, priya: PersonId
) -> None:
    plan = plans.book(vault.shared, priya, THURSDAY).value
    assert not today.today(vault.shared).planned[0].prompt_due

    vault.clock.forward(days=1)
    assert today.today(vault.shared).planned[0].prompt_due

    messages.mark_sent(vault.shared, plan, MessageKind.REFLECTION, "Before Thursday …", sent=True)
    assert not today.today(vault.shared).planned[0].prompt_due


def test_thoughts_are_carried_to_the_next_booking_and_ticks_are_not(
    vault: OpenVault, priya: PersonId
) -> None:
    first = plans.book(vault.shared, priya, THURSDAY).value
    preparation.write(vault.private, first, Subject.CARES_ABOUT, PrivateText("The design."))
    preparation.tick(vault.private, first, CheckItem.HONEST, ticked=True)
    plans.begin(vault.shared, first)
    vault.clock.forward(days=100)

    second = plans.book(vault.shared, priya, Booking(date(2027, 3, 5), "10:00", "45")).value

    thoughts = {t.subject: t for t in preparation.thoughts(vault.private, second)}
    assert thoughts[Subject.CARES_ABOUT].words == PrivateText("The design.")
    assert thoughts[Subject.CARES_ABOUT].carried_from == date(2026, 11, 26)
    assert thoughts[Subject.AVOIDED].left_empty == 1
    assert preparation.ready(vault.private, second) == frozenset()
    assert CheckItem.AN_HOUR in preparation.ready(vault.private, first)


def test_kept_promises_count_what_is_done_or_late_and_nothing_that_is_not_due(
    vault: OpenVault,
) -> None:
    story = Story(vault)
    priya = story.person("Priya Nair")
    mine = {"Ask Ruth": "2026-11-12", "Introduce Marta": "2026-11-20", "Write": "2026-12-01"}
    talk = story.agreed(priya, day("2026-11-10"), mine=mine)
    story.noted(talk, "D1", "Owning the hard problems.")
    promises = today.today(vault.shared).mine
    contracts.settle(vault.shared, promises[0].id, done=True)

    assert known.promises_kept(vault.private, priya) == (1, 2)
    (heard,) = known.heard(vault.private, priya, [QuestionId("D1"), QuestionId("gone")])
    assert heard.noted.words == PrivateText("Owning the hard problems.")
    assert known.talks_about(vault.private, priya, Stage.DIRECTION) == 1


def test_the_brief_knows_what_became_of_the_version_before(vault: OpenVault) -> None:
    story = Story(vault)
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-08-14"), mine={"Ask Ruth": "2026-08-20"})
    contracts.settle(vault.shared, today.today(vault.shared).mine[0].id, done=True)
    story.agreed(priya, day("2026-11-10"), theirs={"Write the runbook": "2026-12-01"})

    found = known.contract_and_progress(vault.private, priya)

    assert found is not None
    assert [c.what for c in found[1].added] == ["Write the runbook"]
    assert [c.what for c in found[1].settled] == ["Ask Ruth"]
    assert found[1].let_go == ()


def test_the_questions_picked_for_a_booking_come_along_when_it_is_begun(
    vault: OpenVault, priya: PersonId
) -> None:
    plan = plans.book(vault.shared, priya, THURSDAY).value
    own = question_bank.add_own(vault.shared, Stage.DIRECTION, "Who is happy in their work?").value
    plans.pick(vault.shared, plan, {QuestionId("N1"), own})

    assert asked(plans.path_ahead(vault.shared, plan)) == ["N1", own]

    talk = plans.begin(vault.shared, plan).value

    assert asked(conversations.path(vault.shared, talk).steps) == ["N1", own]


def test_what_was_retired_since_is_not_asked_and_an_empty_set_asks_what_the_kind_asks(
    vault: OpenVault, priya: PersonId
) -> None:
    plan = plans.book(vault.shared, priya, THURSDAY).value
    by_kind = plans.path_ahead(vault.shared, plan)
    plans.pick(vault.shared, plan, {QuestionId("N1"), QuestionId("N2")})

    question_bank.retire(vault.shared, QuestionId("N1"))
    assert asked(plans.path_ahead(vault.shared, plan)) == ["N2"]

    question_bank.retire(vault.shared, QuestionId("N2"))
    left = [step.question for step in by_kind if step.question not in ("N1", "N2")]
    assert asked(plans.path_ahead(vault.shared, plan)) == left
    assert plans.begin(vault.shared, plan).value


def test_no_question_at_all_cannot_be_picked(vault: OpenVault, priya: PersonId) -> None:
    plan = plans.book(vault.shared, priya, THURSDAY).value
    with pytest.raises(Refusal, match="at least one question"):
        plans.pick(vault.shared, plan, ())


def test_questions_picked_for_one_stage_leave_the_others_as_they_are(
    vault: OpenVault, priya: PersonId
) -> None:
    wanted = Booking(date(2026, 11, 26), "10:00", "60", Stage.DIRECTION)
    plan = plans.book(vault.shared, priya, wanted).value
    plans.pick(vault.shared, plan, {QuestionId("D6")})
    assert asked(plans.path_ahead(vault.shared, plan)) == ["D6"]

    path = conversations.path(vault.shared, plans.begin(vault.shared, plan).value)

    assert asked(path.of(Stage.DIRECTION)) == ["D6"]
    assert len(path.of(Stage.NOW)) > 10
    assert path.here is not None
    assert path.here.question == "D6"


def test_questions_picked_for_a_second_sitting_join_the_talk_under_way(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = conversations.begin(
        vault.shared, priya, Kind.FULL, {QuestionId("K1"), QuestionId("N1")}
    ).value
    answers.write(vault.private, Answer(talk, QuestionId("N1"), PrivateText("On call."), 0))
    wanted = Booking(date(2026, 11, 26), "10:00", "60", Stage.GAP)
    plan = plans.book(vault.shared, priya, wanted).value
    plans.pick(vault.shared, plan, {QuestionId("K4"), QuestionId("K10")})

    assert plans.begin(vault.shared, plan).value == talk
    path = conversations.path(vault.shared, talk)

    assert asked(path.steps) == ["N1", "K1", "K4", "K10"]
    put_off = [step.question for step in path.steps if step.state is StepState.NOT_NOW]
    assert put_off == ["K1"]
    assert answers.note_to(vault.private, talk, QuestionId("N1")).words == PrivateText("On call.")


def asked(steps: Iterable[Step]) -> list[str]:
    return [step.question for step in steps]
