"""The environment in the checkout survives what people do to it: interruptions above all."""

import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest

from environment import Environment

pytestmark = pytest.mark.timeout(300)  # making an environment is mostly pip unpacking itself


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment whose making broke off long before it could start, then mended."""
    broken = Environment(tmp_path_factory.mktemp("checkout") / ".venv")
    broken.python.parent.mkdir(parents=True)
    broken.python.write_text("", encoding="utf-8")
    broken.mend()
    return broken


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one line, built as pip likes it."""
    wheel = tmp_path / "tiny-1.0-py3-none-any.whl"
    about = "tiny-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as files:
        files.writestr("tiny.py", "size = 'tiny'\n")
        files.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        files.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        files.writestr(f"{about}/RECORD", "")
    return wheel


@pytest.fixture
def lock(tmp_path: Path, library: Path) -> Path:
    file = tmp_path / "requirements.lock"
    digest = hashlib.sha256(library.read_bytes()).hexdigest()
    file.write_text(f"tiny @ {library.as_uri()} --hash=sha256:{digest}\n", encoding="utf-8")
    return file


def imports_the_library(environment: Environment) -> bool:
    asked = subprocess.run(
        (environment.python, "-c", "import tiny"), capture_output=True, check=False
    )
    return asked.returncode == 0


def test_an_environment_that_did_not_start_is_made_anew_and_filled(
    environment: Environment, lock: Path
) -> None:
    assert not environment.holds(lock)
    environment.install(lock, "a tiny library")
    assert environment.holds(lock)
    assert imports_the_library(environment)


def test_a_changed_lock_is_noticed(environment: Environment, lock: Path) -> None:
    environment.install(lock, "a tiny library")
    lock.write_text(f"# newer\n{lock.read_text(encoding='utf-8')}", encoding="utf-8")
    assert not environment.holds(lock)


def test_what_differs_from_its_lock_is_refused_and_the_next_try_starts_clean(
    environment: Environment, lock: Path, library: Path
) -> None:
    library.write_bytes(library.read_bytes() + b"\0")
    with pytest.raises(SystemExit, match="a tiny library did not work"):
        environment.install(lock, "a tiny library")
    assert not environment.holds(lock)

    left_over = environment.folder / "left-over"
    left_over.touch()
    environment.mend()
    assert not left_over.exists()
