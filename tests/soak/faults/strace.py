"""strace around an act: what it asked of the system, and faults laid upon one of its calls.

It is attached before the act begins, so that the first write it counts is the first of the act.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.soak.faults.look import Lost
from tests.soak.faults.stage import Process

_CALL: Final = re.compile(r"^(?:\d+ +)?(\w+)\(")
_PATIENCE_S: Final = 20.0


def why_not() -> str:
    """Say why strace cannot be used here; nothing where it can."""
    if sys.platform != "linux":
        return "strace is Linux's"
    if shutil.which("strace") is None:
        return "there is no strace here"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "strace may not look at anything here"


@contextmanager
def watching(process: Process, *options: str) -> Iterator[None]:
    """Attach strace with some options to a process that waits; let it go on once that is done."""
    tracer = subprocess.Popen(
        ["strace", "-f", "-qq", *options, "-p", str(process.pid)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        _until_attached(process.pid, tracer)
        process.start()
        yield
    finally:
        try:
            tracer.wait(timeout=_PATIENCE_S)
        except subprocess.TimeoutExpired:
            tracer.kill()
            tracer.wait()
        if tracer.stderr is not None:
            tracer.stderr.close()


def calls_in(trace: Path) -> Counter[str]:
    """Count the calls in what strace wrote down."""
    found = (_CALL.match(line) for line in trace.read_text(encoding="utf-8").splitlines())
    return Counter(match[1] for match in found if match)


def _until_attached(pid: int, tracer: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end and tracer.poll() is None:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        if "TracerPid:\t0\n" not in status:
            return
        time.sleep(0.002)
    raise Lost("strace could not be attached.")
