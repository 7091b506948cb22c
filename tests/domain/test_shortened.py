"""Words that break off do it with three dots, and a quotation that began is closed."""

import pytest

from desktop.domain.shortened import broken_off, shortened


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Inside it. Not", "Inside it. Not…"),
        ("Specialist outside it. ", "Specialist outside it…"),
        ("Perhaps, ", "Perhaps…"),
        ("A pause already…", "A pause already…"),
        ("“A few of us who", "“A few of us who…”"),
        ("She said “no” and", "She said “no” and…"),
        ("„Ein paar von uns“ und", "„Ein paar von uns“ und…"),
        ("...", "...…"),
    ],
)
def test_what_breaks_off_ends_in_three_dots(words: str, expected: str) -> None:
    assert broken_off(words) == expected


def test_what_is_short_enough_stays_as_it_was_said() -> None:
    assert shortened("Two lines.\nOf words.", 20) == "Two lines. Of words."
    assert shortened("Two lines. Of words.", 11) == "Two lines…"
