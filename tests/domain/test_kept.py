"""What a line can be kept as, question by question."""

import pytest

from desktop.domain.ids import QuestionId
from desktop.domain.private.kept import Keeping, KeptAs, offer_at
from desktop.domain.questions import STAGES, Question, Stage
from desktop.domain.shared.goals import HORIZONS
from desktop.services.question_bank import built_in

QUESTIONS = [q for stage in (Stage.OPENING, *STAGES) for q in built_in().of(stage)]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_all_that_a_question_asks_to_keep_can_be_kept(question: Question) -> None:
    known = {*KeptAs, "motivation"}
    assert set(question.keep_as) <= known
    assert question.horizon in ("", *HORIZONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_every_question_offers_the_same_things_each_once(question: Question) -> None:
    offer = offer_at(question)
    offered = [*offer.asked_for, *offer.near, *offer.directions, *offer.rest]

    assert len(offered) == len(set(offered))
    assert {KeptAs.THEIR_WORDS, KeptAs.DRAWN_TO, KeptAs.LEARNING, KeptAs.COMMITMENT_OF_MINE} <= {
        keeping.kind for keeping in offered
    }
    assert {Keeping(KeptAs.GOAL, horizon) for horizon in HORIZONS} <= set(offered)


def test_a_direction_question_has_the_two_lists_of_those_who_do_not_know_at_hand() -> None:
    direction = offer_at(built_in()[QuestionId("D3")])

    assert direction.asked_for == (Keeping(KeptAs.GOAL, "6 months"),)
    assert [k.kind for k in direction.directions] == [KeptAs.DRAWN_TO, KeptAs.MOVING_AWAY_FROM]
    assert offer_at(built_in()[QuestionId("N2")]).directions == ()
