"""What type can show: nothing is dropped that could be seen, and never is a box printed.

Text is brought into the form that the typefaces know (NFC, plain spaces and line breaks, no
invisible marks but those that say how to join letters and which way they run). Whatever still has
no letter form is refused by name.
"""

import re
import unicodedata
from collections.abc import Callable

from desktop.domain.errors import Refusal
from desktop.export.bidi import MARKS
from desktop.export.characters import characters
from desktop.export.paper import Paper

_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u034f\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]"
)
_JOINERS = re.compile("([\u200c\u200d]+)")
_HYPHENS = re.compile("[\u2010\u2011]")
"""Two hyphens that look like the one on the keyboard and are missing from many typefaces."""

_MOST_NAMED = 5

_NOTHING_WRITTEN = "Nothing was written."


def legible(paper: Paper, shows: Callable[[str], bool]) -> Paper:
    """Return the page with every text ready to be set.

    ``shows`` says whether there is a form for a character with all its marks. Raises Refusal,
    naming the characters, when there is none.
    """
    plain = paper.reworded(lambda text: _plain(text, shows))
    _refuse_unknown(plain.words(), shows)
    return plain


def _plain(text: str, shows: Callable[[str], bool]) -> str:
    text = _LINE_BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    text = _HYPHENS.sub("-", _INVISIBLE.sub("", text))
    text = "".join(" " if _is_space(c) and not shows(c) else c for c in text)
    text = _JOINERS.sub(_joining, text)
    return "".join(_supported(c, shows) for c in characters(text))


def _supported(character: str, shows: Callable[[str], bool]) -> str:
    """Put a mark that has no letter on the dotted circle or space with which Unicode shows it."""
    if not unicodedata.category(character[0]).startswith("M"):
        return character
    circled = f"\u25cc{character}"
    return circled if shows(circled) else f"\u00a0{character}"


def _joining(found: re.Match[str]) -> str:
    """Keep a joiner where letters can join, as in Persian, in Hindi, or in a picture of a family.

    Elsewhere it is a leftover of other programs and would come along with what is copied.
    """
    before = found.string[found.start() - 1 : found.start()]
    joins = before and (
        unicodedata.bidirectional(before) == "AL"
        or unicodedata.category(before) in {"Mn", "Mc", "So", "Sk"}
    )
    return found.group() if joins else ""


def _is_space(character: str) -> bool:
    return character == "\t" or unicodedata.category(character) == "Zs"


def _refuse_unknown(words: str, shows: Callable[[str], bool]) -> None:
    unknown = dict.fromkeys(
        _nameable(letter)
        for letter in characters("".join(c for c in words if c not in MARKS and c != "\n"))
        if not shows(letter)
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


def _nameable(letter: str) -> str:
    if letter[0].isprintable():
        return f"“{letter}”"
    return " ".join(f"U+{ord(c):04X}" for c in letter)
