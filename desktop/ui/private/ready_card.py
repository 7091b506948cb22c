"""What makes a manager ready for a conversation, to tick off (playbook C1 to C6)."""

from PySide6.QtCore import Signal

from desktop.domain.ids import PlannedId
from desktop.domain.people import first_name
from desktop.domain.private.preparation import CheckItem
from desktop.services import people, plans
from desktop.services.private import preparation
from desktop.ui.desk import PrivateDesk
from desktop.ui.widgets.beside import ReadyBeside
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.text import SectionHeading


class CheckTick(Tick):
    """A box that says which item it is for."""

    turned = Signal(str, bool)

    def __init__(self, item: CheckItem) -> None:
        """Wait for the words."""
        super().__init__("")
        self._item = item
        self.clicked.connect(self._announce)

    def _announce(self, checked: bool) -> None:
        self.turned.emit(self._item.value, checked)


class ReadyCard(ReadyBeside):
    """An hour booked ticks itself; a prompt that is sent is the same fact as on its panel."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_plan``."""
        super().__init__("")
        self._desk = desk
        self._which: PlannedId | None = None
        self._ticks = {item: CheckTick(item) for item in CheckItem}
        self.body.addWidget(SectionHeading(self.tr("Ready?")))
        self.body.setSpacing(6)
        for tick in self._ticks.values():
            tick.turned.connect(self._turn)
            self.body.addWidget(tick)
        self._ticks[CheckItem.AN_HOUR].setEnabled(False)

    def show_plan(self, which: PlannedId) -> None:
        """Show what is ready for a planned conversation."""
        self._which = which
        self.refresh()

    def refresh(self) -> None:
        """Read again what is ready."""
        if self._which is None:
            return
        plan = self._desk.ask(plans.planned, self._which)
        name = first_name(self._desk.ask(people.person, plan.person).name)
        ready = self._desk.ask(preparation.ready, self._which)
        for item, tick in self._ticks.items():
            tick.say(self._words(item, plan.minutes).format(name=name, minutes=plan.minutes))
            tick.setChecked(item in ready)

    def _turn(self, value: str, ticked: bool) -> None:
        item = CheckItem(value)
        if self._which is None:
            return
        if item is CheckItem.PROMPT_SENT:
            self.prompt_sent_turned.emit(ticked)
        else:
            self._desk.do(preparation.tick, self._which, item, ticked=ticked)
        # What could not be kept does not stay ticked.
        self.refresh()

    def _words(self, item: CheckItem, minutes: int) -> str:
        hour = self.tr("An hour of its own is booked")
        if minutes < 60:
            hour = self.tr("An hour of its own: only {minutes} minutes are booked")
        return {
            CheckItem.AN_HOUR: hour,
            CheckItem.CARES_ABOUT: self.tr("I know what {name} cares about"),
            CheckItem.OPPORTUNITIES: self.tr("Opportunities looked up"),
            CheckItem.HONEST: self.tr("Honest about what I can offer"),
            CheckItem.PROMPT_SENT: self.tr("Reflection prompt sent"),
            CheckItem.HEAD_CLEARED: self.tr("Head cleared: this is about {name}"),
        }[item]
