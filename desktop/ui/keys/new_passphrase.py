"""The step in which a passphrase is found: five drawn words, or one's own, typed once more."""

import unicodedata
from pathlib import Path

from PySide6.QtCore import QSysInfo, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.ui.keys.discretion import OffTheClipboard
from desktop.ui.keys.step import Step, card
from desktop.ui.keys.strength_line import StrengthLine
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.editors import LineField, PassphraseField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.text import SmallStrong, Suggestion
from desktop.vault.passphrase import (
    Verdict,
    check_new_passphrase,
    generated,
    strength,
    strength_of_generated,
)

_PAUSE = 150  # milliseconds without a key before a passphrase is measured


class NewPassphraseStep(Step):
    """Offers a drawn phrase first; whoever prefers their own learns how long it would stand."""

    chosen = Signal(str)

    def __init__(self, *, aside: str, onward: str) -> None:
        """Begin with the offer."""
        super().__init__(aside=aside, onward=onward)
        self._drawn = DrawnPhrase()
        self._own = OwnPhrase()
        self._own.hide()
        self.fill(self._drawn, self._own)
        self._drawn.own_asked.connect(self._take_own)
        self._own.drawn_asked.connect(self._take_drawn)
        for way in (self._drawn, self._own):
            way.entered.connect(self._choose)
        self.next_asked.connect(self._choose)

    def begin(self) -> None:
        """Put the focus where typing begins, with a phrase on offer."""
        self._drawn.offer()
        self._way().setFocus()

    def drop_secrets(self) -> None:
        """Empty every field and the offer."""
        self._drawn.drop()
        self._own.drop()

    def forget(self) -> None:
        """Stand as when first shown."""
        super().forget()
        self._own.hide()
        self._drawn.show()

    def _way(self) -> "DrawnPhrase | OwnPhrase":
        return self._drawn if self._own.isHidden() else self._own

    def _choose(self) -> None:
        passphrase = self._way().settled()
        if passphrase is not None:
            self.chosen.emit(passphrase)

    def _take_own(self) -> None:
        self._drawn.hide()
        self._own.show()
        self._own.setFocus()

    def _take_drawn(self) -> None:
        self._own.hide()
        self._drawn.show()
        self._drawn.setFocus()


class DrawnPhrase(QWidget):
    """A phrase of five words drawn by chance, to be typed once so that it is remembered."""

    own_asked = Signal()
    entered = Signal()

    def __init__(self) -> None:
        """Show no phrase yet: drawing one reads the list of words."""
        super().__init__()
        self._phrase = Suggestion()
        self._another = PlainButton(self.tr("Another one"))
        self._own = PlainButton(self.tr("Type my own"))
        self._line = LineField("")
        self._repeat = Field(self.tr("Type it once to make sure"), self._line, keeps_room=True)
        self._build()
        self._connect()
        self.setFocusProxy(self._line)

    def _build(self) -> None:
        offer = card()
        offer.body.addWidget(SmallStrong(self.tr("We suggest")))
        offer.body.addWidget(self._phrase)
        stands = SmallStrong(strength_of_generated().sentence, ink="accent")
        offer.body.addSpacing(4)
        offer.body.addWidget(Offers((self._another, self._own), stands))
        again = card()
        again.body.addWidget(self._repeat)
        _stack(self, offer, again)

    def _connect(self) -> None:
        OffTheClipboard(self._line)
        self._another.clicked.connect(self._draw)
        self._own.clicked.connect(self.own_asked)
        self._line.textEdited.connect(self._repeat.accept)
        self._line.returnPressed.connect(self.entered)

    def offer(self) -> None:
        """Draw a phrase unless one is on offer already."""
        if not self._phrase.text():
            self._draw()

    def settled(self) -> str | None:
        """Return the phrase if it was typed as shown; else say so beside the field."""
        if _same(self._line.text(), self._phrase.text()):
            return self._phrase.text()
        self._repeat.refuse(
            self.tr("These are not the words above. Please compare them, letter by letter.")
            if self._line.text()
            else self.tr("Please type the five words once.")
        )
        self._line.setFocus()
        return None

    def drop(self) -> None:
        """Empty the offer and the field."""
        self._phrase.setText("")
        self._line.setText("")
        self._repeat.accept()

    def _draw(self) -> None:
        self._phrase.setText(generated())
        self._line.setText("")
        self._repeat.accept()
        self._line.setFocus()


