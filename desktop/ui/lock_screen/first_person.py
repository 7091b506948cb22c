"""The last step of the first run: who the manager is, whom they talk with first, how it opens."""

from PySide6.QtCore import Signal

from desktop.ui.keys.keychain_trade import keychain_trade
from desktop.ui.keys.step import Step, card
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.text import SmallMuted


class FirstPersonStep(Step):
    """Asks for two names, of which only one is needed, and offers quick unlock."""

    named = Signal(str, str)

    def __init__(self, *, aside: str, onward: str) -> None:
        """Begin with empty fields."""
        super().__init__(aside=aside, onward=onward)
        self.introduce(
            self.tr("You, and who comes first"),
            self.tr("Then your vault is ready. Everything else can wait until you need it."),
        )
        self._yours = LineField("")
        self._theirs = LineField("")
        self._your_name = Field(
            self.tr("Your name"), self._yours, hint=self.tr("It stands on the page you share.")
        )
        self._their_name = Field(
            self.tr("Who will you talk with first?"),
            self._theirs,
            hint=self.tr("A name is enough. You can also leave this empty and add people later."),
        )
        self._quick = Tick(
            self.tr("Quick unlock: this computer’s keychain opens my vault with one press"),
            steps_back=False,
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        names = card()
        names.body.setSpacing(22)
        names.body.addWidget(self._your_name)
        names.body.addWidget(self._their_name)
        ways = card()
        ways.body.addWidget(self._quick)
        ways.body.addWidget(SmallMuted(keychain_trade()))
        self.fill(names, ways)

    def _connect(self) -> None:
        self._yours.textEdited.connect(self._your_name.accept)
        self._yours.returnPressed.connect(self._theirs.setFocus)
        self._theirs.returnPressed.connect(self.next_asked)
        self.next_asked.connect(self._name)

    def begin(self) -> None:
        """Put the focus on the first name."""
        self._yours.setFocus()

    def wants_quick_unlock(self) -> bool:
        """Return whether the keychain should open the vault as well; not unless it was chosen."""
        return self._quick.isChecked()

    def forget(self) -> None:
        """Drop both names: a locked window shows none."""
        super().forget()
        self._quick.setChecked(False)
        self._yours.setText("")
        self._theirs.setText("")
        self._your_name.accept()

    def _name(self) -> None:
        yours, theirs = self._yours.text().strip(), self._theirs.text().strip()
        if yours:
            self.named.emit(yours, theirs)
            return
        self._your_name.refuse(self.tr("Please write your name: it stands on the page you share."))
        self._yours.setFocus()
