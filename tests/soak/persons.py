"""Random persons with canaries, and every output of each: ``dev.py soak persons [COUNT [SEED]]``.

The test of every test run, with 10,000 persons in place of 25: names and words of every script, of
no script, with what a format might trip over. What fails is shown with the words that did it.
"""

import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.rules.test_the_canary_among_any_words import PERSONS, no_output_carries_what_was_noted
from tests.soak.faults.stage import report

COUNT = 10_000
SEED = 20261122
_AT_A_TIME = 250
_MEMORY = Path("/dev/shm")


def soak(count: int, first_seed: int) -> str:
    """Look at so many persons, some at a time; AssertionError where a word has left."""
    looked, outputs = 0, 0

    def look(name: str, noted: tuple[str, str], shared: tuple[str, str]) -> None:
        nonlocal looked, outputs
        outputs += no_output_carries_what_was_noted(name, noted, shared)
        looked += 1

    for number in range(-(-count // _AT_A_TIME)):
        share, began = min(_AT_A_TIME, count - number * _AT_A_TIME), time.monotonic()
        many = settings(
            max_examples=share,
            database=None,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        seed(first_seed + number)(many(given(**PERSONS)(look)))()
        took = round(time.monotonic() - began, 1)
        report(seed=first_seed + number, persons=looked, outputs=outputs, seconds=took)
    return f"{looked} persons, {outputs} outputs, seed {first_seed}: 0 private words in them."


def main(argv: list[str]) -> int:
    """Read count and seed from the command line."""
    count = int(argv[1]) if len(argv) > 1 else COUNT
    first_seed = int(argv[2]) if len(argv) > 2 else SEED
    if _MEMORY.is_dir():
        # Ten thousand vaults need no real disk.
        tempfile.tempdir = str(_MEMORY)
    print(soak(count, first_seed))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
