"""When the next conversation with a person is, as their contract names it."""

from datetime import date

from desktop.domain.shared.contract import Contract
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.rows import TONE_INK
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import SmallList, SmallMuted
from desktop.ui.widgets.wording import Run


class WhatIsNext(Card):
    """The card with the next date, and what you will look at then."""

    def __init__(self) -> None:
        """Begin without a date."""
        super().__init__(self.tr("Next"))
        self._when = SmallList()
        self._review = SmallMuted()
        self.body.addWidget(self._when)
        self.body.addWidget(self._review)

    def tell(self, contract: Contract | None, last_talk: date | None, today: date) -> None:
        """Show what the contract names; a date that was kept is no longer the next one."""
        planned = contract.next_conversation if contract else None
        if planned is None or (last_talk is not None and last_talk >= planned):
            self._when.setText(self.tr("No date agreed yet"))
            self._when.setToolTip("")
        else:
            self._say(planned, today)
        self._say_review(contract)

    def _say(self, planned: date, today: date) -> None:
        is_this_year = planned.year == today.year
        day = dates.weekday_and_day(planned) if is_this_year else dates.full_day(planned)
        words, tone = dates.due(planned, today)
        # A day far ahead has no other words than its date, which stands there already.
        is_far = tone is Tone.CALM and words == dates.spoken_day(planned, today)
        away = "" if is_far else f"  {words}"
        self._when.set_runs(Run(day), Run(away, "label_strong", TONE_INK[tone]))
        self._when.setToolTip(dates.full_day(planned))

    def _say_review(self, contract: Contract | None) -> None:
        review = contract.review.strip() if contract else ""
        words = self.tr("We will look at: {review}").format(review=review)
        if contract and contract.review_month:
            month = dates.month_year(contract.review_month)
            words = self.tr("In {month} we look at: {review}").format(month=month, review=review)
        self._review.setText(words)
        self._review.setVisible(bool(review))
