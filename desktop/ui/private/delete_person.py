"""Deleting somebody: into the bin, with thirty days to think again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PersonId
from desktop.services import people
from desktop.services.private import bin as rubbish
from desktop.ui.desk import PrivateDesk
from desktop.ui.widgets.buttons import PlainButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Body


class DeletePersonCard(Card):
    """Puts somebody into the bin; ``deleted`` is told before anything reads the vault again."""

    leaving = Signal()
    deleted = Signal()

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half, whose words go as well."""
        super().__init__(self.tr("Delete"))
        self._desk = desk
        self._who: PersonId | None = None
        self._words = Body()
        self._delete = PlainButton("")
        changing(self._delete)
        self.body.addWidget(self._words)
        self.body.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignLeft)
        self._delete.clicked.connect(self._put_into_bin)

    def show_person(self, who: PersonId) -> None:
        """Offer to delete somebody."""
        self._who = who
        name = self._desk.ask(people.person, who).name
        self._words.setText(
            self.tr(
                "Everything about {name} goes into the bin: conversations, notes, goals, "
                "contracts. For 30 days you can bring all of it back, or erase it for good at once."
            ).format(name=name)
        )
        self._delete.setText(self.tr("Put {name} into the bin").format(name=name))

    def as_widget(self) -> QWidget:
        """Return the card, to be laid out."""
        return self

    def _put_into_bin(self) -> None:
        if self._who is None:
            return
        who, self._who = self._who, None
        self.leaving.emit()
        self._desk.do(rubbish.delete_person, who)
        self.deleted.emit()
