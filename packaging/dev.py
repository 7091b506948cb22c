"""The one command that sets Onward up, runs it and tests it: ``python3 packaging/dev.py``.

It needs nothing but Python's own library. Everything it installs for Python goes into ``.venv``
inside the checkout, from the lock files beside ``pyproject.toml``.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

if not (3, 11) <= sys.version_info < (3, 15):
    sys.exit("Onward needs Python 3.11 to 3.14; this one is {}.{}.".format(*sys.version_info))

sys.path.insert(0, str(Path(__file__).resolve().parent))  # PYTHONSAFEPATH leaves it out

import system_libraries
from environment import Environment, missing_packages

CHECKOUT = Path(__file__).resolve().parent.parent
ENVIRONMENT = Environment(CHECKOUT / ".venv")
RUN_LOCK = CHECKOUT / "requirements.lock"
BUNDLE_LOCK = CHECKOUT / "requirements-bundle.lock"
TEST_LOCK = CHECKOUT / "requirements-dev.lock"
INTERRUPTED = 130

HELP = """\
python3 packaging/dev.py VERB

  run [ARGUMENT ...]     opens Onward; the first time it sets everything up
  test [ARGUMENT ...]    checks the code and runs the tests; arguments go to pytest
  sample-pdf OUT.pdf     writes a finished sample agreement, without a screen
  photos DIR             photographs every page into a folder, without a screen
  bundle DIR             builds a folder that starts without a Python, and checks it
  bench                  measures speed, as ratios
  soak [COUNT [SEED]]    kills Onward while somebody types, 200 times, and looks what is left
  soak damage [FLIPS]    flips 500 bits of a vault, its keys and its backups, and cuts them
  soak pages             opens what leaves with programs that other people wrote
  soak kills [COUNT]     kills the verbs of the vault at random moments, 1,000 times
  soak calls [EVERY]     kills, fills and breaks the disk at every call to it, or every so-manieth
  soak power [STATES]    cuts the power on paper, writes dropped, reordered and torn, 5,000 times
  soak disk [STEPS]      fills a real disk of 8 MB step by step, and looks what is said
  soak memory [STEPS]    takes the memory away step by step, and looks what is said and lost
  soak locks [COUNT]     locks 100 times in every way and searches all memory; as root
  soak leaks [COUNT]     does everything with a canary in every field, is killed, searches the disk
  soak persons [COUNT]   10,000 random persons, and every output of each
"""
NO_SCREEN = (
    "There is no screen here for Onward to open on; "
    "`python3 packaging/dev.py sample-pdf OUT.pdf` shows what it makes without one."
)
SOAKS = {
    "": "tests.soak.typing_kills",
    "pages": "tests.soak.other_programs",
    "kills": "tests.soak.faults.kills",
    "calls": "tests.soak.faults.calls",
    "locks": "tests.soak.locks",
    "leaks": "tests.soak.leaks",
    "persons": "tests.soak.persons",
    "disk": "tests.soak.faults.small_disk",
    "power": "tests.soak.faults.power",
    "memory": "tests.soak.faults.memory",
    "damage": "tests.soak.damage",
}
"""The long runs by their names; each takes a count and a seed."""
SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadfile", "--max-worker-restart", "0")
"""One worker a core, and an end when one crashes: pytest-xdist would wait for it without one.

``-n 0`` after it runs the tests one by one again.
"""
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = (
    ("ruff check", ("-m", "ruff", "check", "--quiet")),
    ("ruff format --check", ("-m", "ruff", "format", "--check", "--quiet")),
    ("mypy", ("-m", "mypy")),
    ("lint-imports", ("-c", LINT_IMPORTS, "--no-logo")),
)


def main(arguments: Sequence[str]) -> int:
    """Do what the first of `arguments` says; return the exit code."""
    try:
        return _obey(*(arguments or ["help"]))
    except KeyboardInterrupt:
        return INTERRUPTED


def _obey(verb: str, *rest: str) -> int:
    if verb in ("run", "test"):
        return (run if verb == "run" else test)(rest)
    if verb == "sample-pdf" and len(rest) == 1:
        return start(("-m", "desktop.cli", "sample-pdf", *rest), offscreen())
    if verb == "photos" and rest and rest[1:] in ((), ("--for-readme",)):
        return start(("-m", "tests.photos", *rest), offscreen(), tests=True)
    if verb == "bundle" and len(rest) == 1:
        return make_bundle(Path(rest[0]).resolve())
    if measure := _measure(verb, rest):
        numbers = filter(str.isdigit, rest)
        return start(("-m", measure, *numbers), offscreen(), tests=True)
    asked = verb in ("-h", "--help")
    print(HELP, end="", file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


def _measure(verb: str, rest: Sequence[str]) -> str:
    """Return the module that measures what is asked for; nothing if the words do not fit."""
    if verb == "bench" and not rest:
        return "tests.bench"
    if verb != "soak":
        return ""
    name, numbers = ("", rest) if not rest or rest[0].isdigit() else (rest[0], rest[1:])
    fits = name in SOAKS and len(numbers) <= 2 and all(map(str.isdigit, numbers))
    return SOAKS[name] if fits else ""


def run(arguments: Sequence[str]) -> int:
    """Open Onward and stay until its last window is gone; return the first process's exit code."""
    if not has_screen(os.environ):
        print(NO_SCREEN, file=sys.stderr)
        return 1
    set_up(os.environ)
    return follow(command("-m", "desktop", *arguments), surroundings(os.environ))


