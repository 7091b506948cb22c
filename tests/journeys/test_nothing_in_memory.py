"""After a lock, whatever it was that locked, no process holds words, passphrase or data key.

A hundred locks, each within two seconds, are ``dev.py soak locks``.
"""

import os
import sys

import pytest

from tests.helpers.bus import needs_bus
from tests.helpers.soaks import tries_of

pytestmark = [
    needs_bus,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform != "linux", reason="memory is searched through /proc"),
    pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0,
        reason="only root may look into the memory of a process that shuts it",
    ),
]


def test_no_copy_is_left_after_a_lock_and_the_search_sees_them_before_it() -> None:
    code, tries, end = tries_of("locks", 3, 20261122, "--unhurried")
    assert code == 0, end
    assert len({each["way"] for each in tries}) == 3
    left = ("words", "passphrase", "key", "key in digits")
    assert not [each for each in tries if any(each[name] for name in left)]
