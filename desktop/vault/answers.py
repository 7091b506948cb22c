"""What the vault process answers the gate on its stdout: a word a line, trouble with sentences.

Nothing of anybody's notes passes here.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from typing import BinaryIO, Literal, cast, get_args

from desktop.domain.errors import Trouble

Word = Literal["built", "open", "trouble", "quit", "damaged", "rescuing"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the vault process says back: what it does, what came of it, and trouble."""

    word: Word
    trouble: Trouble | None = None


def say(stream: BinaryIO, word: Word, trouble: Trouble | None = None) -> None:
    """Answer the gate with one line; once it has gone, nobody needs the answer."""
    line: str = word
    if trouble is not None:
        sentences = [trouble.what_happened, trouble.what_is_safe, trouble.what_to_do]
        line = f"{word} {json.dumps(sentences)}"
    with suppress(OSError):
        stream.write(f"{line}\n".encode("ascii"))


def answers(stream: Iterable[bytes]) -> Iterator[Answer]:
    """Yield the answers of a vault process until it ends or closes its side."""
    for line in stream:
        answer = heard(line)
        if answer is not None:
            yield answer


def heard(line: bytes) -> Answer | None:
    """Return the answer in one line, or None for a line that is none of ours."""
    word, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
    if word not in get_args(Word):
        return None
    if word != "trouble":
        return Answer(cast(Word, word))
    try:
        happened, safe, to_do = json.loads(rest)
    except ValueError:
        return None
    return Answer("trouble", Trouble(what_happened=happened, what_is_safe=safe, what_to_do=to_do))


def standard_output() -> FileIO:
    """Return this process's stdout without a buffer."""
    return FileIO(1, "wb", closefd=False)
