"""Passing the torch: to whom, and the person's word that they want it (playbook section 10)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.errors import Refusal
from desktop.domain.ids import ContractId, PersonId


@dataclass(frozen=True, slots=True)
class HandOver:
    """Who takes over, and the day on which the person agreed to the page.

    ``contract`` is the version that stood on it; None where it was not noted or is deleted.
    """

    person: PersonId
    receiver: str
    consented: date
    contract: ContractId | None

    def covers(self, contract: ContractId | None) -> bool:
        """Return whether they agreed to the page with this version: to the one they were shown."""
        return contract is not None and self.contract == contract


def proper_hand_over(
    who: PersonId, receiver: str, on: date | None, today: date, contract: ContractId | None
) -> HandOver:
    """Return it; refuse nobody to hand over to, no day, and a day to come."""
    name = " ".join(receiver.split())
    if not name:
        raise Refusal("receiver", "Who takes over? A name is enough.")
    if on is None:
        raise Refusal("consented", "On which day did they agree to it?")
    if on > today:
        raise Refusal("consented", "That day is still to come. Ask first, then write it down.")
    return HandOver(who, name, on, contract)
