"""Taking back what a person changed in their copy: it becomes the next draft, line by line (F8).

Their words wait beside the draft until the manager takes them in; nothing is taken by itself, and
what is taken in stays marked as theirs, in the window and on the page.
"""

from dataclasses import replace

from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import CommitmentId, ConversationId
from desktop.domain.people import first_name
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.corrections import (
    Corrected,
    Correction,
    corrections,
    stands_as,
    waits,
)
from desktop.services import contracts
from desktop.storage.shelves import OutgoingShelf, SharedShelf


def keep(shelf: SharedShelf, which: ConversationId, copy: str) -> Done[Contract]:
    """Keep the copy they sent back; the next version is begun for it if there is no draft."""
    if not copy.strip():
        raise Refusal("copy", "Paste the text that came back, or type what was changed.")
    begun = contracts.revise(shelf, which)
    with shelf.transaction():
        shelf.corrections.put(begun.value.id, copy, shelf.now().isoformat())
    return Done(begun.value, Touched.CONTRACT)


def copy_of(shelf: SharedShelf, draft: Contract) -> str:
    """Return the copy that a draft answers; nothing if there is none."""
    return shelf.corrections.of(draft.id)


def waiting(shelf: SharedShelf, draft: Contract) -> tuple[Correction, ...]:
    """Return what they changed and the draft does not have yet."""
    return tuple(c for c in _all(shelf, draft) if waits(c, draft))


def theirs(shelf: SharedShelf | OutgoingShelf, version: Contract) -> frozenset[CommitmentId]:
    """Return the commitments of a version that stand there in the person's own words."""
    changed = [c for c in _all(shelf, version) if c.kind is not Corrected.LEFT_OUT]
    return frozenset(
        line.id for line in version.commitments if any(stands_as(c, line) for c in changed)
    )


def take_in(shelf: SharedShelf, draft: Contract, correction: Correction) -> Done[None]:
    """Put one of their changes into the draft."""
    before, line = correction.before, correction.line
    with shelf.transaction():
        if before is not None and correction.kind is Corrected.LEFT_OUT:
            contracts.remove_commitment(shelf, draft, before.id)
        elif before is not None and any(c.id == before.id for c in draft.commitments):
            now = next(c for c in draft.commitments if c.id == before.id)
            due = now.due if line.due == before.due else line.due
            worded = replace(now, what=line.what, due=due)
            contracts.word_commitment(shelf, draft, worded)
        else:
            new = contracts.add_commitment(shelf, draft, line.owner, line.what).value
            grown = contracts.draft(shelf, draft.conversation).value
            added = next(c for c in grown.commitments if c.id == new)
            contracts.word_commitment(shelf, draft, replace(added, due=line.due))
    return Done(None, Touched.CONTRACT | Touched.COMMITMENTS)


def _all(shelf: SharedShelf | OutgoingShelf, version: Contract) -> tuple[Correction, ...]:
    from desktop.export.copy_back import commitments_in

    copy, before = shelf.corrections.of(version.id), shelf.contracts.agreed_before(version)
    if not copy or before is None:
        return ()
    person = first_name(shelf.people.get(version.person).name)
    manager = first_name(shelf.about.manager_name())
    return corrections(before, commitments_in(copy, person, manager))
