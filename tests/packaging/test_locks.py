"""What gets installed is what was locked: each file by its hash, and no place to fetch it from."""

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bundle.lock")
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.]*)( ;[^\\]+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def requirements(lock: str) -> list[list[str]]:
    """Return each requirement of a lock file as its pin, followed by its hashes."""
    text = (CHECKOUT / lock).read_text(encoding="utf-8").replace("\\\n", "\n")
    lines = [line.strip() for line in text.splitlines() if not line.startswith("#")]
    found: list[list[str]] = []
    for line in lines:
        if line.startswith("--"):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def versions(lock: str) -> dict[str, str]:
    pins = [PIN.fullmatch(pin.strip()) for pin, *_ in requirements(lock)]
    return {pin["name"]: pin["version"] for pin in pins if pin}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_one_version_with_hashes(lock: str) -> None:
    for pin, *hashes in requirements(lock):
        assert PIN.fullmatch(pin), pin
        assert hashes, pin
        assert all(HASH.fullmatch(line) for line in hashes), pin


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_folder(lock: str) -> None:
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|@ |(^|\s)/\w", text)


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_the_locks_agree(lock: str) -> None:
    run, beside = versions(LOCKS[0]), versions(lock)
    shared = run.keys() & beside.keys()
    assert {name: run[name] for name in shared} == {name: beside[name] for name in shared}


def test_qt_is_the_version_that_is_sound_on_python_3_11() -> None:
    assert versions("requirements.lock")["pyside6-essentials"] == "6.11.3"
    assert versions("requirements.lock")["shiboken6"] == "6.11.3"


def test_whatever_pyproject_asks_for_is_locked() -> None:
    asked = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    run = {re.split("[=<>]", line)[0].lower() for line in asked["project"]["dependencies"]}
    tests = {re.split(r"[=<>\[]", line)[0].lower() for line in asked["dependency-groups"]["dev"]}
    assert run <= versions("requirements.lock").keys()
    assert tests <= versions("requirements-dev.lock").keys()
    assert "pyinstaller" in versions("requirements-bundle.lock")
