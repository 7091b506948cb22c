"""What a process asked of the disk, call by call, read from strace; and what a power cut leaves.

A disk may drop, reorder and tear whatever was written since the last sync of a file, at its
sectors of 512 bytes; a name is there for certain only once its folder was synced. That is more
than most disks do, and no less than any may do (security.md, section 3, P).
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

CALLS: Final = (
    "openat,close,pwrite64,write,writev,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,"
    "unlink,unlinkat,mkdir,rmdir"
)
SECTOR: Final = 512
_LINE: Final = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_STRING: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class Inode:
    """One file: what is certainly on the disk, and what was written since, in order."""

    certain: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, content: bytes) -> None:
        """Note that bytes were written at some place."""
        self.pending.append((at, content))

    def cut(self, length: int) -> None:
        """Note that it was given another length."""
        self.pending.append((length, None))

    def sync(self) -> None:
        """Make everything certain."""
        self.certain = _applied(self.certain, self.pending)
        self.pending = []

    def left(self, dice: random.Random, share: float) -> bytes:
        """Return what a power cut leaves, with about ``share`` of the pending sectors written."""
        return _applied(self.certain, _some(self.pending, dice, share))


def _some(
    pending: list[tuple[int, bytes | None]], dice: random.Random, share: float
) -> Iterator[tuple[int, bytes | None]]:
    for at, content in pending:
        if content is None:
            if dice.random() < share:
                yield at, None
            continue
        whole = dice.random()
        if whole < share * 0.7:
            yield at, content
        elif whole < share:
            yield from _torn(at, content, dice)


def _torn(at: int, content: bytes, dice: random.Random) -> Iterator[tuple[int, bytes]]:
    """Yield some of the sectors of a write."""
    start = at
    while start < at + len(content):
        end = min((start // SECTOR + 1) * SECTOR, at + len(content))
        if dice.random() < 0.5:
            yield start, content[start - at : end - at]
        start = end


def _applied(certain: bytes, changes: object) -> bytes:
    file = bytearray(certain)
    for at, content in changes:  # type: ignore[attr-defined]
        length = at if content is None else at + len(content)
        if content is None:
            del file[length:]
        file.extend(bytes(max(0, length - len(file))))
        if content is not None:
            file[at:length] = content
    return bytes(file)


Names = dict[str, Inode | None]
"""What lies under which path; None for a folder."""
Change = Callable[[Names], None]


@dataclass
class Disk:
    """A folder on a disk: the names that are certain, and what was changed about names since."""

    certain: Names
    live: Names
    pending: list[tuple[str, Change]] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path) -> "Disk":
        """Return a disk on which a folder lies as it is, all of it certain."""
        names: Names = {
            str(path): Inode(path.read_bytes()) if path.is_file() else None
            for path in (folder, *folder.rglob("*"))
        }
        return cls(dict(names), dict(names))

    def change(self, folder: str, how: Change) -> None:
        """Change something about the names in a folder."""
        how(self.live)
        self.pending.append((folder, how))

    def sync_folder(self, folder: str) -> None:
        """Make the names in a folder certain."""
        for _, how in (each for each in self.pending if each[0] == folder):
            how(self.certain)
        self.pending = [each for each in self.pending if each[0] != folder]

    def left(self, dice: random.Random) -> dict[str, bytes | None]:
        """Return what a power cut leaves: under every path that is there, its bytes."""
        share = dice.choice((0.0, 0.5, 0.9, 1.0))
        names = dict(self.certain)
        for _, how in self.pending:
            if dice.random() < share:
                how(names)
        root = min(names, key=len)
        return {
            path: None if inode is None else inode.left(dice, share)
            for path, inode in names.items()
            if path == root or _folder(path) in names
        }


@dataclass
class _Open:
    path: str
    inode: Inode | None
    at: int = 0


class Replay:
    """Plays a trace on a disk, call by call; what the act said stands in ``said``."""

    def __init__(self, folder: Path, trace: Path) -> None:
        """Take the folder as it is now, before the act; ``trace`` may be written later."""
        self.disk = Disk.of(folder)
        self.said: list[str] = []
        self._root = str(folder)
        self._trace = trace
        self._open: dict[int, _Open] = {}
        self._half = b""

    def __iter__(self) -> Iterator[int]:
        """Play call after call; yield the number of each after which the power might go."""
        number = 0
        with self._trace.open(encoding="ascii") as trace:
            for line in trace:
                match = _LINE.match(line)
                if match and int(match[3]) >= 0 and self._play(match[1], match[2], int(match[3])):
                    number += 1
                    yield number

    def _play(self, call: str, arguments: str, result: int) -> bool:
        """Play one call; True if it was one that concerns the folder, or something was said."""
        if call == "openat":
            return self._opened(arguments, result)
        if call in ("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "rmdir"):
            return self._named(call, arguments)
        descriptor = int(arguments.split(",", maxsplit=1)[0].split(")", maxsplit=1)[0])
        if call == "close":
            self._open.pop(descriptor, None)
            return False
        if call == "writev":
            self._hear(_text(arguments))
            return True
        found = self._open.get(descriptor)
        return found is not None and self._on_file(found, call, arguments, result)

    def _on_file(self, found: _Open, call: str, arguments: str, result: int) -> bool:
        if call == "lseek":
            found.at = result
            return False
        if found.inode is None:
            self.disk.sync_folder(found.path)
        elif call == "pwrite64":
            found.inode.write(int(arguments.rsplit(",", 1)[1]), _text(arguments)[:result])
        elif call == "write":
            found.inode.write(found.at, _text(arguments)[:result])
            found.at += result
        elif call == "ftruncate":
            found.inode.cut(int(arguments.rsplit(",", 1)[1]))
        else:
            found.inode.sync()
        return True

    def _opened(self, arguments: str, descriptor: int) -> bool:
        path = _text(arguments).decode()
        if not path.startswith(self._root):
            self._open.pop(descriptor, None)
            return False
        is_new = path not in self.disk.live
        if is_new:
            self._link(path, Inode())
        inode = self.disk.live[path]
        self._open[descriptor] = _Open(path, inode)
        if inode is not None and "O_TRUNC" in arguments and not is_new:
            inode.cut(0)
            return True
        return is_new

    def _named(self, call: str, arguments: str) -> bool:
        first, *second = (_bytes(found[1]).decode() for found in _STRING.finditer(arguments))
        if not first.startswith(self._root):
            return False
        if call == "mkdir":
            self._link(first, None)
        elif call.startswith("rename"):
            inode = self.disk.live[first]
            self.disk.change(_folder(first), lambda names: _rename(names, first, second[0], inode))
        else:
            self.disk.change(_folder(first), lambda names: _drop(names, first))
        return True

    def _link(self, path: str, inode: Inode | None) -> None:
        self.disk.change(_folder(path), lambda names: names.update({path: inode}))

    def _hear(self, words: bytes) -> None:
        *lines, self._half = (self._half + words).split(b"\n")
        self.said += [line.decode() for line in lines]


def _rename(names: Names, first: str, second: str, inode: Inode | None) -> None:
    names.pop(first, None)
    names[second] = inode


def _drop(names: Names, path: str) -> None:
    names.pop(path, None)


def _folder(path: str) -> str:
    return str(Path(path).parent)


def _text(arguments: str) -> bytes:
    found = _STRING.search(arguments)
    return _bytes(found[1]) if found else b""


def _bytes(written: str) -> bytes:
    return bytes.fromhex(written.replace("\\x", ""))
