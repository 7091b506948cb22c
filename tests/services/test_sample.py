"""The sample people show what a vault looks like in which notes were kept."""

from datetime import datetime

from desktop.domain.private.kept import KeptAs
from desktop.services import people, sample
from desktop.services.private import feedback, kept, motivations, notes, themes
from desktop.session import Session
from tests.helpers.vaults import OpenVault


def test_the_history_is_told_with_goals_motivations_and_bedrock(vault: OpenVault) -> None:
    clock = sample.SampleClock()
    filled(vault, clock)
    known = {person.name: person.id for person in people.everybody(vault.shared)}

    for name in ("Priya Nair", "Tomás Ortega"):
        who = known[name]
        assert kept.heading(vault.private, who, "3 years") is not None
        assert any(w.weight == 3 for w in motivations.of_person(vault.private, who))
        kinds = {one.keeping.kind for one in kept.beneath_goals(vault.private, who)}
        assert {KeptAs.BEDROCK, KeptAs.PATH} <= kinds
        goals = [goal for goal, _ in kept.kept_of_person(vault.private, who, (KeptAs.GOAL,))]
        assert any(kept.ladder(vault.private, goal.id) for goal in goals)


def test_a_theme_that_several_raised_waits_to_be_taken_further(vault: OpenVault) -> None:
    filled(vault, sample.SampleClock())
    (theme,) = themes.themes(vault.private)
    assert theme.people >= 3
    assert not themes.on_sheet(vault.private)


def test_before_feedback_nobody_who_was_asked_is_called_a_blank_page(vault: OpenVault) -> None:
    filled(vault, sample.SampleClock())
    for person in people.everybody(vault.shared):
        card = feedback.card(vault.private, person.id)
        assert card.goals or card.wants, person.name


def test_everybody_has_a_note_that_was_written_between_the_talks(vault: OpenVault) -> None:
    filled(vault, sample.SampleClock())
    today = vault.shared.today()
    for person in people.everybody(vault.shared):
        told = notes.of_person(vault.private, person.id, 9)
        assert told, person.name
        assert all(note.tags and note.on < today for note in told)


def filled(session: Session, clock: sample.SampleClock) -> None:
    """Fill a vault whose shelves tell the time by the sample clock."""
    assert isinstance(clock(), datetime)
    session.shared.now = session.private.now = clock
    sample.fill(session.shared, session.private, clock)
