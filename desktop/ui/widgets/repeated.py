"""As many parts of a kind as there are things to say."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.widgets.flow_layout import FlowLayout

P = TypeVar("P", bound=QWidget)


class Repeated(QWidget, Generic[P]):
    """Makes a part when there is first need of it, and words it anew ever after.

    A part is slow to make, to dress and to lay out; the words of another page are not.
    """

    def __init__(
        self, new_part: Callable[[], P], *, gap: int = 0, flow: FlowLayout | None = None
    ) -> None:
        """Begin without any; ``new_part`` returns one without words, its signals connected.

        They lie below one another with ``gap`` pixels between them, or side by side in a ``flow``.
        """
        super().__init__()
        self._new_part = new_part
        self._parts: list[P] = []
        self._layout = flow or QVBoxLayout()
        self.setLayout(self._layout)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        self.hide()

    def parts(self, count: int) -> list[P]:
        """Return so many parts to be worded; those left over wait out of sight.

        The keyboard in one of those goes to the last that stays, where that one names a proxy.
        """
        while len(self._parts) < count:
            self._parts.append(self._new_part())
            self._layout.addWidget(self._parts[-1])
        here = QApplication.focusWidget()
        if count and here and any(part.isAncestorOf(here) for part in self._parts[count:]):
            self._keep_keyboard(self._parts[count - 1])
        for number, part in enumerate(self._parts):
            part.setVisible(number < count)
        self.setVisible(count > 0)
        return self._parts[:count]

    def _keep_keyboard(self, part: P) -> None:
        if part.focusProxy() is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
