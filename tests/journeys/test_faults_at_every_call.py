"""A kill, a full disk, an I/O error at calls to the disk all along each act; every one in a soak.

After a kill nothing acknowledged is missing. After an error the manager has read a sentence that
says what happened, what is safe and what to do, and nothing is there twice.
"""

import pytest

from tests.helpers.soaks import tries_of
from tests.soak.faults import strace

pytestmark = pytest.mark.skipif(bool(strace.why_not()), reason=strace.why_not() or "-")

FULL = "The disk is full"
FAULTY = "The disk reported a fault"


def test_a_fault_at_any_call_loses_nothing_doubles_nothing_and_is_told_in_a_sentence() -> None:
    code, tries, end = tries_of("faults.calls", 150, 11)
    assert code == 0, end
    assert {each["fault"] for each in tries} >= {"killed", "disk full", "one I/O error"}
    read = " ".join(line for each in tries for line in each["read"])
    assert FULL in read
    assert FAULTY in read


def test_a_save_whose_last_sync_fails_is_not_made_twice() -> None:
    code, tries, end = tries_of("faults.calls", 2, 5, "writing", "one I/O error", "fsync")
    assert code == 0, end
    assert len(tries) > 10
    assert any(not each["read"] for each in tries), "some were kept after all, and nothing was said"


def test_an_edit_called_kept_too_early_is_caught_by_a_full_disk() -> None:
    code, _tries, end = tries_of("faults.calls", 25, 5, "boasting", "disk full", "pwrite64")
    assert code == 1
    assert "kept edits there is" in end
