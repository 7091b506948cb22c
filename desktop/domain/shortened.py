"""Words cut short for a narrow place; the whole of them always stands somewhere near."""

from typing import Final

_HANGING: Final = " \t\n.,;:!?…–—-(“‘\"'"
"""What no sentence that breaks off ends with."""

_LONG_WORD: Final = 30


_IN_A_ROW: Final = 150


def in_a_row(words: str) -> str:
    """Return words as a row of a list shows them: some three lines, however long they are."""
    return shortened(words, _IN_A_ROW)


def shortened(words: str, most: int) -> str:
    """Return words on one line, as many whole ones as ``most`` characters hold."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    kept, _, last = line[: most + 1].rpartition(" ")
    # Scripts without spaces, and words as long as a line, lose letters instead.
    return broken_off(kept if kept and len(last) < _LONG_WORD else line[:most])


def broken_off(words: str) -> str:
    """Return words that were cut with three dots and no fourth; what was quoted stays quoted."""
    kept = words.rstrip(_HANGING) or words.rstrip()
    is_quoted = "„" not in kept and kept.count("“") > kept.count("”")
    return f"{kept}…”" if is_quoted else f"{kept}…"
