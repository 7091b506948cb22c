"""A computer without memory: a sentence, and nothing lost; more steps down in ``dev.py soak``."""

import os

import pytest

from tests.helpers.soaks import tries_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the limits need a fork")


@pytest.mark.parametrize("act", ["writing", "migrating"])
def test_without_memory_there_is_a_sentence_and_nothing_is_lost_or_called_damaged(act: str) -> None:
    code, tries, end = tries_of("faults.memory", 7, 2, act)
    assert code == 0, end
    read = [line for each in tries for line in each["read"]]
    assert any("no memory left" in line for line in read)
    assert not any("damaged" in line for line in read)
    assert any(not each["read"] for each in tries), "with more memory nothing was refused"


def test_an_edit_called_kept_too_early_is_caught() -> None:
    code, _tries, end = tries_of("faults.memory", 16, 20261122, "boasting")
    assert code == 1
    assert "kept edits there is" in end
