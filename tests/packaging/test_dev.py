"""The one command, as somebody meets it at a prompt."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import dev

COMMAND = Path(dev.__file__)
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

only_with_signals = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")

REPLACED = """
import os, subprocess, sys
follower = '''
import os, sys, time
while os.getppid() == int(sys.argv[1]):
    time.sleep(0.01)
print("the second window speaks", file=sys.stderr)
'''
subprocess.Popen((sys.executable, "-c", follower, str(os.getpid())))
"""
WAITING = "import sys, signal; print('open', file=sys.stderr, flush=True); signal.pause()"
FOLLOW = f"""
import dev, signal, sys
# As at a prompt: whoever is started in the background is told to leave Ctrl+C alone.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(dev.follow((sys.executable, '-c', {WAITING!r}), {{}}))
"""


def dev_py(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as from a terminal of a computer without a screen."""
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return subprocess.run(
        (sys.executable, COMMAND, *arguments),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")
def test_without_a_screen_one_sentence_names_what_works_without_one() -> None:
    done = dev_py("run")
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "python3 packaging/dev.py sample-pdf OUT.pdf" in done.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("rnu",), ("sample-pdf",), ("photos", "a", "b"), ("soak", "ten")]
)
def test_a_wrong_command_lists_the_right_ones(arguments: tuple[str, ...]) -> None:
    done = dev_py(*arguments)
    assert done.returncode == 2
    for verb in (
        "run",
        "test",
        "sample-pdf OUT.pdf",
        "photos DIR",
        "soak [COUNT [SEED]]",
        "soak pages",
        "soak kills",
        "soak calls",
        "soak locks",
        "soak leaks",
        "soak persons",
        "soak disk",
        "soak power",
        "soak memory",
    ):
        assert f"  {verb} " in done.stderr


def test_a_folder_named_like_ours_is_not_mistaken_for_it(tmp_path: Path) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "__init__.py").write_text("", encoding="utf-8")
    found = subprocess.run(
        (sys.executable, "-c", "import desktop; print(desktop.__file__)"),
        cwd=tmp_path,
        env=dev.surroundings(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(found.stdout.strip()).is_relative_to(dev.CHECKOUT)


@only_with_signals
def test_running_lasts_until_the_process_that_took_over_is_gone(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert dev.follow((sys.executable, "-c", REPLACED), os.environ) == 0
    assert b"the second window speaks" in capfdbinary.readouterr().err


@only_with_signals
def test_a_start_that_fails_says_so_in_its_exit_code() -> None:
    assert dev.follow((sys.executable, "-c", "raise SystemExit(3)"), os.environ) == 3


@only_with_signals
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_closes_the_window_without_a_traceback(end: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": str(COMMAND.parent)}
    with subprocess.Popen(
        (sys.executable, "-c", FOLLOW), env=environment, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "open\n"
        running.send_signal(end)
        assert running.stderr.read() == ""
        assert running.wait() == 130
