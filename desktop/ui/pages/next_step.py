"""What comes next with a person, and which of their contracts a press opens."""

from collections.abc import Sequence
from datetime import timedelta

from desktop.domain.conversations.conversation import Conversation
from desktop.domain.ids import PersonId
from desktop.services import clock, contracts, plans, shares
from desktop.ui.desk import Desk
from desktop.ui.pages.person_header import NextStep

_SOON = timedelta(days=7)
"""How near a booked conversation is when preparing it is the one next step."""


def next_step(desk: Desk, who: PersonId, talks: Sequence[Conversation]) -> NextStep:
    """Return the one next step; ``talks`` are the person's, the latest first."""
    if any(talk.is_open for talk in talks):
        return NextStep.CONTINUE
    owing = latest_owing(talks)
    if owing is not None and not desk.ask(shares.of_conversation, owing.id):
        return NextStep.SHARE
    plan = desk.ask(plans.next_with, who)
    away = plan.at.date() - desk.ask(clock.today) if plan is not None else None
    is_soon = away is not None and timedelta(0) <= away <= _SOON
    return NextStep.PREPARE if is_soon else NextStep.START


def letter_to_open(desk: Desk, who: PersonId, talks: Sequence[Conversation]) -> str | None:
    """Return the conversation of the contract as it stands, or else of the latest draft."""
    standing = desk.ask(contracts.standing, who)
    if standing is not None:
        return standing.conversation
    owing = latest_owing(talks)
    return owing.id if owing is not None else None


def latest_owing(talks: Sequence[Conversation]) -> Conversation | None:
    """Return the latest conversation whose summary is owed."""
    return next((talk for talk in talks if talk.summary_owed_by), None)
