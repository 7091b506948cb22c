"""Looking for words in the memory of a running process."""

from pathlib import Path


def copies_in_memory(pids: list[int], words: str) -> int:
    """Return how often the words stand in the memory of these processes, in UTF-8 and UTF-16."""
    wanted = (words.encode("utf-8"), words.encode("utf-16-le"))
    return sum(_copies(pid, needle) for pid in pids for needle in wanted)


def _copies(pid: int, needle: bytes) -> int:
    found = 0
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
            span, rights = line.split()[:2]
            if rights.startswith("rw"):
                start, end = (int(edge, 16) for edge in span.split("-"))
                found += _read(memory.fileno(), start, end).count(needle)
    return found


def _read(descriptor: int, start: int, end: int) -> bytes:
    import os

    try:
        return os.pread(descriptor, end - start, start)
    except OSError:
        return b""
