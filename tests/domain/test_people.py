"""Names as people write and say them."""

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.people import first_name, initials, proper_name


@pytest.mark.parametrize("typed", ["", "   ", "\t\n"])
def test_an_empty_name_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        proper_name(typed)
    assert refusal.value.field == "name"


def test_a_name_loses_only_its_stray_spaces() -> None:
    assert proper_name("  Priya   Nair ") == "Priya Nair"


@pytest.mark.parametrize(
    ("name", "letters", "said"),
    [
        ("Priya Nair", "PN", "Priya"),
        ("Cher", "C", "Cher"),
        ("Ana María de la Cruz", "AC", "Ana"),
        ("李小龍", "李", "李小龍"),
    ],
)
def test_the_round_mark_and_the_spoken_name(name: str, letters: str, said: str) -> None:
    assert initials(name) == letters
    assert first_name(name) == said
