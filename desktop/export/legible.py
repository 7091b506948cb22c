"""What type can show: nothing is dropped that could be seen, and never is a box printed.

Text is brought into the form that the typefaces know (NFC, plain spaces and line breaks, no
invisible marks). Whatever still has no letter form is refused by name.
"""

import re
import unicodedata
from collections.abc import Callable

from desktop.domain.errors import Refusal
from desktop.export.paper import Paper

_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"  # joiners and directions
)
_HYPHENS = re.compile("[\u2010\u2011]")
"""Two hyphens that look like the one on the keyboard and are missing from many typefaces."""

_MOST_NAMED = 5

_NOTHING_WRITTEN = "Nothing was written."


def legible(paper: Paper, shows: Callable[[str], bool]) -> Paper:
    """Return the page with every text ready to be set.

    ``shows`` says whether there is a letter form for one character. Raises Refusal, naming the
    characters, when there is none, and for writing that runs from right to left.
    """
    plain = paper.reworded(lambda text: _plain(text, shows))
    words = plain.words()
    _refuse_right_to_left(words)
    _refuse_unknown(words, shows)
    return plain


def _plain(text: str, shows: Callable[[str], bool]) -> str:
    text = _LINE_BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    text = _HYPHENS.sub("-", _INVISIBLE.sub("", text))
    return "".join(" " if _is_space(c) and not shows(c) else c for c in text)


def _is_space(character: str) -> bool:
    return character == "\t" or unicodedata.category(character) == "Zs"


def _refuse_right_to_left(words: str) -> None:
    for word in words.split():
        if any(unicodedata.bidirectional(c) in {"R", "AL"} for c in word):
            raise Refusal(
                "page",
                f"The page runs from left to right and cannot carry “{word}”. {_NOTHING_WRITTEN} "
                "Please write it in Latin, Greek or Cyrillic letters.",
            )


def _refuse_unknown(words: str, shows: Callable[[str], bool]) -> None:
    unknown = dict.fromkeys(
        _nameable(letter)
        for letter in _letters(words.replace("\n", ""))
        if not all(shows(c) for c in letter)
    )
    if not unknown:
        return
    named = ", ".join(list(unknown)[:_MOST_NAMED])
    more = len(unknown) - _MOST_NAMED
    rest = f" and {more} more" if more > 0 else ""
    raise Refusal(
        "page",
        f"The page’s typeface has no form for {named}{rest}. {_NOTHING_WRITTEN} "
        "Please take it out of the text, or write it in other letters.",
    )


def _letters(text: str) -> list[str]:
    """Split into characters, each with the marks that belong to it."""
    letters: list[str] = []
    for c in text:
        if letters and unicodedata.category(c).startswith("M"):
            letters[-1] += c
        else:
            letters.append(c)
    return letters


def _nameable(letter: str) -> str:
    if letter[0].isprintable():
        return f"“{letter}”"
    return " ".join(f"U+{ord(c):04X}" for c in letter)
