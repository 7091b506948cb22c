"""What every test starts from: an offscreen screen, a real vault, and nothing left open behind."""

import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"
if os.access("/dev/shm", os.W_OK):
    # Every save waits for the disk five times; in memory the tests need a quarter of the time.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", "/dev/shm")

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.desk import Desk, News, PrivateDesk
from tests.helpers.clock import Clock
from tests.helpers.vaults import OpenVault, make_vault, open_vault

# Speed is measured in benchmarks; a busy computer is no reason for a test to fail.
settings.register_profile("onward", deadline=None)
settings.load_profile("onward")


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at Sunday 22 November 2026, 15:00 UTC."""
    return Clock()


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a vault in which nobody wrote anything yet, to be copied and left as it is.

    To make one takes all the steps of its history, to copy one a hundredth of that.
    """
    folder = tmp_path_factory.mktemp("made") / "vault"
    make_vault(folder, Clock())
    return folder


@pytest.fixture
def vault(tmp_path: Path, clock: Clock, empty_vault: Path) -> Iterator[OpenVault]:
    """An open, empty vault on a real encrypted file; the manager is Sam Okafor."""
    shutil.copytree(empty_vault, tmp_path / "vault")
    session = open_vault(tmp_path / "vault", clock)
    yield session
    _let_closed_windows_go()
    session.close()


def _let_closed_windows_go() -> None:
    """Delete what the test has closed: a page still waiting for a job would read a closed vault."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def news(qapp: QApplication) -> News:
    """The news that both desks tell."""
    return News()


@pytest.fixture
def desk(vault: OpenVault, news: News) -> Desk:
    """The shared half, as pages get it."""
    return Desk(vault.shared, news)


@pytest.fixture
def private_desk(vault: OpenVault, news: News) -> PrivateDesk:
    """The private half, as the panels of notes get it."""
    return PrivateDesk(vault.private, news)


@pytest.fixture(autouse=True)
def _nothing_left_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window on the screen; empty the clipboard behind it.

    What Python laid there would be deleted after Python itself, at the end of the process, and
    that ends a run in which every test passed with a crash.
    """
    yield
    if "qtbot" not in request.fixturenames and "qapp" not in request.fixturenames:
        return
    QApplication.clipboard().clear()
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    known = [w() for w, _ in getattr(request.node, "qt_widgets", [])]
    strangers = [type(w).__name__ for w in left if w not in known]
    assert not strangers, f"left on the screen: {strangers}"
