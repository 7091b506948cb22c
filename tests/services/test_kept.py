"""Keeping lines of notes, the ladder beneath a goal, and the weights of motivations."""

from dataclasses import replace

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.motivations import Motivation
from desktop.domain.private.answers import Answer
from desktop.domain.private.kept import Keeping, Kept, KeptAs
from desktop.domain.private.motivations import Weighed
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, people
from desktop.services.private import answers, kept, motivations
from tests.helpers.vaults import OpenVault

D3 = QuestionId("D3")
GOAL = Keeping(KeptAs.GOAL, "6 months")
WISH = PrivateText("Wants to own the failover design")


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def talk(vault: OpenVault, priya: PersonId) -> ConversationId:
    return conversations.begin(vault.shared, priya).value


@pytest.fixture
def goal(vault: OpenVault, talk: ConversationId) -> Kept:
    kept.keep(vault.private, (talk, D3), GOAL, WISH, 12)
    return kept.kept_at(vault.private, talk, D3)[0]


def later(vault: OpenVault, priya: PersonId) -> ConversationId:
    vault.clock.forward(days=90)
    return conversations.begin(vault.shared, priya).value


def test_a_line_knows_where_it_came_from(talk: ConversationId, goal: Kept) -> None:
    assert (goal.conversation, goal.question, goal.place) == (talk, D3, 12)
    assert (goal.keeping, goal.words) == (GOAL, WISH)


def test_a_line_is_kept_as_one_thing_once_however_it_is_spaced(
    vault: OpenVault, talk: ConversationId, goal: Kept
) -> None:
    spaced = PrivateText("  Wants to own\nthe failover   design ")
    again = kept.keep(vault.private, (talk, D3), GOAL, spaced)
    other = kept.keep(vault.private, (talk, D3), Keeping(KeptAs.THEIR_WORDS), WISH)

    assert again.value == goal.id
    assert other.value != goal.id
    assert len(kept.kept_at(vault.private, talk, D3)) == 2


def test_what_was_kept_stays_when_its_note_is_written_anew(
    vault: OpenVault, talk: ConversationId, goal: Kept
) -> None:
    answers.write(vault.private, Answer(talk, D3, PrivateText("Something else"), 0))

    assert kept.kept_at(vault.private, talk, D3) == (goal,)


def test_letting_go_leaves_the_note(vault: OpenVault, talk: ConversationId, goal: Kept) -> None:
    answers.write(vault.private, Answer(talk, D3, WISH, 0))
    kept.let_go(vault.private, goal.id)

    assert kept.kept_at(vault.private, talk, D3) == ()
    assert answers.note_to(vault.private, talk, D3).words == WISH


def test_a_goal_with_a_ladder_is_not_let_go_by_accident(vault: OpenVault, goal: Kept) -> None:
    step = kept.climb(vault.private, goal, PrivateText("To see it whole"), 0).value

    with pytest.raises(Refusal, match="ladder"):
        kept.let_go(vault.private, goal.id)
    assert kept.ladder(vault.private, goal.id)

    kept.reword(vault.private, step, PrivateText(""))
    kept.let_go(vault.private, goal.id)
    assert kept.kept_of(vault.private, goal.conversation) == ()


def test_the_ladder_keeps_every_step_and_the_manager_marks_bedrock(
    vault: OpenVault, priya: PersonId, goal: Kept
) -> None:
    first = kept.climb(vault.private, goal, PrivateText("To see it whole"), 0).value
    last = kept.climb(vault.private, goal, PrivateText("I need hard problems"), 1).value
    kept.mark_bedrock(vault.private, last, is_bedrock=True)

    steps = kept.ladder(vault.private, goal.id)
    lasting = kept.beneath_goals(vault.private, priya)

    assert [step.id for step in steps] == [first, last]
    assert [step.keeping.kind for step in steps] == [KeptAs.WHY, KeptAs.BEDROCK]
    assert [k.words for k in lasting] == [PrivateText("I need hard problems")]

    kept.mark_bedrock(vault.private, last, is_bedrock=False)
    assert kept.beneath_goals(vault.private, priya) == ()


def test_steps_of_a_ladder_are_no_lines_of_the_note(
    vault: OpenVault, talk: ConversationId, goal: Kept
) -> None:
    kept.climb(vault.private, goal, PrivateText("To see it whole"), 0)

    assert kept.kept_at(vault.private, talk, D3) == (goal,)
    assert len(kept.kept_of(vault.private, talk)) == 2


def test_the_heading_is_what_was_kept_last_with_their_own_words_first(
    vault: OpenVault, priya: PersonId, goal: Kept
) -> None:
    said = PrivateText("“One gnarly system.”")
    talk = goal.conversation
    kept.keep(vault.private, (talk, D3), GOAL, said)
    kept.keep(vault.private, (talk, D3), Keeping(KeptAs.THEIR_WORDS), said)

    heading = kept.heading(vault.private, priya, "6 months", D3)

    assert heading is not None
    assert heading.words == (said, WISH)
    assert kept.heading(vault.private, priya, "3 years", QuestionId("D1")) is None


def test_a_newer_note_counts_before_an_older_goal(
    vault: OpenVault, priya: PersonId, goal: Kept
) -> None:
    talk = later(vault, priya)
    words = PrivateText("Something quite different now")
    answers.write(vault.private, Answer(talk, D3, words, 0))

    heading = kept.heading(vault.private, priya, "6 months", D3)

    assert heading is not None
    assert heading.words == (words,)


def weigh(vault: OpenVault, talk: ConversationId, motivation: Motivation, weight: int) -> None:
    motivations.weigh(vault.private, Weighed(talk, motivation, weight))


def test_weights_are_carried_over_until_they_weigh_otherwise(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    weigh(vault, talk, Motivation.GROWTH, 3)
    weigh(vault, talk, Motivation.AUTHORITY, 1)
    second = later(vault, priya)
    weigh(vault, second, Motivation.AUTHORITY, 0)
    weigh(vault, second, Motivation.MEANING, 2)

    now = [(w.motivation, w.weight) for w in motivations.of_person(vault.private, priya)]

    assert now == [(Motivation.GROWTH, 3), (Motivation.MEANING, 2)]
    assert motivations.weighed_in(vault.private, talk) == {
        Motivation.AUTHORITY: 1,
        Motivation.GROWTH: 3,
    }


def test_a_weight_pressed_by_mistake_leaves_nothing(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    for weight in (1, 2, 3, 0):
        weigh(vault, talk, Motivation.NEXT_RUNG, weight)
    vault.close()

    from tests.rules.test_lock_2_private_words_have_their_own_home import tables_holding

    assert tables_holding(vault, Motivation.NEXT_RUNG) == set()


def test_their_words_for_a_motivation_stay_while_its_weight_changes(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    heard = Weighed(talk, Motivation.GROWTH, 1, WISH)
    motivations.weigh(vault.private, heard)
    motivations.weigh(vault.private, replace(heard, weight=2, words=PrivateText("Another line")))

    assert motivations.of_person(vault.private, priya) == (replace(heard, weight=2),)
