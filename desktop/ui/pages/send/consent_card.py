"""The person's word before a hand-over: who takes over, and when they agreed (playbook 10)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.domain.shared.hand_over import HandOver
from desktop.services import clock, hand_overs, people
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import LinkButton, PlainButton, changing
from desktop.ui.widgets.card import Card, ErrorLine
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.text import SectionHeading, Small, SmallStrong


class ConsentCard(Card):
    """Asks once, then says what was agreed; it can be written down anew."""

    def __init__(self, desk: Desk) -> None:
        """Work over the shared half; nothing is shown before ``show_person``."""
        super().__init__()
        self._desk = desk
        self._who: PersonId | None = None
        self._heading = SectionHeading("")
        self._said = Small()
        self._receiver = LineField(self.tr("Who takes over"))
        self._on = DateField(self.tr("They agreed on"), desk.ask(clock.today), past=True)
        self._on.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._agree = PlainButton("")
        self._anew = LinkButton(self.tr("Write it down anew"))
        changing(self._agree, self._anew)
        self._form = QWidget()
        self._is_anew = False
        self._refusal = ErrorLine()
        self.body.addWidget(self._heading)
        self.body.addWidget(self._said)
        self.body.addWidget(self._anew, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(self.tr("Who takes over"), self._receiver))
        column.addWidget(SmallStrong(self.tr("They agreed on")))
        column.addWidget(self._on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._agree)
        column.addWidget(self._refusal)
        self.body.addWidget(self._form)
        self._anew.clicked.connect(self._open_form)
        self._agree.clicked.connect(self._keep)
        self._on.refused.connect(self._refuse)
        self._on.day_changed.connect(self._refusal.hide)

    def show_person(self, who: PersonId) -> None:
        """Show whether somebody has agreed to be handed over, ready to be written down."""
        self._who = who
        agreed = self._desk.ask(hand_overs.agreed, who)
        known = agreed or self._desk.ask(hand_overs.agreed_before, who)
        self._receiver.setText(known.receiver if known else "")
        self._on.set_day(agreed.consented if agreed else self._desk.ask(clock.today))
        self._refusal.hide()
        self._is_anew = False
        self.refresh()

    def has_consent(self) -> bool:
        """Return whether the person agreed."""
        return self._who is not None and self._desk.ask(hand_overs.agreed, self._who) is not None

    def refresh(self) -> None:
        """Read again what was agreed, and leave alone what is being typed."""
        if self._who is None:
            return
        name = first_name(self._desk.ask(people.person, self._who).name)
        agreed = self._desk.ask(hand_overs.agreed, self._who)
        self._heading.setText(self.tr("Only with {name}’s word").format(name=name))
        self._agree.setText(self.tr("{name} agreed to this page").format(name=name))
        self._form.setVisible(agreed is None or self._is_anew)
        self._anew.setVisible(agreed is not None and not self._is_anew)
        earlier = self._desk.ask(hand_overs.agreed_before, self._who)
        if agreed is not None:
            self._say(agreed, self.tr("{name} agreed {day} that {receiver} gets this page."), name)
        elif earlier is not None:
            said = self.tr(
                "The contract has changed since {name} agreed {day}. Show {name} the page as it is "
                "now. Nothing leaves before they have agreed to it."
            )
            self._say(earlier, said, name)
        else:
            said = self.tr("Show {name} the page first. Nothing leaves before they have agreed.")
            self._said.setText(said.format(name=name))

    def _say(self, word: HandOver, sentence: str, name: str) -> None:
        day = dates.spoken_day(word.consented, self._desk.ask(clock.today))
        self._said.setText(sentence.format(name=name, day=day, receiver=word.receiver))

    def _keep(self) -> None:
        if self._who is None or not self._on.flush():
            return
        answer = self._desk.do(hand_overs.consent, self._who, self._receiver.text(), self._on.day())
        if answer.refusal is not None:
            self._refuse(answer.refusal.sentence)
            field = self._on if answer.refusal.field == "consented" else self._receiver
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif answer.done:
            self._refusal.hide()
            self._is_anew = False
            self.refresh()
            # The pressed button is gone; the keyboard stays on this card.
            self._anew.setFocus()

    def _open_form(self) -> None:
        self._is_anew = True
        self.refresh()
        self._receiver.setFocus()

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
