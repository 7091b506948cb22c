"""A backup as one file: the encrypted notes and the keys to them, in a plain zip.

Members are stored, not compressed, so that any zip tool brings back ``notes.db`` and ``keys.json``
should Onward ever be gone. The layout is fixed and every byte of it can be foretold from what it
holds, so that a flipped bit is noticed wherever it falls (security.md 2.2 and row 6).
"""

import errno
import hashlib
import json
import os
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from desktop.domain.errors import Trouble
from desktop.vault import keyfile, slots
from desktop.vault.durable import sync_file
from desktop.vault.keyfile import KeyFile, KeysTrouble

FORMAT: Final = "onward backup"
VERSION: Final = 1
_MEMBERS: Final = (b"notes.db", b"keys.json")
# APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16; 4 GB is where its sizes end.
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_LONGEST: Final = 0xFFFFFFFF - 0x100000
_LONGEST_TAIL: Final = 0x100000
# Members carry no times: 1980-01-01, the first day a zip knows. When it was made is in the comment.
_DOS_TIME, _DOS_DATE = 0, 0x21
_PRIVATE_FILE: Final = 0o100600 << 16
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Label:
    """What a backup says about itself without a key."""

    made: datetime
    keys: KeyFile
    size: int
    crc: int


class NotWhole(Trouble):
    """A backup file that is damaged or incomplete."""

    def __init__(self) -> None:
        super().__init__(
            what_happened="This backup is damaged or incomplete.",
            what_is_safe="Nothing was changed.",
            what_to_do="Copy it again from where it came, or choose another backup.",
        )


def labelled(content: bytes, keys: KeyFile, made: datetime) -> Label:
    """Return the label of a backup of these notes."""
    return Label(made, keys, len(content), zlib.crc32(content))


def write(path: Path, label: Label, content: bytes) -> None:
    """Write a new backup file, for its owner only, down to the disk; Trouble when that refuses."""
    if len(content) > _LONGEST:
        raise _too_large()
    head, tail = _frame(label)
    with _writing(path) as file:
        file.write(head)
        file.write(content)
        file.write(tail)
    _forget_in_memory(path)


def read(path: Path) -> Label:
    """Return the label of a backup file after looking at all of it except the notes themselves.

    Raises Trouble for a file that is not whole, not a backup, or from a newer Onward.
    """
    with _reading(path) as file:
        size, crc = _notes_of(file.read(_LOCAL.size + len(_MEMBERS[0])))
        length = os.fstat(file.fileno()).st_size
        if not 0 < length - _start() - size <= _LONGEST_TAIL:
            raise NotWhole
        file.seek(_start() + size)
        return _label(size, crc, file.read())


def read_through(path: Path) -> Label:
    """Return the label of a backup file after reading all of it; Trouble as ``read``."""
    label = read(path)
    for _chunk in _notes(path, label):
        pass
    return label


def unpack_notes(path: Path, to: Path) -> Label:
    """Write the notes of a backup, still encrypted, to a new file ``to``; Trouble as ``read``."""
    label = read(path)
    with _writing(to) as target:
        for chunk in _notes(path, label):
            target.write(chunk)
    return label


def _notes(path: Path, label: Label) -> Iterator[bytes]:
    """Yield the notes piece by piece; Trouble at the end if they were not what the label says."""
    crc, left = 0, label.size
    with _reading(path) as file:
        file.seek(_start())
        while left and (chunk := file.read(min(_CHUNK, left))):
            crc, left = zlib.crc32(chunk, crc), left - len(chunk)
            yield chunk
    if left or crc != label.crc:
        raise NotWhole


def _start() -> int:
    return _LOCAL.size + len(_MEMBERS[0])


def _frame(label: Label) -> tuple[bytes, bytes]:
    """Return all the bytes before and after the notes."""
    keys, comment = keyfile.to_bytes(label.keys), _comment(label.made)
    notes = (_MEMBERS[0], label.size, label.crc)
    beside = (_MEMBERS[1], len(keys), zlib.crc32(keys))
    keys_at = _start() + label.size
    before_central = _local(*beside) + keys
    central = _central(*notes, 0) + _central(*beside, keys_at)
    end = _END.pack(
        *(b"PK\5\6", 0, 0, 2, 2, len(central), keys_at + len(before_central), len(comment))
    )
    return _local(*notes), before_central + central + end + comment


