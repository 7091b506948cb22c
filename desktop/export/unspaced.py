"""Where a line may end in writing without spaces: Chinese, Japanese and Thai."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from desktop.export.characters import characters

_EAST_ASIAN = re.compile(
    "[\u2e80-\u2fdf\u3000-\u303f\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6\U00020000-\U0003ffff]"
)
_THAI = re.compile("[\u0e00-\u0e7f]+")
_NEVER_FIRST = re.compile(
    "[-!%),.:;?\\]}/\u00b0\u00b7\u2013\u2014\u2019\u201d\u2025\u2026\u2030\u2103\u3001-\u3003"
    "\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b-\u301c\u301e\u301f\u303b"
    # small kana, sounds drawn out and repeated
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u309b-\u309e"
    "\u30a0\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb-\u30fe"
    "\u31f0-\u31ff\uff01\uff05\uff09\uff0c-\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff5e\uff60\uff61"
    "\uff63-\uff65\uff67-\uff70\uff9e\uff9f]"
)
"""What no line begins with (W3C, Requirements for Japanese and for Chinese text layout)."""

_NEVER_LAST = re.compile(
    "[(\\[{$\u00a3\u00a5\u2018\u201c\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d"
    "\uff04\uff08\uff3b\uff5b\uff5f\uff62\uffe1\uffe5]"
)


def parts(word: str) -> list[str]:
    """Return what stands between two spaces in the pieces that a line break may part."""
    if not _EAST_ASIAN.search(word):
        return _thai_words(word) if _THAI.search(word) else [word]
    pieces = [""]
    for piece in characters(word):
        if pieces[-1] and _may_part(pieces[-1][-1], piece[0]):
            pieces.append(piece)
        else:
            pieces[-1] += piece
    return [part for piece in pieces for part in _thai_words(piece)]


def _may_part(before: str, after: str) -> bool:
    if not (_EAST_ASIAN.match(before) or _EAST_ASIAN.match(after)):
        return False
    a_number = before.isascii() and before.isdigit()
    return not (a_number or _NEVER_FIRST.match(after) or _NEVER_LAST.match(before))


def _thai_words(word: str) -> list[str]:
    parted = [""]
    for written in _by_writing(word):
        first, *rest = _thai().parse(written) if _THAI.match(written) else [written]
        parted[-1] += first
        parted.extend(rest)
    return parted


def _by_writing(word: str) -> Iterator[str]:
    end = 0
    for found in _THAI.finditer(word):
        if found.start() > end:
            yield word[end : found.start()]
        yield found.group()
        end = found.end()
    if end < len(word) or not word:
        yield word[end:]


@cache
def _thai() -> Any:
    """Return what knows where Thai words end; its model is read once."""
    import budoux

    return budoux.load_default_thai_parser()
