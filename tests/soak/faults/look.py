"""What is left after a fault: opened as a manager opens it, and compared with what was promised."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.errors import Trouble
from desktop.services import restoring
from desktop.session import Session
from desktop.storage import about, backup
from desktop.vault import copies, quick_unlock, restore_points
from desktop.vault.lockfile import hold
from tests.helpers.clock import Clock
from tests.soak.faults import acts, hand

_BELONG = {"notes.db", "notes.db-journal", "vault.lock", "backups", *copies.NAMES}
_BELONG.add(quick_unlock.TYPED)


class Lost(AssertionError):
    """A promise was broken."""


@dataclass
class Known:
    """What somebody knows about a vault who has only seen what was acknowledged."""

    stands: hand.Stands
    key: int = 0
    phrase: int = 0
    backups: list[str] = field(default_factory=list)


def known(room: Path) -> Known:
    """Return what is known of a vault that was just made."""
    found = Known({})
    found.stands = _read(room / "vault", found)
    return found


def what_is_left(room: Path, before: Known, said: list[str], seed: str) -> Known:
    """Open the vault of a room after a fault; return what is known now. Lost if a promise broke.

    ``said`` is what the act acknowledged, in order; ``seed`` is that of its dice.
    """
    folder = room / "vault"
    now = Known(before.stands, _last(said, "renewed", before.key), before.phrase)
    now.phrase = _last(said, "phrase", before.phrase)
    try:
        now.phrase, now.key = _way_in(folder, now)
        with hold(folder):
            copies.heal(folder)
        now.stands = _read(folder, now)
        _faultless(folder, now)
        now.backups = _whole_backups(folder, now, said)
        _named(folder, said)
    except Trouble as trouble:
        raise Lost(f"It does not open: {trouble}") from trouble
    _in_order(before.stands, now.stands, said, seed)
    return now


def _way_in(folder: Path, known: Known) -> tuple[int, int]:
    """Return which passphrase opens which key: the last acknowledged ones, or those under way."""
    for phrase in (known.phrase, known.phrase + 1):
        try:
            return phrase, acts.key_in_force(folder, known.key, phrase)
        except AssertionError:
            continue
    raise Lost(f"Neither passphrase {known.phrase} nor the next opens key {known.key} or the next")


def _read(folder: Path, known: Known) -> hand.Stands:
    vault = Session.open(folder, acts.data_key(known.key), Clock())
    try:
        return hand.read(vault)
    finally:
        vault.close()


def _faultless(folder: Path, known: Known) -> None:
    faults = backup.faults(folder / "notes.db", acts.data_key(known.key))
    if faults:
        raise Lost(f"The file is damaged: {faults}")
    strays = {path.name for path in folder.iterdir()} - _BELONG
    if strays:
        raise Lost(f"Something was left behind: {sorted(strays)}")


def _whole_backups(folder: Path, known: Known, said: list[str]) -> list[str]:
    """Read every backup that has come, or was made since; the newest must be the last one told."""
    points = restore_points.of_vault(folder)
    names = [point.path.name for point in points]
    lying = {path.name for path in (folder / restore_points.FOLDER).glob("*")}
    if lying - set(names):
        raise Lost(f"These are no whole backups: {sorted(lying - set(names))}")
    told = [line.removeprefix("backed up ") for line in said if line.startswith("backed up")]
    if told and told[-1] not in names:
        raise Lost(f"The backup {told[-1]} is gone")
    for point in points:
        if point.path.name in known.backups:
            continue
        key = known.key if point.epoch == known.key + 1 else point.epoch - 1
        restoring.verify(point.path, acts.data_key(key))
    return names


def _in_order(before: hand.Stands, found: hand.Stands, said: list[str], seed: str) -> None:
    """Compare what stands with the edits that were kept; one more may have been under way."""
    dice, stands = random.Random(seed), before
    kept = said.count("kept")
    for _ in range(kept):
        stands = hand.after(stands, hand.next_edit(dice, stands))
    under_way = hand.after(stands, hand.next_edit(dice, stands))
    if found not in (stands, under_way):
        raise Lost(f"After {kept} kept edits there is: {_difference(stands, found)}")


def _difference(wanted: hand.Stands, found: hand.Stands) -> str:
    places = sorted(p for p in {*wanted, *found} if wanted.get(p) != found.get(p))
    both = ((p, found.get(p, "")[:40], wanted.get(p, "")[:40]) for p in places)
    return "; ".join(f"{place}: {there!r}, not {due!r}" for place, there, due in both)


def _last(said: list[str], word: str, before: int) -> int:
    told = [int(line.split()[1]) for line in said if line.startswith(f"{word} ")]
    return told[-1] if told else before


def _named(folder: Path, said: list[str]) -> None:
    """Compare the name on the vault with the last one told, or the one after it."""
    told = _last([line.replace("named Sam", "named") for line in said], "named", -1)
    if told < 0:
        return
    with backup.reading(folder / "notes.db", acts.data_key(0)) as reader:
        found = about.AboutShelf(reader).manager_name()
    if found not in (f"Sam {told}", f"Sam {told + 1}"):
        raise Lost(f"The name on it is {found}, not Sam {told}")
