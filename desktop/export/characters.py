"""A character as a reader sees it: a letter with its marks, a flag, a face made of several."""

import re
import unicodedata

_MAY_JOIN = re.compile("[^\x00-\u02ff]")

_EXTENDS = re.compile("[\u0e33\u0eb3\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""What is no mark and yet belongs to the character before: joiners, skin colours, a Thai vowel."""

_LEADS = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4\u200d]")
"""What belongs to the character after: Thai and Lao vowels that are written first, a joiner."""

_FLAG_LETTER = re.compile("[\U0001f1e6-\U0001f1ff]")
_VIRAMA = 9  # combining class: joins an Indian letter with the next


def characters(text: str) -> list[str]:
    """Return a text in the pieces that no line break and no change of typeface may part."""
    if not _MAY_JOIN.search(text):
        return list(text)
    pieces: list[str] = []
    for c in text:
        if pieces and _belongs(c, pieces[-1]):
            pieces[-1] += c
        else:
            pieces.append(c)
    return pieces


def _belongs(c: str, before: str) -> bool:
    if c.isascii():
        return False
    if unicodedata.category(c).startswith("M") or _EXTENDS.match(c) or _LEADS.match(before[-1]):
        return not before[-1].isspace()
    if _FLAG_LETTER.match(c):
        return len(before) == 1 and bool(_FLAG_LETTER.match(before))
    return unicodedata.combining(before[-1]) == _VIRAMA and c.isalpha()
