"""Light or dark, and the size of the text."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import Trouble
from desktop.services import looks
from desktop.services.looks import Looks
from desktop.ui import look
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Body

_THEMES: Final[dict[str, look.ThemeName]] = {
    "system": "system",
    "light": "light",
    "dark": "dark",
}
_SIZES: Final = ("0.9", "1.0", "1.15", "1.3", "1.5", "1.75", "2.0")


class LooksCard(Card):
    """Both are worn at once, and at the next start; the lock screen wears them too."""

    troubled = Signal(Trouble)
    worn = Signal()
    looks_only = True
    """It chooses for this computer; nothing of it stands in the vault."""

    def __init__(self) -> None:
        """Show what is worn with ``refresh``."""
        super().__init__(self.tr("How Onward looks"))
        self._theme = Choice(
            self.tr("Light or dark"),
            [
                ("system", self.tr("As the system has it")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
        )
        self._size = Choice(
            self.tr("Size of the text"),
            [(size, self.tr("{n} %").format(n=round(100 * float(size)))) for size in _SIZES],
        )
        words = self.tr(
            "Light or dark, and how large the text is: on this computer, the lock screen included. "
            "Pages that leave stay as they are."
        )
        self.body.addWidget(Body(words))
        self.body.addSpacing(4)
        self.body.addWidget(self._theme)
        self.body.addSpacing(8)
        self.body.addWidget(self._size)
        self._theme.chosen.connect(self._choose)
        self._size.chosen.connect(self._choose)

    def refresh(self) -> None:
        """Mark what is worn."""
        theme, scale = look.worn_by(_app())
        self._theme.choose(theme)
        self._size.choose(min(_SIZES, key=lambda size: abs(float(size) - scale)))

    def _choose(self, _key: str) -> None:
        theme, scale = self._theme.key(), float(self._size.key())
        look.apply(_app(), _THEMES[theme], scale)
        self.worn.emit()
        try:
            looks.choose(Looks(theme, scale))
        except Trouble as trouble:
            self.troubled.emit(trouble)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
