"""How long to wait after wrong guesses: never a lock-out, which would only hurt the owner."""

from typing import Final

FREE_GUESSES: Final = 3
LONGEST: Final = 30


def delay_after(wrong_guesses: int) -> int:
    """Return the seconds to wait before the next try: none three times, then 2, 4, 8, 16, 30.

    Kept in memory only, never across restarts. Source: security.md 2.3.
    """
    over = wrong_guesses - FREE_GUESSES
    return 0 if over <= 0 else min(2 ** min(over, LONGEST), LONGEST)
