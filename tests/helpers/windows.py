"""The whole window over a vault, as a test presses it; nothing of it is left behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtTest import QTest

from desktop.ui.main_window import MainWindow
from tests.helpers.vaults import OpenVault

SIZE: Final = (1280, 800)
"""Points; the size that the pages are drawn for."""


@contextmanager
def a_window(vault: OpenVault) -> Iterator[MainWindow]:
    """Show the main window on Today; afterwards keep what is typed and let it go.

    It is hidden, not closed: its cross asks the process to end, and here the test is the process.
    """
    window = MainWindow()
    window.show_session(vault)
    window.resize(*SIZE)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    try:
        yield window
    finally:
        window.flush()
        window.hide()
        window.deleteLater()
