"""The sample people show what a vault looks like in which notes were kept."""

from collections.abc import Iterator

import pytest

from desktop.domain.private.kept import KeptAs
from desktop.services import people, sample
from desktop.services.private import feedback, kept, motivations, notes, themes
from desktop.session import Session
from tests.helpers.clock import Clock
from tests.helpers.vaults import make_vault, open_vault


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A vault with the sample people, whose shelves tell the time by the sample clock.

    Every test here only reads it.
    """
    folder = tmp_path_factory.mktemp("sample") / "vault"
    make_vault(folder, Clock())
    session, clock = open_vault(folder, Clock()), sample.SampleClock()
    session.shared.now = session.private.now = clock
    sample.fill(session.shared, session.private, clock)
    yield session
    session.close()


def test_the_history_is_told_with_goals_motivations_and_bedrock(told: Session) -> None:
    known = {person.name: person.id for person in people.everybody(told.shared)}

    for name in ("Priya Nair", "Tomás Ortega"):
        who = known[name]
        assert kept.heading(told.private, who, "3 years") is not None
        assert any(w.weight == 3 for w in motivations.of_person(told.private, who))
        kinds = {one.keeping.kind for one in kept.beneath_goals(told.private, who)}
        assert {KeptAs.BEDROCK, KeptAs.PATH} <= kinds
        goals = [goal for goal, _ in kept.kept_of_person(told.private, who, (KeptAs.GOAL,))]
        assert any(kept.ladder(told.private, goal.id) for goal in goals)


def test_a_theme_that_several_raised_waits_to_be_taken_further(told: Session) -> None:
    (theme,) = themes.themes(told.private)
    assert theme.people >= 3
    assert not themes.on_sheet(told.private)


def test_before_feedback_nobody_who_was_asked_is_called_a_blank_page(told: Session) -> None:
    for person in people.everybody(told.shared):
        card = feedback.card(told.private, person.id)
        assert card.goals or card.wants, person.name


def test_everybody_has_a_note_that_was_written_between_the_talks(told: Session) -> None:
    today = told.shared.today()
    for person in people.everybody(told.shared):
        written = notes.of_person(told.private, person.id, 9)
        assert written, person.name
        assert all(note.tags and note.on < today for note in written)
