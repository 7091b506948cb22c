"""The third lock: the road from private words to what leaves does not exist in the imports."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def modules_after(importing: str) -> set[str]:
    """Return the modules of ours that are loaded once something is imported in a new process."""
    code = f"import sys, {importing}; print(*[m for m in sys.modules if m.startswith('desktop')])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_what_leaves_never_meets_private_words() -> None:
    loaded = modules_after(
        "desktop.export.letter, desktop.export.pdf, desktop.domain.shared.letter"
    )
    assert not {m for m in loaded if "private" in m or m.endswith(".sharing")}


def test_the_look_would_notice() -> None:
    assert "desktop.domain.private.words" in modules_after("desktop.domain.sharing")
