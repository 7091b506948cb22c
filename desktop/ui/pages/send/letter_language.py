"""In which language the page is written around people's own words; kept for each person."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.domain.shared.letter import ENGLISH, LANGUAGES
from desktop.ui.widgets.buttons import PlainButton

_NAMES = {ENGLISH: "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
"""Each language calls itself by its own name."""


class LetterLanguage(PlainButton):
    """Says the language of the page and offers the others."""

    language_chosen = Signal(str)

    def __init__(self) -> None:
        """Begin in English; ``tell`` brings the person's own."""
        super().__init__("")
        self._language = ENGLISH
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._choose)
        self.clicked.connect(self._offer)
        self.tell(ENGLISH)

    def tell(self, language: str) -> None:
        """Show a language."""
        self._language = language
        self.setText(f"{_NAMES[language]} ▾")
        words = self.tr("Language of the page: {language}")
        self.setAccessibleName(words.format(language=_NAMES[language]))
        self.setToolTip(self.tr("Headings and dates of the page. Your own words stay as they are."))

    def _offer(self) -> None:
        self._menu.clear()
        for language in LANGUAGES:
            action = self._menu.addAction(_NAMES[language])
            action.setData(language)
            action.setCheckable(True)
            action.setChecked(language == self._language)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))
