"""Whatever is private about a person is looked through before a page of theirs leaves."""

from datetime import date

from desktop.domain.private.answers import Answer
from desktop.domain.private.preparation import Subject
from desktop.domain.private.words import PrivateText
from desktop.domain.sharing import private_sentences_in
from desktop.services import conversations, people, plans
from desktop.services.plans import Booking
from desktop.services.private import answers, preparation
from tests.helpers.vaults import OpenVault

THOUGHT = "I have avoided telling her that the team may be dissolved."
PAGE = "Sam has avoided telling her that the team may be dissolved."


def test_a_thought_before_the_talk_is_found_with_a_word_changed(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    plan = plans.book(vault.shared, who, Booking(date(2026, 11, 26), "10:00", "60")).value
    preparation.write(vault.private, plan, Subject.AVOIDED, PrivateText(THOUGHT))

    assert [
        f.on_page for f in private_sentences_in(PAGE, answers.all_about(vault.private, who))
    ] == [PAGE]


def test_notes_about_somebody_else_are_left_alone(vault: OpenVault) -> None:
    priya = people.add(vault.shared, "Priya Nair").value
    jun = people.add(vault.shared, "Jun Watanabe").value
    talk = conversations.begin(vault.shared, jun).value
    question = conversations.path(vault.shared, talk).steps[0].question
    answers.write(vault.private, Answer(talk, question, PrivateText(THOUGHT)))

    assert private_sentences_in(PAGE, answers.all_about(vault.private, priya)) == ()
