"""What has become of a contract since the version before it."""

from dataclasses import dataclass

from desktop.domain.shared.commitments import Commitment, CommitmentState
from desktop.domain.shared.contract import Contract


@dataclass(frozen=True, slots=True)
class Progress:
    """Commitments of a version that came new, and those of the one before that ended."""

    added: tuple[Commitment, ...]
    settled: tuple[Commitment, ...]
    let_go: tuple[Commitment, ...]


def progress(before: Contract | None, now: Contract) -> Progress:
    """Compare two versions: what was added, what was kept, what is no longer in it."""
    earlier = before.commitments if before else ()
    known, stays = {c.id for c in earlier}, {c.id for c in now.commitments}
    ended = [c for c in earlier if c.id not in stays]
    return Progress(
        added=tuple(c for c in now.commitments if c.id not in known),
        settled=tuple(c for c in ended if c.state is CommitmentState.DONE),
        let_go=tuple(c for c in ended if c.state is not CommitmentState.DONE),
    )
