"""Which dates go into a calendar, and how much they give away there (product F5)."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.shared.commitments import Owner
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted


class DatesChoice(QWidget):
    """Opens beneath its button; discreet and both sides unless told otherwise."""

    save_asked = Signal()

    def __init__(self) -> None:
        """Begin closed."""
        super().__init__()
        self._mine = Tick(self.tr("My dates"), steps_back=False)
        self._theirs = Tick("", steps_back=False)
        self._details = Tick(self.tr("With names and words"), steps_back=False)
        self._attach = Tick(self.tr("Attach them to the e-mail too"), steps_back=False)
        self._seen = SmallMuted()
        self._save = PlainButton(self.tr("Save calendar file…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(4)
        whose = FlowLayout(gap=18)
        whose.addWidget(self._mine)
        whose.addWidget(self._theirs)
        column.addLayout(whose)
        for part in (self._details, self._seen, self._attach, self._save):
            column.addWidget(part)
        for tick in (self._mine, self._theirs):
            tick.toggled.connect(self._allow)
        self._save.clicked.connect(self.save_asked)
        self.forget()

    def forget(self) -> None:
        """Close, and choose both sides and discreet titles again."""
        self._mine.setChecked(True)
        self._theirs.setChecked(True)
        self._details.setChecked(False)
        self._attach.setChecked(False)
        self.hide()

    def name_person(self, name: str) -> None:
        """Say whose the other dates are."""
        self._theirs.say(self.tr("{name}’s dates").format(name=name))

    def say_title(self, discreet: str) -> None:
        """Say what a day in the calendar reads while it gives nothing away."""
        words = self.tr("Without them a day says only “{title}”. Colleagues may see calendars.")
        self._seen.setText(words.format(title=discreet))

    def owners(self) -> Collection[Owner]:
        """Return whose commitments were chosen."""
        chosen = ((Owner.MANAGER, self._mine), (Owner.PERSON, self._theirs))
        return tuple(owner for owner, tick in chosen if tick.isChecked())

    def with_details(self) -> bool:
        """Return whether names and words may stand in the calendar."""
        return self._details.isChecked()

    def go_with_mail(self) -> bool:
        """Return whether an e-mail takes the dates along."""
        return self._attach.isChecked() and bool(self.owners())

    def _allow(self) -> None:
        self._save.setEnabled(bool(self.owners()))
