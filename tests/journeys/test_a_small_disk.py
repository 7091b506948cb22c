"""A real disk of 8 MB that is full at one moment or another of each act; finer steps in a soak."""

import pytest

from tests.helpers.soaks import tries_of
from tests.soak.faults import small_disk

pytestmark = pytest.mark.skipif(bool(small_disk.why_not()), reason=small_disk.why_not() or "-")


def test_a_disk_that_fills_up_is_told_and_costs_nothing() -> None:
    code, tries, end = tries_of("faults.small_disk", 5, 3)
    assert code == 0, end
    told = {each["act"] for each in tries if any("full" in line for line in each["read"])}
    assert told == {"writing", "backing up", "migrating", "changing passphrase", "renewing"}
    assert any(not each["read"] for each in tries), "with room enough nothing is refused"


def test_an_edit_called_kept_too_early_is_caught() -> None:
    code, _tries, end = tries_of("faults.small_disk", 5, 1, "boasting")
    assert code == 1
    assert "kept edits there is" in end
