"""What a file can carry: people's words without the characters that would break its format."""

import re

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_HALF_PAIRS = re.compile("[\ud800-\udfff]")


def writable(text: str) -> str:
    """Return the text with plain line breaks, and without what XML 1.0 and UTF-8 forbid.

    Every script, emoji and mark of direction stays; half a surrogate pair becomes U+FFFD.
    """
    broken = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
    return _HALF_PAIRS.sub("\ufffd", _FORBIDDEN.sub("", broken))


def one_line(text: str) -> str:
    """Return the text as one line, for a title, a subject or a name."""
    return " ".join(writable(text).split())
