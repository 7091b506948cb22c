"""About Onward: where the vault is, what this computer enforces, what is not promised (K10)."""

import platform
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, qVersion
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop import __version__
from desktop.services import licences, settings
from desktop.services.licences import Part
from desktop.services.protection import Protection, protection
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.elsewhere import show_elsewhere
from desktop.ui.widgets.page import PageHeader, ScrollColumn, keep_prose_to_measure
from desktop.ui.widgets.text import Body, Small, SmallStrong

_WIDEST = 1520


class AboutPage(ScrollColumn):
    """Tells what is true of this program on this computer now."""

    back_asked = Signal()

    def __init__(self, vault: Path, seen_by_others: Callable[[], str]) -> None:
        """``seen_by_others`` says what a shared screen shows of our windows."""
        super().__init__()
        self._vault = vault
        self._seen_by_others = seen_by_others
        self._network, self._screen, self._memory, self._swap = (Body() for _ in range(4))
        self._parts = Small()
        self._desk: Desk | None = None
        self._left_out = Tick(self.tr("Leave Onward out of shared screens"), steps_back=False)
        self._left_out.hide()
        self._build()
        self._left_out.clicked.connect(self._choose)

    def _build(self) -> None:
        header = PageHeader(
            self.tr("About Onward"),
            self.tr("Version {version} · Python {python} · Qt {qt}").format(
                version=__version__, python=platform.python_version(), qt=qVersion()
            ),
        )
        back = PlainButton(self.tr("Back to the vault"))
        back.clicked.connect(self.back_asked)
        header.add(back)
        self.body.addWidget(header)
        for card in (self._place(), self._enforced(), self._not_promised(), self._made_of()):
            self.add_no_wider(card, _WIDEST)
            keep_prose_to_measure(card)
        self.body.addStretch(1)

    def _place(self) -> Card:
        card = Card(self.tr("Where your vault is"))
        card.body.addWidget(Body(str(self._vault)))
        words = self.tr(
            "All of it is in this folder, encrypted, and its backups in the folder “backups” in "
            "it. Only you may enter it. A file you saved or sent is yours, and lies elsewhere."
        )
        card.body.addWidget(Small(words))
        card.body.addLayout(self._button(self.tr("Show the folder"), self._show_vault))
        return card

    def _enforced(self) -> Card:
        card = Card(self.tr("What holds on this computer now"))
        for name, sentence in (
            (self.tr("Network"), self._network),
            (self.tr("Screen sharing"), self._screen),
            (self.tr("Memory"), self._memory),
            (self.tr("Memory on disk"), self._swap),
        ):
            part = QVBoxLayout()
            part.setSpacing(2)
            part.addWidget(SmallStrong(name))
            part.addWidget(sentence)
            if sentence is self._screen:
                part.addWidget(self._left_out)
            card.body.addLayout(part)
        return card

    def _not_promised(self) -> Card:
        card = Card(self.tr("What is not promised"))
        for sentence in (
            self.tr(
                "Somebody who controls this computer while the vault is open, or a program that "
                "runs as you, can read what you read."
            ),
            self.tr(
                "Somebody who reads over your shoulder, or takes a photograph of the screen, has "
                "read it."
            ),
            self.tr(
                "If passphrase and recovery key are both lost, nobody can open the vault, and "
                "neither can we."
            ),
            self.tr(
                "That somebody put an older copy of the whole vault in its place is noticed by a "
                "computer that saw the newer one, and said. It cannot be told from the file alone."
            ),
            self.tr(
                "Private does not mean beyond the law: what you write about a person may have to "
                "be shown to them or to a court. Write as if they may read it one day."
            ),
        ):
            card.body.addWidget(Body(sentence))
        return card

    def _made_of(self) -> Card:
        card = Card(self.tr("What it is made of"))
        words = self.tr(
            "Onward is Apache-2.0. These parts keep their own licences; the typefaces are under "
            "the SIL Open Font License, the list of words for passphrases under CC BY 3.0 US."
        )
        card.body.addWidget(Body(words))
        card.body.addWidget(self._parts)
        button = self._button(self.tr("Show the licence texts"), self._show_licences)
        card.body.addLayout(button)
        return card

    def _button(self, words: str, press: Callable[[], None]) -> QHBoxLayout:
        button = PlainButton(words)
        button.clicked.connect(press)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        return row

    def offer_choice(self, desk: Desk | None) -> None:
        """Let the manager choose whether shared screens show this window; None where nobody can."""
        self._desk = desk
        self._left_out.setVisible(desk is not None)

    def _choose(self) -> None:
        if self._desk is not None:
            self._desk.do(settings.set_left_out, wanted=self._left_out.isChecked())
            self.refresh()

    def refresh(self) -> None:
        """Look again at what holds."""
        if self._desk is not None:
            self._left_out.setChecked(self._desk.ask(settings.left_out))
        now = protection()
        self._network.setText(self._network_words(now))
        self._screen.setText(self._seen_by_others())
        self._memory.setText(self._memory_words(now))
        self._swap.setText(self._swap_words(now))
        self._parts.setText("\n".join(map(_line, licences.parts())))

    def _network_words(self, now: Protection) -> str:
        if now.network_refused:
            return self.tr(
                "Refused: the system itself lets this program open no connection. Your mail "
                "program and other programs keep theirs."
            )
        return self.tr(
            "Nothing in Onward opens a connection. Here the system does not enforce it, so you "
            "have our word and the tests for it."
        )

    def _memory_words(self, now: Protection) -> str:
        if now.memory_closed:
            return self.tr(
                "Other programs of yours cannot look into this one, and a crash leaves no copy of "
                "its memory. Locking ends the program, and its memory with it."
            )
        return self.tr(
            "Locking ends this program, and its memory with it. While the vault is open, another "
            "program that runs as you could look into it."
        )

    def _swap_words(self, now: Protection) -> str:
        if now.has_swap is None:
            return self.tr(
                "The system may write memory to the disk when it sleeps or runs short. Encrypt "
                "the whole disk, and lock before you leave."
            )
        if now.has_swap:
            return self.tr(
                "This computer has swap space, so words may be written there while the vault is "
                "open. Encrypt the whole disk; Onward cannot prevent it."
            )
        return self.tr("This computer has no swap space in use: memory is not written to the disk.")

    def _show_vault(self) -> None:
        show_elsewhere(self._vault)

    def _show_licences(self) -> None:
        show_elsewhere(licences.texts())


def _line(part: Part) -> str:
    return f"{part.name} {part.version}: {part.licence}"
