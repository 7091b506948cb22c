"""The command-line companion: the same verbs as the window, without one.

$ python -m desktop.cli backup --vault ~/.local/share/Onward/vault /media/stick

Whatever opens a vault asks for its passphrase on the terminal, or reads it from a file descriptor
that a script opened (``--passphrase-fd``). Arguments and environment are not secret, so they are
not asked.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from desktop import files, offline
from desktop.domain.errors import Refusal, Trouble
from desktop.services import letters, restoring, sample, vaults
from desktop.services.restoring import Inside
from desktop.session import Session
from desktop.vault import copies, unlocking
from desktop.vault import folder as vault_folder
from desktop.vault.data_key import new_data_key, wipe
from desktop.vault.folder import Standing
from desktop.vault.hardening import harden
from desktop.vault.last_seen import LastSeen

_Unlock = Callable[[str], bytearray]


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 when it is done, 1 with a sentence when it could not be."""
    harden()
    offline.refuse_network()
    asked = _parser().parse_args(argv)
    try:
        print(asked.verb(asked))
    except (Refusal, Trouble) as news:
        print(news, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="onward-cli", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    sample_pdf = verbs.add_parser(
        "sample-pdf", help="write one finished conversation of the sample people as a PDF"
    )
    sample_pdf.add_argument("out", type=Path, metavar="OUT.pdf")
    sample_pdf.set_defaults(verb=_sample_pdf)
    _add_backup_verbs(verbs)
    return parser


def _add_backup_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = verbs.add_parser("backup", help="write a vault into one encrypted file, and verify it")
    backup.add_argument("out", type=Path, metavar="OUT", help="a new file, or a folder for it")
    verify = verbs.add_parser("verify", help="read a backup to its end and look inside")
    restore = verbs.add_parser("restore", help="bring the vault in a backup back into a folder")
    check = verbs.add_parser("check", help="look a whole vault over and name what is wrong")
    for opens_file in (verify, restore):
        opens_file.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("folder", type=Path, metavar="DIR")
    for opens_vault in (backup, check):
        opens_vault.add_argument("--vault", type=Path, required=True, metavar="DIR")
    for name, verb in ((backup, _backup), (verify, _verify), (restore, _restore), (check, _check)):
        name.set_defaults(verb=verb)
        name.add_argument("--recovery-key", action="store_true", help="ask for that instead")
        name.add_argument("--passphrase-fd", type=int, metavar="N", help="read it from there")


def _backup(asked: argparse.Namespace) -> str:
    out = asked.out / _file_name() if asked.out.is_dir() else asked.out
    if out.exists():
        raise Refusal("out", f"{out} is there already. Please choose another name.")
    session = _session(asked)
    try:
        session.backups.make(out)
    finally:
        session.close()
    return f"Wrote {out}, and opened it again: it is whole."


def _verify(asked: argparse.Namespace) -> str:
    key = _key_of_backup(asked)
    try:
        return f"This backup is whole. {_told(restoring.verify(asked.file, key))}"
    finally:
        wipe(key)


def _restore(asked: argparse.Namespace) -> str:
    key = _key_of_backup(asked)
    try:
        done = restoring.restore(asked.file, key, asked.folder)
    finally:
        wipe(key)
    # An earlier state is what was asked for, and no news at the next start.
    LastSeen(files.computer(), machine=None).forget(copies.read(asked.folder).vault_id)
    kept = f" The vault that was there is kept as {done.kept}." if done.kept else ""
    return f"Restored into {asked.folder}. {_told(done.inside)}{kept}"


def _check(asked: argparse.Namespace) -> str:
    session = _session(asked)
    try:
        faults = session.backups.check()
    finally:
        session.close()
    if faults:
        raise Trouble(
            what_happened=" ".join(faults),
            what_is_safe="Nothing was changed.",
            what_to_do="Copy the vault folder to another disk, then restore a backup.",
        )
    return "This vault is whole."


def _told(inside: Inside) -> str:
    latest = f", the latest on {_day(inside.latest)}" if inside.latest else ""
    return (
        f"Made on {_day(inside.made)} at {inside.made:%H:%M}; people: {inside.people}; "
        f"conversations: {inside.conversations}{latest}."
    )


def _day(day: date) -> str:
    """Return a day as it is said: 1 November 2026."""
    return f"{day.day} {day:%B %Y}"


def _file_name() -> str:
    return f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.zip"


def _session(asked: argparse.Namespace) -> Session:
    if vault_folder.look_into(asked.vault).standing is Standing.NOTHING_YET:
        raise Refusal("vault", f"There is no vault in {asked.vault}. Nothing was changed.")

    def unlock(passphrase: str) -> bytearray:
        return unlocking.unlock(asked.vault, passphrase)

    key = _unlocked(asked, unlock)
    try:
        return Session.open(asked.vault, key)
    finally:
        wipe(key)


def _key_of_backup(asked: argparse.Namespace) -> bytearray:
    def unlock(passphrase: str) -> bytearray:
        return restoring.unlock(asked.file, passphrase)

    return _unlocked(asked, unlock)


def _unlocked(asked: argparse.Namespace, unlock: _Unlock) -> bytearray:
    what = "Recovery key" if asked.recovery_key else "Passphrase"
    where: int | None = asked.passphrase_fd
    typed = _from_terminal(what) if where is None else _from_descriptor(where)
    return unlocking.unlock_with_recovery_key(typed) if asked.recovery_key else unlock(typed)


def _from_descriptor(number: int) -> str:
    try:
        with os.fdopen(number, encoding="utf-8", newline="") as source:
            return source.read().removesuffix("\n").removesuffix("\r")
    except (OSError, ValueError):
        raise Refusal("passphrase", f"Nothing can be read from descriptor {number}.") from None


def _from_terminal(what: str) -> str:
    """Ask without showing what is typed; a Refusal where that cannot be hidden."""
    import warnings
    from getpass import GetPassWarning, getpass

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)
            return getpass(f"{what}: ")
    except (GetPassWarning, EOFError):
        raise Refusal(
            "passphrase", "There is no terminal to ask on. Please use --passphrase-fd."
        ) from None


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
        f"agreed on {_day(letter.on)}. These are sample people."
    )


def _sample_session(folder: Path) -> Session:
    """Make a throw-away vault that nobody else has a key to, and tell the sample story into it."""
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
