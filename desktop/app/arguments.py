"""The command line. It carries paths and looks, never a name or a secret: others can read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop import files

RENEWED: Final = "renewed"
RESTORED: Final = "restored"
AFTER: Final = (RENEWED, RESTORED)


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was asked for; ``vault`` is None for the usual one.

    Without ``look`` and ``text_scale`` this computer is dressed as was chosen on it.
    """

    vault: Path | None = None
    sample: bool = False
    look: str = ""
    text_scale: float = 0.0
    waits_for_key: bool = False
    drafts_waiting: bool = False
    vault_away: bool = False
    place: str = ""
    after: str = ""
    """What ended the window before this lock screen, where the manager should be told."""

    def command(
        self,
        *,
        vault: Path | None,
        waits_for_key: bool,
        place: str = "",
        vault_away: bool = False,
        after: str = "",
    ) -> tuple[str, ...]:
        """Return the command line that starts the other process with the same looks."""
        words = [*files.program()]
        words += ["--look", self.look] if self.look else []
        words += ["--text-scale", str(self.text_scale)] if self.text_scale else []
        words += ["--vault", str(vault)] if vault else []
        words += ["--sample"] if self.sample else []
        words += ["--waits-for-key"] if waits_for_key else []
        words += ["--vault-away"] if vault_away else []
        words += ["--place", place] if place else []
        words += ["--after", after] if after else []
        return tuple(words)


def read(argv: Sequence[str]) -> Arguments:
    """Read the command line; explains itself and exits for ``--help`` and for anything unknown."""
    if not argv:
        return Arguments()
    import argparse

    parser = argparse.ArgumentParser(
        prog="onward", description="Career conversations, private on this computer."
    )
    parser.add_argument("--vault", type=Path, metavar="FOLDER", help="open the vault kept here")
    parser.add_argument(
        "--sample", action="store_true", help="look around with sample people, gone on closing"
    )
    parser.add_argument("--look", choices=("system", "light", "dark"), default="")
    parser.add_argument("--text-scale", type=float, default=0.0, metavar="FACTOR")
    parser.add_argument("--waits-for-key", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--drafts-waiting", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--vault-away", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--place", default="", help=argparse.SUPPRESS)
    parser.add_argument("--after", choices=AFTER, default="", help=argparse.SUPPRESS)
    found = parser.parse_args(argv)
    folder = found.vault.absolute() if found.vault else None
    return Arguments(
        vault=folder,
        sample=found.sample,
        look=found.look,
        text_scale=found.text_scale,
        waits_for_key=found.waits_for_key,
        drafts_waiting=found.drafts_waiting,
        vault_away=found.vault_away,
        place=found.place,
        after=found.after,
    )
