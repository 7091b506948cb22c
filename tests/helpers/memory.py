"""Looking for words in the memory of a running process."""

import os
from pathlib import Path


def copies_in_memory(pids: list[int], words: str) -> int:
    """Return how often the words stand in the memory of these processes, in UTF-8 and UTF-16."""
    return copies_of(pids, words.encode("utf-8"), words.encode("utf-16-le"))


def copies_of(pids: list[int], *wanted: bytes) -> int:
    """Return how often any of these bytes stand in the memory of these processes."""
    return sum(_copies(pid, wanted) for pid in pids)


def with_in_environment(setting: str) -> list[int]:
    """Return every process that was started with this NAME=VALUE, or descends from one."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            given = (folder / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if setting.encode() in given:
            found.append(int(folder.name))
    return found


def _copies(pid: int, wanted: tuple[bytes, ...]) -> int:
    try:
        lines = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()
        memory = os.open(f"/proc/{pid}/mem", os.O_RDONLY)
    except (FileNotFoundError, ProcessLookupError):
        return 0
    found = 0
    try:
        for line in lines:
            span, rights = line.split()[:2]
            if rights.startswith("rw"):
                start, end = (int(edge, 16) for edge in span.split("-"))
                content = _read(memory, start, end)
                found += sum(content.count(needle) for needle in wanted)
    finally:
        os.close(memory)
    return found


def _read(descriptor: int, start: int, end: int) -> bytes:
    try:
        return os.pread(descriptor, end - start, start)
    except OSError:
        return b""
