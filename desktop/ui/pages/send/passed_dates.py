"""A word about dates that lie behind, before they go out as what is agreed."""

from datetime import date

from desktop.domain.shared.contract import Contract, passed
from desktop.domain.shortened import shortened
from desktop.ui.look import dates
from desktop.ui.widgets.card import NoticePanel

_NAMED = 2
_NAME = 80


class PassedDates(NoticePanel):
    """Names what a draft dates into the past, with the way back; keeps nothing from leaving."""

    def __init__(self) -> None:
        """Begin hidden; ``action`` is the way back to the contract."""
        super().__init__(action=" ")
        self.hide()

    def tell(self, contract: Contract | None, today: date) -> None:
        """Look at a contract; what was agreed before keeps its dates without a word."""
        behind = passed(contract, today) if contract is not None and contract.is_draft else ()
        self.setVisible(bool(behind))
        if not behind:
            return
        lead = self.tr("A date has passed.")
        if len(behind) > 1:
            lead = self.tr("{count} dates have passed.").format(count=len(behind))
        self.say(lead, " ".join(self._lines(behind)), self.tr("Change it in the contract"))

    def _lines(self, behind: tuple[tuple[str, date], ...]) -> tuple[str, ...]:
        named = tuple(
            f"“{shortened(what, _NAME)}”: {dates.short_day(day)}."
            if what
            else self.tr("Next conversation: {day}.").format(day=dates.short_day(day))
            for what, day in behind[:_NAMED]
        )
        return (*named, "…") if len(behind) > _NAMED else named