class Offers(QWidget):
    """Buttons at the left and a sentence at the right, or beneath where there is no room."""

    def __init__(self, buttons: tuple[PlainButton, ...], sentence: SmallStrong) -> None:
        """Set ``buttons`` side by side."""
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._sentence = sentence
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch()
        self._row.addLayout(self._buttons, 1)
        self._row.addWidget(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go beneath when the buttons would have to be shortened."""
        super().resizeEvent(event)
        hints = self._buttons.sizeHint().width(), self._sentence.sizeHint().width()
        fits = sum(hints) + self._row.spacing() <= self.width()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)


class OwnPhrase(QWidget):
    """A passphrase of one's own, measured while it is typed."""

    drawn_asked = Signal()
    entered = Signal()

    def __init__(self) -> None:
        """Begin with empty fields and nothing measured."""
        super().__init__()
        self._first = PassphraseField("")
        self._second = PassphraseField("")
        self._passphrase = Field(self.tr("Your own passphrase"), self._first)
        self._repeat = Field(self.tr("Type it again to make sure"), self._second, keeps_room=True)
        self._strength = StrengthLine()
        self._told_it_is_weak = False
        self._drawn = PlainButton(self.tr("Use a suggested one"))
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._build()
        self._connect()
        self.setFocusProxy(self._first)

    def _build(self) -> None:
        own = card()
        for part in (self._passphrase, self._strength):
            own.body.addWidget(part)
        own.body.addWidget(self._drawn, 0, Qt.AlignmentFlag.AlignLeft)
        again = card()
        again.body.addWidget(self._repeat)
        _stack(self, own, again)

    def _connect(self) -> None:
        self._drawn.clicked.connect(self.drawn_asked)
        self._first.textEdited.connect(self._typed_another)
        self._first.textChanged.connect(self._pause.start)
        self._second.textEdited.connect(self._repeat.accept)
        self._pause.timeout.connect(self._measure)
        for line in (self._first, self._second):
            OffTheClipboard(line)
            line.returnPressed.connect(self.entered)

    def settled(self) -> str | None:
        """Return the passphrase if it is long enough and typed twice; else say what is not."""
        try:
            check_new_passphrase(self._first.text())
        except Refusal as refusal:
            self._passphrase.refuse(refusal.sentence)
            self._first.setFocus()
            return None
        if _same(self._first.text(), self._second.text()):
            return self._first.text() if self._is_meant() else None
        sentence = self.tr("This is not the same as above. Please type both again.")
        if not self._second.text():
            sentence = self.tr("Please type your passphrase a second time.")
        self._repeat.refuse(sentence)
        self._second.setFocus()
        return None

    def _is_meant(self) -> bool:
        """Ask once about a passphrase that would not stand a year; it stays the person's choice."""
        found = strength(self._first.text(), _known_to_a_thief())
        if found.verdict is not Verdict.WEAK or self._told_it_is_weak:
            return True
        self._told_it_is_weak = True
        self._passphrase.refuse(
            self.tr(
                "Somebody who copied your vault could find this one in {time}. A suggested one "
                "would stand longer than history. To use yours all the same, press once more."
            ).format(time=found.time)
        )
        self._first.setFocus()
        return False

    def _typed_another(self) -> None:
        self._told_it_is_weak = False
        self._passphrase.accept()

    def drop(self) -> None:
        """Empty both fields and the measure."""
        self._first.clear()
        self._second.clear()
        self._typed_another()
        self._repeat.accept()
        self._pause.stop()
        self._strength.say_nothing()

    def _measure(self) -> None:
        if not self._first.text():
            self._strength.say_nothing()
            return
        found = strength(self._first.text(), _known_to_a_thief())
        self._strength.say(found)
        self._first.setAccessibleDescription(found.sentence)


def _stack(way: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(way)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(15)
    for part in parts:
        column.addWidget(part)


def _same(typed: str, other: str) -> bool:
    """Compare as the derivation reads them: an accent may come as one character or as two."""
    return unicodedata.normalize("NFKC", typed) == unicodedata.normalize("NFKC", other)


def _known_to_a_thief() -> tuple[str, ...]:
    return QSysInfo.machineHostName(), Path.home().name, "onward"
