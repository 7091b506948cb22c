"""Runs every benchmark and prints its ratios."""

from tests.bench import interview, start

for room in (start, interview):
    for line in room.measure():
        print(line, flush=True)  # noqa: T201 - that is what it is for
