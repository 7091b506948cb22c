"""What to read right before a conversation, on one page (product C3)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.ids import PersonId, PlannedId, QuestionId
from desktop.domain.people import first_name
from desktop.domain.shared.commitments import Commitment, CommitmentState, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.progress import Progress
from desktop.domain.shortened import in_a_row
from desktop.services import clock, people, plans
from desktop.services.private import known
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.private.knowledge import month_said
from desktop.ui.widgets.beside import BriefBeside
from desktop.ui.widgets.text import Body, SectionHeading, SerifBody, SmallMuted, Text
from desktop.ui.widgets.wording import Run

_GOALS = ("D1", "D2", "D4", "D3")


class BriefPanel(BriefBeside):
    """Goals, promises with the manager's own first, what changed, the question, and what is new."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Read through the private half; nothing is shown before ``show_plan``."""
        super().__init__("", padding=26)
        self._desk = desk
        self.set_label(self.tr("Your brief, private"))
        self._sections = QVBoxLayout()
        self._sections.setSpacing(2)
        self.body.addLayout(self._sections)
        self.body.addStretch(1)

    def show_plan(self, which: PlannedId) -> None:
        """Write the brief anew for a planned conversation."""
        self._clear()
        who = self._desk.ask(plans.planned, which).person
        name = first_name(self._desk.ask(people.person, who).name)
        self._goals(who, name)
        found = self._desk.ask(known.contract_and_progress, who)
        if found is None:
            self._section(self.tr("Contract"), self.tr("None yet. This talk may end in the first."))
            return
        self._contract(name, *found)

    def _goals(self, who: PersonId, name: str) -> None:
        found = self._desk.ask(known.heard, who, [QuestionId(q) for q in _GOALS])
        heading = self.tr("Where {name} is heading").format(name=name)
        if not found:
            self._section(heading, self.tr("Not talked about yet. That is what this talk is for."))
            return
        self._section(heading)
        today = self._desk.ask(clock.today)
        for heard in found:
            month = month_said(heard.noted.on, today)
            self._add(SmallMuted(f"{heard.short} · {month}"))
            self._add(SerifBody(" ".join(heard.noted.whole.reveal().split())))

    def _contract(self, name: str, contract: Contract, since: Progress) -> None:
        mine, theirs = self.tr("You promised {name}"), self.tr("{name} promised")
        self._side(mine.format(name=name), contract.of(Owner.MANAGER), since)
        self._side(theirs.format(name=name), contract.of(Owner.PERSON), since)
        self._changes(since)
        if contract.open_question.strip():
            self._section(self.tr("The question you are sitting with"), contract.open_question)

    def _side(self, heading: str, commitments: Sequence[Commitment], since: Progress) -> None:
        if not commitments:
            return
        self._section(heading)
        today = self._desk.ask(clock.today)
        for commitment in commitments:
            line = Body()
            words, ink = self._standing(commitment, today)
            new = self.tr("new") if commitment in since.added else ""
            line.set_runs(
                Run(in_a_row(commitment.what)),
                Run(f"  {words}", "label_strong", ink),
                Run(f"  {new}" if new else "", "label", "muted"),
            )
            self._add(line)

    def _standing(self, commitment: Commitment, today: date) -> tuple[str, str]:
        if commitment.state is CommitmentState.DONE:
            return self.tr("done"), "muted"
        if commitment.state is CommitmentState.LET_GO:
            return self.tr("let go"), "muted"
        if commitment.by is None:
            return "", "muted"
        words, tone = dates.due(commitment.by, today)
        return words, {dates.Tone.LATE: "late", dates.Tone.SOON: "soon"}.get(tone, "muted")

    def _changes(self, since: Progress) -> None:
        told = (
            (self.tr("Kept: {what}"), since.settled),
            (self.tr("Let go: {what}"), since.let_go),
        )
        lines = [words.format(what=in_a_row(c.what)) for words, found in told for c in found]
        if lines:
            self._section(self.tr("What changed since the version before"), *lines)

    def _section(self, heading: str, *lines: str) -> None:
        if self._sections.count():
            self._sections.addSpacing(10)
        self._add(SectionHeading(heading))
        for line in lines:
            self._add(Body(line))

    def _add(self, part: Text) -> None:
        part.keep_to_measure()
        self._sections.addWidget(part)

    def _clear(self) -> None:
        while (item := self._sections.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
