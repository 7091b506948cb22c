"""Dresses the application: chooses the theme, follows the system, restyles every window."""

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.look import theme
from desktop.ui.look.palette import palette
from desktop.ui.look.stylesheet import stylesheet
from desktop.ui.look.worn import Look, changes, put_on

ThemeName = Literal["light", "dark", "system"]

_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}


def apply(app: QApplication, theme_name: ThemeName, text_scale: float = 1.0) -> None:
    """Dress every window in a theme at a text size (1.0 is 100 %); may be called again."""
    wardrobe = app.findChild(Wardrobe) or Wardrobe(app)
    wardrobe.wear(theme_name, text_scale)


def worn_by(app: QApplication) -> tuple[ThemeName, float]:
    """Return what was applied last: the name of the theme, and the size of the text."""
    wardrobe = app.findChild(Wardrobe)
    return (wardrobe.choice, wardrobe.text_scale) if wardrobe else ("system", 1.0)


class Wardrobe(QObject):
    """Remembers what was chosen, so that a change of the system's scheme can be followed."""

    def __init__(self, app: QApplication) -> None:
        """Prepare the application once: style, and an ear for the system's scheme."""
        super().__init__(app)
        self._app = app
        self.choice: ThemeName = "system"
        self.text_scale = 1.0
        self._worn: Look | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def wear(self, theme_name: ThemeName, text_scale: float) -> None:
        """Put on a theme at a text size."""
        self.choice = theme_name
        self.text_scale = text_scale
        # Native title bars and file dialogs follow this hint where the platform can.
        self._app.styleHints().setColorScheme(_SCHEMES[theme_name])
        self._dress()

    def _follow_system(self) -> None:
        if self.choice == "system":
            self._dress()

    def _dress(self) -> None:
        look = self._look()
        if look == self._worn:
            # Dressing every widget anew in what it wears takes seconds in a big window.
            return
        self._worn = look
        put_on(look)
        self._app.setPalette(palette(look.theme))
        self._app.setFont(look.font("body"))
        self._app.setStyleSheet(stylesheet(look))
        changes().changed.emit()

    def _look(self) -> Look:
        dark = self.choice == "dark" or (self.choice == "system" and self._system_is_dark())
        return Look(
            theme=theme.load("dark" if dark else "light"),
            text_scale=self.text_scale,
            dots_per_inch=self._app.primaryScreen().logicalDotsPerInchY(),
            motion=QApplication.isEffectEnabled(Qt.UIEffect.UI_General),
        )

    def _system_is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
