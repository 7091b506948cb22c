"""A few tries of a long run, in a process of its own: it forks, and a process with windows cannot.

The same module runs thousands of them under ``dev.py soak``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def tries_of(module: str, *arguments: object) -> tuple[int, list[dict[str, Any]], str]:
    """Run ``tests.soak.module``; return its exit code, what it says of each try, and its end."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.soak.{module}", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert lines, done.stderr
    tries = [json.loads(line) for line in lines if line.startswith("{")]
    return done.returncode, tries, lines[-1]
