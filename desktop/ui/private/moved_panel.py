"""Whether the trajectory moves: what happened with everybody in twelve months (playbook W6)."""

from collections.abc import Iterator

from desktop.domain.private.moved import Moved
from desktop.services import people
from desktop.services.private import moved
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.person_lines import PersonLine, PersonLines
from desktop.ui.widgets.beside import AskedPanel
from desktop.ui.widgets.text import SmallMuted


class MovedPanel(AskedPanel):
    """A line a person; where nothing was noted, that is said and nothing is made of it."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        super().__init__("", padding=20)
        self.set_label(self.tr("Does it move? The last twelve months, private"))
        self._desk = desk
        self._lines = PersonLines()
        self.body.addWidget(
            SmallMuted(self.tr("From goals that changed or were reached, and from what you kept."))
        )
        self.body.addWidget(self._lines)
        self._lines.person_asked.connect(self._ask)

    def refresh(self) -> None:
        """Read it again."""
        found = self._desk.ask(moved.moved)
        self._lines.tell(
            [
                PersonLine(p.id, p.name, self._said(found.get(p.id, Moved())))
                for p in self._desk.ask(people.everybody)
            ]
        )

    def _said(self, what: Moved) -> str:
        if what.is_still:
            return self.tr("nothing noted that moved")
        return ", ".join(self._parts(what))

    def _parts(self, what: Moved) -> Iterator[str]:
        for count, one, many in (
            (what.goals_reached, self.tr("a goal reached"), self.tr("{n} goals reached")),
            (what.goals_changed, self.tr("a goal changed"), self.tr("goals changed {n} times")),
            (
                what.achievements,
                self.tr("an achievement"),
                self.tr("{n} achievements"),
            ),
            (what.roles, self.tr("the role told anew"), self.tr("the role told {n} times")),
        ):
            if count:
                yield one if count == 1 else many.format(n=count)

    def _ask(self, who: str) -> None:
        self.over_time_asked.emit(who, "")
