import subprocess
import sys

import pytest

from desktop.vault.attempts import delay_after

HARDENED = """
import ctypes, os, resource
from desktop.vault.hardening import harden, open_to_portals

def dumpable():
    return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)

harden()
seen = [oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE)[0], dumpable()]
with open_to_portals():
    seen.append(dumpable())
    with open_to_portals():
        pass
    seen.append(dumpable())
seen.append(dumpable())
print(*seen)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="these are the calls of Linux")
def test_a_hardened_process_leaves_no_dump_and_opens_only_for_a_file_dialog() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", HARDENED],
        check=True,
        capture_output=True,
        text=True,
        preexec_fn=allow_core_dumps,
    )
    assert ran.stdout.split() == ["0o77", "1", "0", "1", "1", "0"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_hardening_never_fails_where_dumps_are_forbidden_already() -> None:
    code = "from desktop.vault.hardening import harden; harden(); harden()"
    limited = "import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); "
    subprocess.run([sys.executable, "-c", limited + code], check=True)


def allow_core_dumps() -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def test_three_wrong_guesses_are_free_then_each_waits_longer_up_to_half_a_minute() -> None:
    assert [delay_after(n) for n in range(10)] == [0, 0, 0, 0, 2, 4, 8, 16, 30, 30]
    assert delay_after(10**9) == 30
