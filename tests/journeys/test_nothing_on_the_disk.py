"""Everything done with a canary in every field, and killed: no word of it lies anywhere.

Two hundred runs are ``dev.py soak leaks``; the window itself is in ``test_a_traced_session``.
"""

import pytest

from tests.helpers.soaks import tries_of
from tests.soak.faults import strace

pytestmark = pytest.mark.skipif(bool(strace.why_not()), reason=strace.why_not() or "-")


def test_killed_at_random_moments_no_word_lies_on_the_disk_and_nothing_outside_the_vault() -> None:
    code, tries, end = tries_of("leaks", 2, 4)
    assert code == 0, end
    assert sum(each["works"] for each in tries) > 0
    assert all(each["files"] > 5 for each in tries)


@pytest.mark.parametrize(
    ("careless", "seen"), [("leaking", "can be read in"), ("straying", "written to")]
)
def test_a_note_in_a_temporary_file_and_a_file_elsewhere_are_caught(
    careless: str, seen: str
) -> None:
    code, _tries, end = tries_of("leaks", 1, 1, careless)
    assert code == 1
    assert seen in end
