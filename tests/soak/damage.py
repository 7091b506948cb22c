"""Damages a vault, its keys and its backups, and looks what the manager would see each time.

Damage is always noticed, no word is shown that was not written, and nothing ends in a traceback:
``dev.py soak damage [FLIPS [SEED]] [PART …]`` flips 500 bits and cuts 200 times in each of them, or
in the parts that are named alone: ``notes``, ``key``, ``keys`` (both copies), ``backup``.
"""

import json
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.errors import Damaged, Trouble
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, newest_good, people, restoring
from desktop.services.private import access, answers
from desktop.storage.salvage.rescue import NAME_LOST
from desktop.vault import copies, folder, restore_points, unlocking
from desktop.vault.keyfile import KeysTrouble
from tests.helpers.clock import Clock
from tests.helpers.damage import PAGE
from tests.helpers.vaults import KEY, OpenVault, make_vault_with_passphrase, open_vault

FLIPS = 500
CUTS = 200
SEED = 20261122
PASSPHRASE = "five words of a soak"
NAMES = ("Priya Nair", "Tomás Ortega", "Jun Watanabe")
_LONG = "She would rather build than lead. "


class Wrong(AssertionError):
    """Something was shown that was never written, or damage was passed over."""


@dataclass(frozen=True)
class Written:
    """A vault that is whole, and everything that was written into it."""

    vault: Path
    names: frozenset[str]
    notes: frozenset[str]

    @classmethod
    def into(cls, home: Path) -> "Written":
        """Make a vault with people, talks, notes short and long, and one backup."""
        clock, vault = Clock(), home / "vault"
        make_vault_with_passphrase(vault, clock, PASSPHRASE)
        session = open_vault(vault, clock)
        notes = set()
        for number, name in enumerate(NAMES):
            who = people.add(session.shared, name).value
            for _ in range(2):
                clock.forward(days=90)
                talk = conversations.begin(session.shared, who).value
                for place, step in enumerate(conversations.path(session.shared, talk).steps[:4]):
                    note = f"{name}, {place}: {_LONG * (3 + 90 * (place + number))}"
                    answers.write(
                        session.private, Answer(talk, step.question, PrivateText(note), 0)
                    )
                    notes.add(note)
        session.backups.make()
        session.close()
        return cls(vault, frozenset(NAMES), frozenset(notes))

    def copy_to(self, place: Path) -> Path:
        """Put a copy of the vault somewhere and return its folder."""
        shutil.rmtree(place, ignore_errors=True)
        return Path(shutil.copytree(self.vault, place))


@dataclass
class Tally:
    """What came of each trial, in the words of what the manager sees."""

    seen: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def take(self, kind: str, seed: int, trial: Callable[[], str]) -> None:
        """Count a trial; one that ends in anything but a sentence is wrong."""
        try:
            self.seen[f"{kind}: {trial()}"] += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, the manager would see it
            self.wrong.append(f"{kind}, seed {seed}: {type(error).__name__} {error}")


# What the manager sees ------------------------------------------------------------------------


def of_notes(written: Written, vault: Path) -> str:
    """Open a vault as it lies there and read all of it; then once more as after meeting damage."""
    first = _read(written, vault)
    if first == "everything is shown":
        raise Wrong(_unnoticed(vault))
    if first.startswith("met"):
        folder.mark_damaged(vault)
        second = _read(written, vault)
        if second == "everything is shown":
            raise Wrong("damage that was met is passed over the next time")
        return f"{first}, then {second}"
    return first


def _unnoticed(vault: Path) -> str:
    """Nothing that is shown was damaged; the check that follows every opening must see it."""
    session = open_vault(vault, Clock())
    try:
        session.backups.make()
    except Damaged:
        raise _Noticed from None
    finally:
        session.close()
    return "damage that no check sees"


class _Noticed(Exception):
    """The check after opening has met the damage."""


def _read(written: Written, vault: Path) -> str:
    try:
        session = open_vault(vault, Clock())
    except Trouble as trouble:
        _in_sentences(trouble)
        return "it stays closed, and says why"
    try:
        _only_what_was_written(written, session)
        if session.reading is not None:
            return "open for reading only"
    except Damaged as trouble:
        _in_sentences(trouble)
        return "met while reading"
    finally:
        session.close()
    return "everything is shown"


def _only_what_was_written(written: Written, session: OpenVault) -> None:
    names, notes = set(), set()
    for person in people.everybody(session.shared):
        names.add(person.name)
        access.about(session.private, person.id)
        for talk in session.shared.conversations.of(person.id):
            notes |= {note.words.reveal() for note in answers.notes_of(session.private, talk.id)}
    strange = {each for each in names - written.names if not each.startswith(NAME_LOST)}
    if strange or notes - written.notes:
        raise Wrong("words are shown that nobody wrote")
    missing = (written.names - names) | (written.notes - notes)
    if session.reading is None and missing:
        raise Wrong("words are missing, and nothing is said")


