"""The steps from a backup file to a restored vault: its key, a look inside, and the work."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.restoring import Inside
from desktop.ui.keys.discretion import OffTheClipboard
from desktop.ui.keys.step import Step, card
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.editors import LineField, PassphraseField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.progress import ProgressLine
from desktop.ui.widgets.text import Body, SmallMuted


class BackupKeyStep(Step):
    """Asks for the passphrase or the recovery key that a backup was made under."""

    given = Signal(str, bool)
    """What was typed, and whether it is a recovery key."""

    def __init__(self) -> None:
        """Ask for the passphrase first."""
        super().__init__(aside=self.tr("Cancel"), onward=self.tr("Look inside"))
        self._passphrase = PassphraseField("")
        self._recovery = LineField("")
        self._recovery.looks_only = True
        self._by_passphrase = Field(self.tr("Passphrase of that time"), self._passphrase)
        self._by_recovery = Field(self.tr("Recovery key of that time"), self._recovery)
        self._other = LinkButton("")
        self._asked = card()
        for part in (self._by_passphrase, self._by_recovery, self._other):
            self._asked.body.addWidget(part)
        self.fill(self._asked)
        self._ask_for(recovery_key=False)
        self._connect()

    def _connect(self) -> None:
        OffTheClipboard(self._passphrase)
        OffTheClipboard(self._recovery)
        for line, field in (
            (self._passphrase, self._by_passphrase),
            (self._recovery, self._by_recovery),
        ):
            line.textEdited.connect(field.accept)
            line.returnPressed.connect(self.next_asked)
        self._other.clicked.connect(self._turn)
        self.next_asked.connect(self._give)

    def ask(self, made: datetime) -> None:
        """Ask for the key of a backup that was made at this moment."""
        self._asked.show()
        self.introduce(
            self.tr("What opens this backup?"),
            self.tr(
                "It was made on {day} at {time}, and opens with the passphrase or the recovery "
                "key that the vault had then."
            ).format(day=dates.full_day(made.date()), time=f"{made:%H:%M}"),
        )

    def trying(self) -> None:
        """Ask nothing yet: the key of the open vault may fit."""
        self._asked.hide()
        self.introduce(
            self.tr("Looking inside"),
            self.tr("The whole backup is read, from its first byte to its last."),
        )

    def refuse(self, sentence: str) -> None:
        """Say beside the field why what was typed does not open the backup."""
        self._passphrase.clear()
        self._field().refuse(sentence)
        self.begin()

    def has_words(self) -> bool:
        """Return whether a key was typed."""
        return bool(self._passphrase.text() or self._recovery.text())

    def begin(self) -> None:
        """Put the focus into the field."""
        self._field().setFocus()

    def drop_secrets(self) -> None:
        """Empty both fields."""
        self._passphrase.clear()
        self._recovery.setText("")
        self._by_passphrase.accept()
        self._by_recovery.accept()

    def forget(self) -> None:
        """Ask for the passphrase again."""
        super().forget()
        self._ask_for(recovery_key=False)

    def _field(self) -> Field:
        return self._by_recovery if self._is_recovery_key else self._by_passphrase

    def _ask_for(self, *, recovery_key: bool) -> None:
        self._is_recovery_key = recovery_key
        self._by_passphrase.setVisible(not recovery_key)
        self._by_recovery.setVisible(recovery_key)
        self._other.setText(
            self.tr("Use its passphrase") if recovery_key else self.tr("Use its recovery key")
        )

    def _turn(self) -> None:
        self._ask_for(recovery_key=not self._is_recovery_key)
        self.begin()

    def _give(self) -> None:
        line = self._recovery if self._is_recovery_key else self._passphrase
        if line.text():
            self.given.emit(line.text(), self._is_recovery_key)
        elif self._is_recovery_key:
            self._field().refuse(self.tr("Please type the recovery key."))
        else:
            self._field().refuse(self.tr("Please type the passphrase."))


class InsideStep(Step):
    """Shows what a backup holds and what a restore would do, before it is done."""

    def __init__(self) -> None:
        """Wait for a backup."""
        super().__init__(aside=self.tr("Cancel"), onward=self.tr("Restore this backup"))
        self._holds, self._whose, self._kept = Body(), Body(), SmallMuted()
        shown = card()
        for part in (self._holds, self._whose, self._kept):
            shown.body.addWidget(part)
        self.fill(shown)

    def tell(self, inside: Inside, kept_as: str) -> None:
        """Show a backup; ``kept_as`` is the name the present vault gets, or nothing."""
        self.introduce(
            self.tr("Inside the backup of {day}, {time}").format(
                day=dates.full_day(inside.made.date()), time=f"{inside.made:%H:%M}"
            ),
            self.tr("Every byte of it was read, and it is whole."),
        )
        self._holds.setText(told(self, inside))
        self._whose.setText(self.tr("It is a backup of another vault than the one here."))
        self._whose.setVisible(inside.of_this_vault is False)
        self._kept.setText(
            self.tr(
                "The vault that is here now is kept beside it, in a folder named {name}. "
                "Nothing is deleted. The restored vault opens with the passphrase it had then."
            ).format(name=kept_as)
            if kept_as
            else self.tr("The restored vault opens with the passphrase it had then.")
        )

    def begin(self) -> None:
        """Restoring is never one careless Enter away."""
        self.aside.setFocus()


class UnderWayStep(Step):
    """Shows how far the work is, and lets it be stopped without harm."""

    def __init__(self) -> None:
        """Begin at nothing."""
        super().__init__(aside=self.tr("Stop"), onward=self.tr("Restoring…"))
        self.introduce(
            self.tr("Restoring"),
            self.tr(
                "The backup is unpacked and checked beside your vault. Until the last instant you "
                "can stop, and nothing here has changed."
            ),
        )
        self._line = ProgressLine(self.tr("Restoring"))
        shown = card()
        shown.body.addWidget(self._line)
        self.fill(shown)

    def begin(self) -> None:
        """Only stopping can be pressed."""
        self.onward.setEnabled(False)
        self.aside.setFocus()

    def show_share(self, share: float) -> None:
        """Show how far it is, from 0 to 1."""
        self._line.show_share(share)


def told(teller: QWidget, inside: Inside) -> str:
    """Return in a sentence what a backup holds."""
    counts = ", ".join(
        (
            _counted(teller.tr("1 person"), teller.tr("{n} people"), inside.people),
            _counted(
                teller.tr("1 conversation"), teller.tr("{n} conversations"), inside.conversations
            ),
        )
    )
    if inside.latest is None:
        return teller.tr("{counts}.").format(counts=counts)
    day = dates.full_day(inside.latest.date())
    return teller.tr("{counts}, the latest on {day}.").format(counts=counts, day=day)


def _counted(one: str, many: str, number: int) -> str:
    return one if number == 1 else many.format(n=number)
