"""What changed since the agreed version before, in plain words, to look over before it is sent."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.since import Became, Change, Since
from desktop.domain.shortened import in_a_row
from desktop.ui.look import dates
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Body, SmallMuted
from desktop.ui.widgets.wording import Run

_TOLD_FIRST = (
    Became.KEPT,
    Became.MOVED,
    Became.LET_GO,
    Became.ADDED,
    Became.REWORDED,
    Became.CARRIED,
)


class WhatChanged(Card):
    """Everything that is other than before; put away until it is asked for."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self._shown: tuple[Since, Contract] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        self.body.addLayout(self._lines)
        self.body.addWidget(
            SmallMuted(
                self.tr(
                    "For you to look over. The page tells only what was kept, moved and let go."
                )
            )
        )
        self.hide()

    def tell(self, since: Since, now: Contract, person: str) -> None:
        """Say what changed; ``person`` is the name that people say."""
        if (since, now) == self._shown:
            return
        self._shown = (since, now)
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for lead, words in self._told(since, now, person):
            line = Body()
            line.set_runs(Run(f"{lead}  ", "label_strong"), Run(words))
            self._lines.addWidget(line)
            line.show()  # else the layout shows it later

    def _told(self, since: Since, now: Contract, person: str) -> Iterator[tuple[str, str]]:
        if not since:
            nothing = self.tr("Nothing but that all is carried on.")
            yield self.tr("The same"), nothing
        for became in _TOLD_FIRST:
            for change in since.changes:
                if change.became is became:
                    yield self._commitment(change, person)
        if since.question_before is not None:
            yield (
                self.tr("Open question"),
                self._instead(since.question_before, now.open_question),
            )
        if since.review_before is not None:
            before = self._review(*since.review_before)
            yield (
                self.tr("Review"),
                self._instead(before, self._review(now.review, now.review_month)),
            )

    def _commitment(self, change: Change, person: str) -> tuple[str, str]:
        mine = change.commitment.owner is Owner.MANAGER
        who = self.tr("you") if mine else person
        what, was = in_a_row(change.commitment.what), change.before
        told = self.tr("{what} ({who})").format(what=what, who=who)
        if change.became is Became.KEPT:
            return self.tr("Kept"), told
        if change.became is Became.MOVED and was is not None:
            days = (_day(was.due), _day(change.commitment.due))
            moved = self.tr("{told}, from {before} to {now}. {reason}")
            words = moved.format(told=told, before=days[0], now=days[1], reason=change.reason)
            return self.tr("Moved"), words.strip()
        if change.became is Became.LET_GO:
            return self.tr("Let go"), f"{told}. {change.reason}".removesuffix(". ")
        if change.became is Became.ADDED:
            return self.tr("New"), told
        if change.became is Became.REWORDED and was is not None:
            return self.tr("Reworded"), self._instead(in_a_row(was.what), what)
        return self._carried(change.carried), told

    def _carried(self, times: int) -> str:
        if times < 2:
            return self.tr("Carried on")
        if times == 2:
            return self.tr("Carried on, twice now")
        return self.tr("Carried on, {times} times now").format(times=times)

    def _instead(self, before: str, now: str) -> str:
        if not before.strip():
            return self.tr("“{now}” is new").format(now=now.strip())
        if not now.strip():
            return self.tr("“{before}” is no longer there").format(before=before.strip())
        words = self.tr("“{now}” instead of “{before}”")
        return words.format(now=now.strip(), before=before.strip())

    def _review(self, what: str, month: date | None) -> str:
        said = dates.month_year(month) if month else ""
        return ": ".join(filter(None, (said, what.strip())))


def _day(day: date | None) -> str:
    return dates.short_day(day) if day else "…"