def of_keys(written: Written, vault: Path) -> str:
    """Unlock a vault with its passphrase, and with its own key where that cannot be."""
    try:
        key = unlocking.unlock(vault, PASSPHRASE)
    except KeysTrouble as trouble:
        _in_sentences(trouble)
        said = "the recovery key opens it"
    else:
        said = "the passphrase opens it"
        if bytes(key) != KEY:
            raise Wrong("another key")
    session = open_vault(vault, Clock())
    _only_what_was_written(written, session)
    session.close()
    whole = {(written.vault / name).read_bytes() for name in copies.NAMES}
    if {(vault / name).read_bytes() for name in copies.NAMES} != whole:
        raise Wrong("the keys were not healed")
    return f"{said}, and both copies are whole again"


def of_backup(written: Written, vault: Path) -> str:
    """Look inside the only backup, and look for the newest good one."""
    (file,) = (vault / restore_points.FOLDER).glob("*.zip")
    try:
        restoring.verify(file, bytearray(KEY), vault)
    except Trouble as trouble:
        _in_sentences(trouble)
        if newest_good.newest_good(vault, bytearray(KEY)) is not None:
            raise Wrong("a damaged backup is offered") from None
        return "refused, and says why"
    raise Wrong("a damaged backup counts as whole")


def _in_sentences(trouble: Trouble) -> None:
    if not (trouble.what_happened and trouble.what_is_safe and trouble.what_to_do):
        raise Wrong("trouble without its sentences")


# The damage -----------------------------------------------------------------------------------


def flipped(chance: random.Random, content: bytes) -> bytes:
    """Return a file with one bit changed."""
    damaged = bytearray(content)
    damaged[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def cut(chance: random.Random, content: bytes) -> bytes:
    """Return a file without its end: at the end of a page as often as anywhere."""
    at = chance.randrange(len(content))
    if chance.random() < 0.5 and len(content) > PAGE:
        at = at // PAGE * PAGE
    return content[:at]


def damages(flips: int, cuts: int, seed: int) -> Iterator[tuple[int, Callable[[bytes], bytes]]]:
    """Yield every damage with the seed that repeats it."""
    for number in range(flips + cuts):
        chance = random.Random(seed + number)
        how = flipped if number < flips else cut
        yield seed + number, lambda content, how=how, chance=chance: how(chance, content)  # type: ignore[misc]


@dataclass(frozen=True)
class Part:
    """A part of the vault: its name in the tally, its files, and what is looked at afterwards."""

    kind: str
    files: tuple[str, ...]
    look: Callable[[Written, Path], str]


PARTS = {
    "notes": Part("notes", (folder.NOTES,), of_notes),
    "key": Part("one copy of the keys", (copies.NAMES[0],), of_keys),
    "keys": Part("both copies of the keys", copies.NAMES, of_keys),
    "backup": Part("backup", (f"{restore_points.FOLDER}/*.zip",), of_backup),
}
"""What is damaged, under the words that name it on the command line."""


def soak(
    written: Written,
    flips: int,
    cuts: int,
    seed: int,
    place: Path,
    among: tuple[str, ...] = tuple(PARTS),
) -> Tally:
    """Do all of it to each part that is named."""
    tally = Tally()
    for part in (PARTS[name] for name in among):
        for at, damage in damages(flips, cuts, seed):
            vault = written.copy_to(place)
            for name in part.files:
                (file,) = vault.glob(name)
                file.write_bytes(damage(file.read_bytes()))
            tally.take(
                part.kind,
                at,
                lambda part=part, vault=vault: _noticed(part.look, written, vault),  # type: ignore[misc]
            )
    return tally


def _noticed(look: Callable[[Written, Path], str], written: Written, vault: Path) -> str:
    try:
        return look(written, vault)
    except _Noticed:
        return "everything is shown, and the check after opening notices"


def main(argv: list[str]) -> int:
    """Run the full numbers; print one line of JSON, and every trial that went wrong."""
    numbers = [int(each) for each in argv[1:] if each.isdigit()]
    flips, seed = (*numbers, *(FLIPS, SEED)[len(numbers) :])
    among = tuple(each for each in argv[1:] if each in PARTS) or tuple(PARTS)
    with tempfile.TemporaryDirectory(prefix="onward-soak-") as home:
        written = Written.into(Path(home))
        tally = soak(written, flips, flips * CUTS // FLIPS, seed, Path(home) / "damaged", among)
    print(json.dumps({"seed": seed, "wrong": len(tally.wrong), **sorted_words(tally)}))
    for words in tally.wrong:
        print(words)
    return 1 if tally.wrong else 0


def sorted_words(tally: Tally) -> dict[str, int]:
    """Return how often each thing was seen, in the order of the words."""
    return dict(sorted(tally.seen.items()))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
