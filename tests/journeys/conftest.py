"""The real program over a vault folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """Onward, started where there is no vault yet."""
    running = Program(tmp_path / "data" / "vault", tmp_path)
    yield running
    running.end()
