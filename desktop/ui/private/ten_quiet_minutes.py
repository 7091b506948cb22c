"""The offer of a debrief on the day of the talk: made once, declined in one press (product D9)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ConversationId
from desktop.domain.people import first_name
from desktop.services.private import debriefs
from desktop.ui.desk import PrivateDesk
from desktop.ui.widgets.buttons import LinkButton, PlainButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SectionHeading, SmallMuted


class TenQuietMinutes(Card):
    """Hidden unless a talk ended today and nothing was made of it yet."""

    debrief_asked = Signal(str)

    def __init__(self, desk: PrivateDesk) -> None:
        """Read through the private half: only it knows whether a debrief was written."""
        super().__init__()
        self._desk = desk
        self._conversation = ConversationId("")
        self._heading = SectionHeading()
        self._begin = PlainButton(self.tr("Begin"))
        self._not_today = LinkButton(self.tr("Not today"))
        changing(self._begin, self._not_today)
        self.body.addWidget(self._heading)
        self.body.addWidget(
            SmallMuted(self.tr("What you saw, what you promised, what you avoided. For you alone."))
        )
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self._begin)
        buttons.addWidget(self._not_today)
        self.body.addLayout(buttons)
        self._begin.clicked.connect(self._ask)
        self._not_today.clicked.connect(self._decline)
        self.hide()

    def as_widget(self) -> QWidget:
        """Return the card itself, to be laid out on a page."""
        return self

    def refresh(self) -> None:
        """Look whether there is something to offer now."""
        offered = self._desk.ask(debriefs.to_offer)
        if offered is not None:
            self._conversation = offered.conversation.id
            name = first_name(offered.person.name)
            self._heading.setText(self.tr("Ten quiet minutes about {name}").format(name=name))
        self.setVisible(offered is not None)

    def _ask(self) -> None:
        self.debrief_asked.emit(self._conversation)

    def _decline(self) -> None:
        self._desk.do(debriefs.decline, self._conversation)
        self.refresh()
