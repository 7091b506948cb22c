"""The command-line companion: the same verbs as the window, without one.

$ python -m desktop.cli sample-pdf summary.pdf
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.errors import Refusal, Trouble
from desktop.services import letters, sample, vaults
from desktop.session import Session
from desktop.vault.data_key import new_data_key
from desktop.vault.hardening import harden


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 when it is done, 1 with a sentence when it could not be."""
    harden()
    parser = argparse.ArgumentParser(prog="onward-cli", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    sample_pdf = verbs.add_parser(
        "sample-pdf", help="write one finished conversation of the sample people as a PDF"
    )
    sample_pdf.add_argument("out", type=Path, metavar="OUT.pdf")
    sample_pdf.set_defaults(verb=_sample_pdf)
    asked = parser.parse_args(argv)
    try:
        print(asked.verb(asked))
    except (Refusal, Trouble) as news:
        print(news, file=sys.stderr)
        return 1
    return 0


def _sample_pdf(asked: argparse.Namespace) -> str:
    from desktop.export.save import save_aside

    with tempfile.TemporaryDirectory(prefix="onward-sample-") as folder:
        session = _sample_session(Path(folder) / "vault")
        try:
            which = sample.finished_conversation(session.shared)
            letter = letters.letter(session.shared, which)
            save_aside(asked.out, letters.page(session.shared, which))
        finally:
            session.close()
    return (
        f"Wrote {asked.out}: what {letter.person_name} and {letter.manager_name} "
        f"agreed on {letter.on:%d %B %Y}. These are sample people."
    )


def _sample_session(folder: Path) -> Session:
    """Make a vault that nobody else has a key to, and tell the sample history into it."""
    from desktop.domain.ids import fresh
    from desktop.vault.keyfile import KeyFile, to_bytes

    key, clock = new_data_key(), sample.SampleClock()
    keys = to_bytes(KeyFile(vault_id=fresh(), epoch=1, seq=1, slots=()))
    vaults.create_vault(folder, key, keys, manager_name=sample.manager_name(), now=clock())
    session = Session.open(folder, key, clock)
    sample.fill(session.shared, session.private, clock)
    return session


if __name__ == "__main__":
    raise SystemExit(main())
