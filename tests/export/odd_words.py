"""Words that a person may have in their name or type into a commitment, however odd."""

import unicodedata

from hypothesis import strategies as st

AWKWARD = (
    "Zoë O’Brien-Łukasz",
    "נועה כהן",
    "ليلى حسن 2026",
    "प्रिया नायर",
    "สมชาย ใจดี",
    "田中 花子",
    "Sam 👩🏽‍💻🇩🇪",
    "Nair, Priya; the one\\two\\n",
    "<b>bold</b> & 'quoted' \"twice\"",
    "a <script>alert(1)</script>",
    "two\r\nlines\u2028three\x0bfour\x85five",
    "Bcc: somebody@example.org\r\nX-Evil: 1",
    "BEGIN:VEVENT\nEND:VCALENDAR",
    "null\x00bell\x07half\ud83d",
    "\u202eoverridden\u202c",
    "=?utf-8?q?=41?=",
    "{person} {0} $body ${x} %s",
    "From the start\n.\n-- \n> quoted",
    "e\u0301" * 40,
    "word " * 400,
    "x" * 3000,
    "line\n" * 400,
    "\ufeff\ufffe\uffff",
)

odd_words = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(max_size=80),
    st.text(alphabet=st.characters(categories=["Lo", "Mn", "So", "Cc", "Cf", "Zs", "Po", "Cs"])),
)
"""Any text, half surrogate pairs included."""

odd_names = odd_words.filter(lambda words: bool(" ".join(words.split())))


def visible(text: str) -> str:
    """Return what of a text any file can carry and any reader sees: no spaces, no control."""
    return "".join(c for c in text if unicodedata.category(c)[0] not in "CZ" and c != "\ufffd")
