"""The power cut at any moment, with writes dropped, reordered and torn; thousands in a soak.

Whatever was acknowledged is there, the file has no fault and every kept backup is whole.
"""

import pytest

from tests.helpers.soaks import tries_of
from tests.soak.faults import strace

pytestmark = pytest.mark.skipif(bool(strace.why_not()), reason=strace.why_not() or "-")


def test_after_a_power_cut_nothing_acknowledged_is_lost() -> None:
    code, tries, end = tries_of("faults.power", 60, 5)
    assert code == 0, end
    assert len(tries) == 60
    assert {each["act"] for each in tries} >= {"writing", "backing up", "migrating", "renewing"}
    assert len({each["acknowledged"] for each in tries}) > 5


@pytest.mark.parametrize(
    ("careless", "seen"),
    [
        ("in the librarys own way", "The name on it is"),
        ("keys unsynced", "opens key"),
        ("boasting", "kept edits there is"),
    ],
)
def test_a_careless_way_to_write_is_caught(careless: str, seen: str) -> None:
    code, _tries, end = tries_of("faults.power", 60, 1, careless)
    assert code == 1
    assert seen in end
