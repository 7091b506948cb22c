"""The two identical copies of the key file in a vault folder, which heal each other.

Never a copy of the previous generation: that would keep the previous passphrase alive.
"""

from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.vault.durable import clear_unfinished, sync_folder, write_durably
from desktop.vault.keyfile import Fault, KeyFile, KeysTrouble, from_bytes, to_bytes

NAMES: Final = ("keys.json", "keys.2.json")


def read(folder: Path) -> KeyFile:
    """Return the key file of a vault folder: of its valid copies, the one with the highest seq.

    Raises KeysTrouble when no copy is usable, when one is from a newer version, or when the two
    belong to different vaults. Writes nothing.
    """
    found: list[KeyFile] = []
    faults: list[Fault] = []
    for name in NAMES:
        try:
            found.append(from_bytes(_content(folder / name)))
        except KeysTrouble as trouble:
            faults.append(trouble.fault)
    if Fault.NEWER in faults:
        raise KeysTrouble(Fault.NEWER)
    if not found:
        raise KeysTrouble(next(fault for fault in Fault if fault in faults))
    if len({keys.vault_id for keys in found}) > 1:
        raise KeysTrouble(Fault.MIXED)
    return max(found, key=lambda keys: keys.seq)


def write(folder: Path, keys: KeyFile) -> None:
    """Write both copies durably, one after the other. Hold the vault's lock while you do.

    Raises Trouble when the disk refuses: before the first copy nothing has changed; after it the
    new keys are in force and the sentence says so.
    """
    content = to_bytes(keys)
    for name in NAMES:
        clear_unfinished(folder / name)
    write_durably(folder / NAMES[0], content)
    try:
        write_durably(folder / NAMES[1], content)
    except Trouble as trouble:
        raise Trouble(
            what_happened=trouble.what_happened,
            what_is_safe="The change itself is saved and in force; only its second copy is not.",
            what_to_do=f"{trouble.what_to_do} The copy is repaired the next time you unlock.",
        ) from trouble


def heal(folder: Path) -> bool:
    """Rewrite a copy that is missing, damaged or behind; True if one was. Hold the vault's lock.

    Raises as ``read`` and ``write_durably`` do.
    """
    content = to_bytes(read(folder))
    ill = [name for name in NAMES if not _holds(folder / name, content)]
    for name in ill:
        clear_unfinished(folder / name)
        write_durably(folder / name, content)
    return bool(ill)


def set_aside(folder: Path) -> None:
    """Rename copies that are damaged or another vault's, so that new ones overwrite nothing."""
    for name in NAMES:
        if (folder / name).exists():
            (folder / name).rename(_free_name(folder, name))
    sync_folder(folder)


def _free_name(folder: Path, name: str) -> Path:
    number = 1
    while (aside := folder / f"{name}.aside-{number}").exists():
        number += 1
    return aside


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise KeysTrouble(Fault.MISSING) from None
    except OSError:
        raise KeysTrouble(Fault.UNREADABLE) from None


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
