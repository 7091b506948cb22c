"""The bin: what was deleted, how long it stays, the way back, and erasing for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Trouble
from desktop.domain.ids import PersonId
from desktop.domain.private.bin import Binned, Thing
from desktop.services.backups import Backups
from desktop.services.private import bin as rubbish
from desktop.ui.desk import PrivateDesk
from desktop.ui.jobs import Job
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import SmallButton, changing
from desktop.ui.widgets.card import Card, Hairline, NoticePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.repeated import Repeated
from desktop.ui.widgets.sure import SurePanel
from desktop.ui.widgets.text import Body, SmallMuted
from desktop.vault.restore_points import RestorePoint


class BinRow(QWidget):
    """One deleted thing."""

    back_asked = Signal(str)
    erase_asked = Signal(str)

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self._key = ""
        self._what, self._how_long = Body(), SmallMuted()
        self._back = SmallButton(self.tr("Bring back"))
        self._erase = SmallButton(self.tr("Erase for good…"))
        changing(self._back, self._erase)
        ways = QWidget()
        flow = FlowLayout(ways)
        flow.addWidget(self._back)
        flow.addWidget(self._erase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(3)
        for part in (Hairline(), self._what, self._how_long, ways):
            column.addWidget(part)
        self.setFocusProxy(self._back)
        self._back.clicked.connect(self._ask_back)
        self._erase.clicked.connect(self._ask_erase)

    def tell(self, key: str, what: str, how_long: str) -> None:
        """Say ``what`` lies there, and ``how_long``."""
        self._key = key
        self._what.setText(what)
        self._how_long.setText(how_long)
        self._back.setAccessibleName(self.tr("Bring back {what}").format(what=what))
        self._erase.setAccessibleName(self.tr("Erase {what} for good").format(what=what))
        for way in (self._back, self._erase):
            way.setAccessibleDescription(how_long)

    def _ask_back(self) -> None:
        self.back_asked.emit(self._key)

    def _ask_erase(self) -> None:
        self.erase_asked.emit(self._key)


class BinPanel(Card):
    """Lists the bin; erasing asks once more, and names the backups that still hold a person."""

    def __init__(self, desk: PrivateDesk, backups: Backups) -> None:
        """Work over the private half, whose words lie in the bin as well."""
        super().__init__(self.tr("Bin"))
        self._desk = desk
        self._backups = backups
        self._shown: tuple[Binned, ...] | None = None
        self._asked: Binned | None = None
        self._held: tuple[RestorePoint, ...] = ()
        self._none = SmallMuted(self.tr("Empty. What you delete stays here for 30 days."))
        self._sure = SurePanel(self.tr("Erase for good"))
        self._sure_of_backups = SurePanel(self.tr("Replace them"))
        self._outcome = NoticePanel(action=self.tr("Replace them with a backup of today"))
        self._rows = Repeated(self._new_row)
        asking = (self._sure, self._sure_of_backups)
        for part in (self._outcome, *asking, self._none, self._rows):
            self.body.addWidget(part)
        self._sure.meant.connect(self._erase)
        self._outcome.action.clicked.connect(self._ask_to_replace)
        self._sure_of_backups.meant.connect(self._replace)
        self.forget()

    def forget(self) -> None:
        """Stand as when the page is opened."""
        for part in (self._sure, self._sure_of_backups, self._outcome):
            part.hide()

    def refresh(self) -> None:
        """Read the bin again."""
        found = self._desk.ask(rubbish.in_bin)
        self._none.setVisible(not found)
        if found == self._shown:
            return
        self._shown = found
        for row, each in zip(self._rows.parts(len(found)), found, strict=True):
            row.tell(each.id, self._what(each), self._how_long(each))

    def as_widget(self) -> QWidget:
        """Return the panel, to be laid out."""
        return self

    def _new_row(self) -> BinRow:
        row = BinRow()
        row.back_asked.connect(self._bring_back)
        row.erase_asked.connect(self._ask)
        return row

    def _how_long(self, binned: Binned) -> str:
        """Say since when and until when: it is what tells two of one name apart."""
        return self.tr("In the bin since {day}, {time}. Stays until {last}.").format(
            day=dates.short_day(binned.since.date()),
            time=f"{binned.since:%H:%M}",
            last=dates.full_day(binned.last_day()),
        )

    def _what(self, binned: Binned) -> str:
        title = " ".join(binned.title.reveal().split())
        day = dates.short_day(binned.took_place) if binned.took_place else ""
        return {
            Thing.PERSON: self.tr("{title}, with everything about them"),
            Thing.CONVERSATION: self.tr("A conversation with {title}, {day}"),
            Thing.OPPORTUNITY: self.tr("Opportunity: {title}"),
            Thing.SIGNAL: self.tr("Something noticed about {title}, {day}"),
            Thing.NOTE: self.tr("Private note: {title}"),
            Thing.MOMENT: self.tr("Something kept about {title} between conversations, {day}"),
            Thing.EXPERIMENT: self.tr("An experiment of {title}, {day}"),
            Thing.DRAFT: self.tr("Draft of {title}"),
        }[binned.thing].format(title=title, day=day)

    def _bring_back(self, key: str) -> None:
        self.forget()
        answer = self._desk.do(rubbish.bring_back, key)
        if answer.refusal is not None:
            self._say(answer.refusal.sentence)

    def _ask(self, key: str) -> None:
        self.forget()
        self._asked = next(each for each in self._shown or () if each.id == key)
        self._sure.ask(
            self._what(self._asked),
            self.tr("will be gone for good: out of the vault, its free pages and its journal."),
        )

    def _erase(self) -> None:
        if self._asked is None:
            return
        erased, self._asked = self._asked, None
        if not self._desk.do(rubbish.erase, erased).done:
            return
        self._say(self.tr("Erased from this vault."))
        person = erased.person
        if erased.thing is Thing.PERSON and person is not None:
            self._say(self.tr("Erased from this vault. Looking which backups still hold them…"))
            self._look_through_backups(person)

    def _look_through_backups(self, person: PersonId) -> None:
        job = Job(lambda _report: self._backups.holding(person), self)
        job.done.connect(self._name_backups)
        job.failed.connect(self._cannot_name)
        job.start()

    def _name_backups(self, held: tuple[RestorePoint, ...]) -> None:
        self._held = held
        elsewhere = self.tr("Backups you put elsewhere are not counted.")
        if copies := self._backups.copies():
            beside = self.tr("Second copies of your notes may hold them too: {names}.").format(
                names=", ".join(path.name for path in copies)
            )
            elsewhere = f"{beside} {elsewhere}"
        if not held:
            none = self.tr("Erased from this vault, and no backup beside it holds them.")
            self._say(f"{none} {elsewhere}")
            return
        named = ", ".join(f"{dates.short_day(p.day)} {p.made:%H:%M}" for p in held)
        words = self.tr("Erased from this vault. Backups beside it that still hold them: {named}.")
        self._say(
            f"{words.format(named=named)} {elsewhere}",
            self.tr("Replace them with a backup of today"),
        )

    def _cannot_name(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._say(self.tr("Erased from this vault. The backups beside it could not be read."))

    def _ask_to_replace(self) -> None:
        self._sure_of_backups.ask(
            self.tr("These backups"),
            self.tr(
                "will be gone for good, and a backup of today takes their place. You cannot go "
                "back to them then."
            ),
        )

    def _replace(self) -> None:
        held, self._held = self._held, ()
        self._say(self.tr("Making a backup of today…"))
        try:
            taken = self._backups.take()
        except Trouble as trouble:
            self._desk.news.troubled.emit(trouble)
            return

        def work(_report: object) -> int:
            self._backups.remove(held, but=taken.finish())
            return len(held)

        job = Job(work, self)
        job.done.connect(self._replaced)
        job.failed.connect(self._not_replaced)
        job.start()

    def _not_replaced(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._outcome.hide()
        self._desk.news.troubled.emit(error)

    def _replaced(self, _count: int) -> None:
        self._say(self.tr("Gone from the backups beside the vault as well."))

    def _say(self, sentence: str, action: str = "") -> None:
        self._outcome.say("", sentence, action)
        self._outcome.show()