def _local(name: bytes, size: int, crc: int) -> bytes:
    fields = (20, 0, 0, _DOS_TIME, _DOS_DATE, crc, size, size, len(name), 0)
    return _LOCAL.pack(b"PK\3\4", *fields) + name


def _central(name: bytes, size: int, crc: int, at: int) -> bytes:
    fields = (3 << 8 | 20, 20, 0, 0, _DOS_TIME, _DOS_DATE, crc, size, size, len(name), 0, 0, 0, 0)
    return _CENTRAL.pack(b"PK\1\2", *fields, _PRIVATE_FILE, at) + name


def _comment(made: datetime) -> bytes:
    fields: dict[str, object] = {"format": FORMAT, "v": VERSION, "made": made.isoformat()}
    return slots.canonical({**fields, "sha256": _checksum(fields)})


def _made(comment: bytes) -> datetime:
    fields = json.loads(comment)
    if fields.pop("sha256") != _checksum(fields):
        raise ValueError("not as written")
    if fields["v"] > VERSION:
        raise _newer()
    return datetime.fromisoformat(fields["made"])


def _checksum(fields: Mapping[str, object]) -> str:
    return hashlib.sha256(slots.canonical(fields)).hexdigest()


def _notes_of(head: bytes) -> tuple[int, int]:
    """Return size and checksum of the notes from the first bytes of a backup."""
    if len(head) < _start() or head[:4] != b"PK\3\4" or not head.endswith(_MEMBERS[0]):
        raise _not_a_backup()
    fields = _LOCAL.unpack_from(head)
    crc, size = fields[6], fields[7]
    if head != _local(_MEMBERS[0], size, crc):
        raise NotWhole
    return size, crc


def _label(size: int, crc: int, tail: bytes) -> Label:
    """Read what follows the notes; written again it must be the same bytes."""
    try:
        length = _LOCAL.unpack_from(tail)[7]
        starts = _LOCAL.size + len(_MEMBERS[1])
        keys = keyfile.from_bytes(tail[starts : starts + length])
        ends = starts + length + 2 * _CENTRAL.size + sum(len(name) for name in _MEMBERS)
        label = Label(_made(tail[ends + _END.size :]), keys, size, crc)
    except KeysTrouble as trouble:
        raise (_newer() if trouble.fault is keyfile.Fault.NEWER else NotWhole()) from None
    except (struct.error, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NotWhole from None
    if _frame(label)[1] != tail:
        raise NotWhole
    return label


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise _cannot_read() from error


def _forget_in_memory(path: Path) -> None:
    """Ask the system to read a file from its disk the next time, so that reading proves writing."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError), path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


@contextmanager
def _writing(path: Path) -> Iterator[BinaryIO]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            yield file
            file.flush()
            sync_file(file.fileno())
    except OSError as error:
        raise cannot_write(error) from error


def cannot_write(error: OSError) -> Trouble:
    """Return the sentences for a disk that did not take a backup."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        reason, way_out = "its disk is full", "Free some space there, or choose another disk."
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        reason = "its folder does not allow writing"
        way_out = "Allow writing there, or choose another folder."
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        reason = "its folder is not there"
        way_out = "Look whether its disk is connected, or choose another folder."
    else:
        reason, way_out = "its disk reported an error", "Check the disk, or choose another one."
    return Trouble(
        what_happened=f"The backup could not be written or checked: {reason}.",
        what_is_safe="Your notes and your earlier backups are as they were.",
        what_to_do=way_out,
    )


_SAFE: Final = "Nothing was changed."


def _not_a_backup() -> Trouble:
    return Trouble(
        what_happened="This file is not a backup made by Onward, or its beginning is damaged.",
        what_is_safe=_SAFE,
        what_to_do="Choose another file.",
    )


def _newer() -> Trouble:
    return Trouble(
        what_happened="This backup was made by a newer Onward.",
        what_is_safe=_SAFE,
        what_to_do="Install the newer version on this computer and use the backup with it.",
    )


def _too_large() -> Trouble:
    return Trouble(
        what_happened="The vault is larger than 4 GB, which is more than one backup file holds.",
        what_is_safe="Your notes are as they were.",
        what_to_do="Close Onward and copy the whole vault folder instead.",
    )


def _cannot_read() -> Trouble:
    return Trouble(
        what_happened="The backup cannot be read.",
        what_is_safe=_SAFE,
        what_to_do="Look whether its disk is connected and whether you may read the file.",
    )