def test(arguments: Sequence[str]) -> int:
    """Check the code, then run pytest, whose closing line comes last."""
    import real_programs  # only here: a start of Onward has no use for it

    environment = offscreen()
    set_up(environment, tests=True)
    if line := real_programs.provide():
        print(line, flush=True)
    for name, check in CHECKS:
        print(f"== {name}", flush=True)
        if code := call(check, environment, cwd=CHECKOUT):
            return code
    print("== pytest", flush=True)
    return call(("-m", "pytest", "-q", *SIDE_BY_SIDE, *arguments), environment, cwd=CHECKOUT)


def make_bundle(folder: Path) -> int:
    """Build the bundle with what its own lock names, check it, and say where it lies."""
    import bundle

    set_up(offscreen())
    if not ENVIRONMENT.holds(BUNDLE_LOCK):
        ENVIRONMENT.install(BUNDLE_LOCK, "what builds a bundle")
    built = bundle.build(ENVIRONMENT.python, folder)
    if wrong := bundle.faults(built, ENVIRONMENT.python):
        print("\n".join(wrong), file=sys.stderr)
        return 1
    print(f"{built} starts Onward without a Python; nothing in it reaches a network.")
    return 0


def start(what: Sequence[str], environment: Mapping[str, str], *, tests: bool = False) -> int:
    """Set up what is missing, run one of Onward's modules and return its exit code."""
    set_up(environment, tests=tests)
    return call(what, environment)


def has_screen(environment: Mapping[str, str]) -> bool:
    """Say whether Qt would find a screen under `environment`; only Linux can be without one."""
    if sys.platform != "linux":
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def set_up(environment: Mapping[str, str], *, tests: bool = False) -> None:
    """Install whatever is missing of the system's parts and of Python's; mostly that is nothing."""
    locks = {RUN_LOCK: "the libraries that Onward stands on (a minute or so)"}
    if tests:
        locks[TEST_LOCK] = "the tools that test it"
    if all(map(ENVIRONMENT.holds, locks)):
        system_libraries.provide(environment)
        return
    system_libraries.provide(environment, packages=missing_packages())
    ENVIRONMENT.mend()
    for lock, words in locks.items():
        if not ENVIRONMENT.holds(lock):
            ENVIRONMENT.install(lock, words)


def offscreen() -> dict[str, str]:
    """Return this process's environment with Qt drawing into memory instead of on a screen."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return `environment` with the checkout on Python's path; Onward itself is not installed.

    The person's own folder stays off that path, also for the processes that ours start.
    """
    paths = (str(CHECKOUT), environment.get("PYTHONPATH", ""))
    path = os.pathsep.join(filter(None, paths))
    return {**environment, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"}


def command(*arguments: str) -> list[str]:
    """Return the command that gives `arguments` to our Python."""
    return [str(ENVIRONMENT.python), *arguments]


def call(what: Sequence[str], environment: Mapping[str, str], cwd: Path | None = None) -> int:
    """Run our Python to its end and return its exit code; Ctrl+C ends both, without a traceback."""
    with subprocess.Popen(command(*what), env=surroundings(environment), cwd=cwd) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait()
            return INTERRUPTED


def follow(what: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a window's process and whatever takes its place; return when the last one is gone.

    Unlocking and locking replace the process. They all inherit its error stream, so that stream
    ends when the last of them does.
    """
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    with subprocess.Popen(
        what, env=environment, stderr=subprocess.PIPE, process_group=0
    ) as process:
        try:
            _copy_errors(process)
        except KeyboardInterrupt:
            _end(process)
            return INTERRUPTED
    return process.returncode


def _copy_errors(process: subprocess.Popen[bytes]) -> None:
    assert process.stderr is not None
    while words := os.read(process.stderr.fileno(), 65536):
        sys.stderr.buffer.write(words)
        sys.stderr.buffer.flush()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask every process of the window to end, and insist if Ctrl+C is pressed again."""
    if sys.platform == "win32":
        process.terminate()
        return
    try:
        _tell_all(process, signal.SIGTERM)
        _copy_errors(process)
    except KeyboardInterrupt:
        _tell_all(process, signal.SIGKILL)


def _tell_all(process: subprocess.Popen[bytes], what: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, what)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
