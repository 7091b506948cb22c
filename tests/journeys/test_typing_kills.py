"""Killed while somebody types: two of the kills of the soak, and what the soak calls a loss."""

import pytest

from tests.soak.typing_kills import Lost, Typed, letters_lost, soak

PLACE = ("Your notes", "N1")
KILLED = 100.0


def test_two_kills_while_typing_lose_at_most_the_last_second() -> None:
    assert soak(2, session_s=(0.5, 1.5)).startswith("2 kills")


def typed(words: str, began: float) -> Typed:
    """Return words of which one letter a tenth of a second arrived."""
    return Typed([(letter, began + place / 10) for place, letter in enumerate(words)])


def test_the_last_second_may_be_gone() -> None:
    assert letters_lost(PLACE, typed("Tired since", KILLED - 1.1), "Ti", KILLED) == 9


def test_a_letter_older_than_a_second_may_not_be_gone() -> None:
    with pytest.raises(Lost, match="more than the last second"):
        letters_lost(PLACE, typed("Tired since", KILLED - 1.3), "T", KILLED)


def test_something_else_than_was_typed_is_a_loss_too() -> None:
    with pytest.raises(Lost, match="something else"):
        letters_lost(PLACE, typed("Tired", KILLED - 9), "Tried", KILLED)
