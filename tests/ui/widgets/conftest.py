"""Every widget is tested in the light look at 100 % text."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui import look


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    look.apply(qapp, "light")
    yield
    look.apply(qapp, "light")
