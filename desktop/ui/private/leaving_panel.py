"""A person's answers to the leaving question, as read on their days: a page of its own (K8)."""

from desktop.domain.ids import PersonId
from desktop.domain.private.leaving import Ease, Reading
from desktop.services import clock
from desktop.services.private import leaving
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.plots.marks import Mark
from desktop.ui.plots.picture import Names
from desktop.ui.plots.shown import ShownOverTime
from desktop.ui.plots.twin import Row
from desktop.ui.private.leaving_words import ease_said, reading_said
from desktop.ui.widgets.beside import LookingBack
from desktop.ui.widgets.chips import PassageRow
from desktop.ui.widgets.page import keep_prose_to_measure
from desktop.ui.widgets.repeated import Repeated
from desktop.ui.widgets.text import Muted, SmallMuted


class LeavingPanel(LookingBack):
    """Each reading on its own day, of one person only: nothing is counted, nobody is ranked."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_person``."""
        super().__init__("", padding=20)
        self.set_label(self.tr("Private for ever, nothing that leaves can carry it"))
        self._desk = desk
        self._who: PersonId | None = None
        self._nothing = Muted(
            self.tr(
                "When you ask what would be the main reason to leave, you may note beside the "
                "answer how you read it. Each reading then stands here, with its day."
            )
        )
        self._lead = SmallMuted(
            self.tr("Each as you read it on its day, no more. What could you do about it?")
        )
        lanes = tuple(ease_said(ease) for ease in Ease)
        names = Names("", lanes, self.tr("today"), joined=True)
        name = self.tr("How the answers came, over time")
        heads = (self.tr("When"), self.tr("As you read it"))
        self._trend = ShownOverTime(name, names, heads, small=True)
        self._lines = Repeated(self._new_line)
        self._leads: dict[PassageRow, str] = {}
        self.body.setSpacing(spacing.GRID)
        for part in (self._nothing, self._lead, self._trend, self._lines):
            self.body.addWidget(part)
        keep_prose_to_measure(self)
        self._trend.mark_asked.connect(self.conversation_asked)

    def show_person(self, who: PersonId) -> None:
        """Show the readings of somebody."""
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        if self._who is None:
            return
        found = self._desk.ask(leaving.readings_of, self._who)
        self._nothing.setHidden(bool(found))
        self._lead.setVisible(bool(found))
        heard = [reading for reading in found if reading.ease is not None]
        # A direction can be seen once there are two to lay side by side.
        self._trend.setVisible(len(heard) > 1)
        rows = [Row(r.conversation, (dates.short_day(r.on), reading_said(r))) for r in heard]
        marks = [_mark(reading) for reading in heard]
        self._trend.tell(marks, rows[::-1], self._desk.ask(clock.today))
        for line, reading in zip(self._lines.parts(len(found)), found, strict=True):
            line.setText(self._said(reading))
            self._leads[line] = reading.conversation

    def _new_line(self) -> PassageRow:
        line = PassageRow("")
        line.clicked.connect(self._ask_for_talk)
        return line

    def _ask_for_talk(self) -> None:
        self.conversation_asked.emit(next(t for b, t in self._leads.items() if b is self.sender()))

    def _said(self, reading: Reading) -> str:
        form = self.tr("{day}: {reading}")
        return form.format(day=dates.full_day(reading.on), reading=reading_said(reading))


def _mark(reading: Reading) -> Mark:
    said = f"{dates.full_day(reading.on)}: {reading_said(reading)}"
    lane = list(Ease).index(reading.ease) if reading.ease is not None else 0
    return Mark(reading.conversation, reading.on, said, lane)
