"""What has happened in a vault before the playbook is looked for in it."""

from datetime import date

from desktop.domain.shared.goals import GoalWording
from desktop.services import goals, plans
from desktop.services.plans import Booking
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story, day

NAME = "Jun Watanabe"
NEVER_TALKED = "Ama Boateng"
THURSDAY = date(2026, 11, 26)


def tell(vault: OpenVault) -> None:
    """Tell of a talk that was agreed, one just over, one that is booked, and one never held."""
    story = Story(vault)
    jun = story.person(NAME)
    vault.clock.at = day("2026-08-13")
    goals.write(vault.shared, jun, GoalWording("Lead a team"))
    promises = {"Ask Ruth for the rota": "2026-12-20"}
    theirs = {"Write the runbook": "2026-12-01"}
    talk = story.agreed(jun, day("2026-08-14"), mine=promises, theirs=theirs)
    story.noted(talk, "D1", "Leading a small team")
    story.ended(jun, day("2026-11-22").replace(hour=13))
    plans.book(vault.shared, jun, Booking(THURSDAY, "10:00", "60"))
    story.person(NEVER_TALKED)
