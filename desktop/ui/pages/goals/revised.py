"""After an agreed goal was changed: the contract goes along, and an honest word about the team."""

from desktop.ui.widgets.card import NoticeLink, NoticePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Small


class Revised(NoticePanel):
    """What a change of goals asks for next; the old version and its reason stand on the card."""

    ground = "accent_ground"
    ink = "accent"

    def __init__(self) -> None:
        """Begin hidden; ``tell`` shows it after a change."""
        super().__init__()
        self.talk = NoticeLink(self.tr("Talk it through, then revise the contract"))
        self._costs = NoticeLink(self.tr("It costs the team something"))
        self.plan = NoticeLink(self.tr("Plan the way there in five honest steps"))
        self._put_away = NoticeLink(self.tr("Not now"))
        self._honest = tuple(Small(words) for words in self._words())
        self.body.setSpacing(6)
        for line in self._honest:
            self.body.addWidget(line)
        row = FlowLayout(gap=14, row_gap=0)
        for way in (self.talk, self._costs, self.plan, self._put_away):
            way.ink = self.ink
            row.addWidget(way)
        self.body.addLayout(row)
        self._costs.clicked.connect(self._unfold)
        self._put_away.clicked.connect(self.hide)
        self.hide()

    def tell(self, name: str) -> None:
        """Say it about a goal of ``name`` that was just changed."""
        lead = self.tr("Changed. What it was before, and why, stays beside it.")
        rest = self.tr("The contract serves {name}, so let it change with the goal.")
        self.say(lead, rest.format(name=name))
        self._show_honest(shown=False)
        self.show()

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr("Say plainly what it means for the others, and when. Fudging helps nobody."),
            self.tr("Say as plainly that you are glad to know it: it is no breach of faith."),
            self.tr("Agree how much time you need to hand the work over well. Write it down."),
        )

    def _unfold(self) -> None:
        self._show_honest(shown=True)

    def _show_honest(self, *, shown: bool) -> None:
        for line in self._honest:
            line.setVisible(shown)
        self.plan.setVisible(shown)
        self._costs.setHidden(shown)
