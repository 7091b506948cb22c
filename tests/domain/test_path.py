"""The way through a conversation: next, back, to a question, to the closing."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.packs import steps_of
from desktop.domain.conversations.path import Path, Step, StepState, with_states
from desktop.domain.ids import QuestionId
from desktop.domain.questions import STAGES, Stage
from desktop.services.packs import pack
from desktop.services.question_bank import built_in


def full_conversation(*, is_first: bool) -> tuple[Step, ...]:
    return steps_of(pack(Kind.FULL), built_in(), is_first=is_first, has_promises=False)


STEPS = full_conversation(is_first=True)


def test_a_first_conversation_looks_back_and_a_later_one_asks_what_has_changed() -> None:
    first = [step.question for step in full_conversation(is_first=True)]
    later = [step.question for step in full_conversation(is_first=False)]
    assert "O2" in first
    assert "O3" not in first
    assert later[0] == "O3"
    assert "O2" not in later


def test_every_question_of_the_three_stages_is_on_the_path() -> None:
    asked = {step.question for step in STEPS}
    wanted = {f"N{n}" for n in range(1, 13)} | {f"D{n}" for n in range(1, 16)}
    wanted |= {f"K{n}" for n in range(1, 12)} | {"O1", "O2"}
    assert asked == wanted


def test_the_stages_follow_one_another() -> None:
    assert list(dict.fromkeys(step.stage for step in STEPS)) == list(STAGES)


def test_the_last_step_leads_to_the_closing_and_back_again() -> None:
    last = Path(STEPS, at=len(STEPS) - 1)
    assert last.next().at_closing
    assert last.next().next().at_closing
    assert last.next().back() == last


def test_the_place_in_a_stage_counts_from_one() -> None:
    path = Path(STEPS).to(QuestionId("D1"))
    direction = [step.question for step in path.of(Stage.DIRECTION)]
    assert path.place_in_stage() == (direction.index(QuestionId("D1")) + 1, 15)


def test_a_question_that_is_not_on_the_path_leads_nowhere() -> None:
    path = Path(STEPS, at=4)
    assert path.to(QuestionId("X99")) == path


def test_what_is_noted_counts_before_what_was_put_off() -> None:
    n1, n2 = QuestionId("N1"), QuestionId("N2")
    states = {s.question: s.state for s in with_states(STEPS, noted=[n1], not_now=[n1, n2])}
    assert states[n1] is StepState.NOTED
    assert states[n2] is StepState.NOT_NOW
    assert states[QuestionId("N3")] is StepState.OPEN


@given(st.lists(st.sampled_from(["next", "back", "closing"]), max_size=120))
def test_no_way_of_moving_leaves_the_path(moves: list[str]) -> None:
    path = Path(STEPS)
    for move in moves:
        path = {"next": path.next, "back": path.back, "closing": path.to_closing}[move]()
        assert 0 <= path.at <= len(STEPS)
        assert (path.here is None) == path.at_closing
