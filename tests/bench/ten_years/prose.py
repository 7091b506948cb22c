"""Words in the proportions of real prose: a few very often, most of them hardly ever."""

from functools import cache
from random import Random

from desktop import files

_SMALL = "the a to and of in with on for is was not she he they wants more less work team"
_NAMES = "Amara Ben Chiara Dmitri Elif Farah Goran Hanna Imani Jun Kofi Léa Mateo Nadia Oskar"
_FAMILIES = "Okafor Nair Lindqvist Haddad Novák Tanaka Müller Sørensen Ibáñez Petrov"
_RUN = 300_000


@cache
def _spoken() -> tuple[str, ...]:
    """Return a long run of words; the n-th word of the list comes 1/n as often (Zipf)."""
    listed = files.resources() / "words" / "passphrase.en.txt"
    words = listed.read_text(encoding="utf-8").split()
    chance = Random(0)
    chance.shuffle(words)
    words = [*_SMALL.split(), *words]
    return tuple(chance.choices(words, [1 / n for n in range(1, len(words) + 1)], k=_RUN))


def sentence(chance: Random) -> str:
    """Return a sentence of 6 to 14 words, cut out of the run wherever chance falls."""
    begin = int(chance.random() * (_RUN - 14))
    found = " ".join(_spoken()[begin : begin + 6 + begin % 9])
    return f"{found[0].upper()}{found[1:]}."


def note(chance: Random) -> str:
    """Return one to five lines, some 400 characters on the average."""
    return "\n".join(
        " ".join(sentence(chance) for _ in range(chance.randint(1, 3)))
        for _ in range(chance.randint(1, 5))
    )


def name(number: int) -> str:
    """Return the name of the n-th person; no two of the first 75 are the same."""
    names, families = _NAMES.split(), _FAMILIES.split()
    family = families[(number + number // len(names)) % len(families)]
    return f"{names[number % len(names)]} {family}"
