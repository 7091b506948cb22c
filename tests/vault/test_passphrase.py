import pytest

from desktop.domain.errors import Refusal
from desktop.vault.passphrase import (
    Strength,
    Verdict,
    check_new_passphrase,
    generated,
    strength,
    strength_of_generated,
    words,
)

YEAR = 365.25 * 24 * 3600


def test_the_list_has_7776_different_words_that_are_easy_to_type() -> None:
    assert len(words()) == len(set(words())) == 7776
    assert all(word.replace("-", "").isalpha() and word == word.lower() for word in words())


def test_a_generated_phrase_has_five_words_of_the_list_and_never_repeats() -> None:
    phrases = [generated() for _ in range(200)]
    assert len(set(phrases)) == 200
    assert all(len(phrase.split(" ")) == 5 for phrase in phrases)
    assert {word for phrase in phrases for word in phrase.split()} <= set(words())
    for phrase in phrases:
        check_new_passphrase(phrase)


def test_a_generated_phrase_stands_longer_than_history() -> None:
    five = strength_of_generated()
    assert five.bits == pytest.approx(64.6, abs=0.05)
    assert five.sentence == ("Would take a thief with 100 graphics cards longer than history")
    assert five.verdict is Verdict.STRONG
    assert strength_of_generated(4).time == "about 1,300 years"


@pytest.mark.parametrize(
    "common",
    [
        "password1234",
        "qwertyuiop12",
        "aaaaaaaaaaaa",
        "            ",
        "123456789012",
        "correct horse battery staple",
    ],
)
def test_a_common_passphrase_is_called_what_it_is(common: str) -> None:
    assert strength(common).time == "less than a second"
    assert strength(common).verdict is Verdict.WEAK


def test_the_own_name_is_what_a_thief_tries_first() -> None:
    assert strength("samuelokafor", ["Samuel Okafor"]).time == "less than a second"
    assert strength("okafor-samuel", ["Samuel Okafor"]).seconds < 3600
    assert strength("okafor-samuel").seconds > 3600


def test_words_chosen_by_hand_never_count_for_more_than_words_drawn_by_chance() -> None:
    phrase = generated()
    assert strength(phrase).bits <= strength_of_generated().bits + 0.01
    assert strength("correct stapler battery horses").bits < 55
    assert strength("the same old song").bits < 55


@pytest.mark.parametrize("said", ["my dog is called rex", "Summer in Lisbon 2019"])
def test_what_people_say_anyway_is_not_called_strong(said: str) -> None:
    assert strength(said).verdict is Verdict.WEAK


def test_length_is_never_held_against_a_passphrase() -> None:
    sentence = "My grandmother's kitchen had nine blue tiles and 1 that Jonas broke in June"
    assert strength(sentence * 3).verdict is Verdict.STRONG
    assert strength("a" * 500).verdict is Verdict.WEAK
    assert strength("").seconds == 0


@pytest.mark.parametrize(
    ("seconds", "words_for_it"),
    [
        (0.4, "less than a second"),
        (1.2, "about 1 second"),
        (373, "about 6 minutes"),
        (3 * 3600, "about 3 hours"),
        (8.2 * 86400, "about 8 days"),
        (0.4 * YEAR, "about 5 months"),
        (71.3 * YEAR, "about 71 years"),
        (1316 * YEAR, "about 1,300 years"),
        (9000 * YEAR, "longer than history"),
    ],
)
def test_times_read_like_speech(seconds: float, words_for_it: str) -> None:
    assert Strength(0, seconds).time == words_for_it


def test_only_length_is_asked_of_a_passphrase() -> None:
    check_new_passphrase("twelveletter")
    with pytest.raises(Refusal, match="12 characters") as refusal:
        check_new_passphrase("elevenchars")
    assert refusal.value.field == "passphrase"
