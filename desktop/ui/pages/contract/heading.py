"""What stands above the contract page: what it shows, and the ways on from there."""

from datetime import date

from desktop.ui.look import dates
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton, changing
from desktop.ui.widgets.page import PageHeader


class ContractHeading(PageHeader):
    """Offers what a draft or an agreed version allows, and nothing else."""

    def __init__(self) -> None:
        """Wait for a version; who holds the heading listens to its buttons."""
        super().__init__(self.tr("Summary and contract"))
        self.since = PlainButton("")
        self.drop = PlainButton(self.tr("Drop this draft"))
        self.bring_back = PlainButton(self.tr("Bring the draft back"))
        self.questions = PlainButton(self.tr("Back to the questions"))
        self.revise = PlainButton(self.tr("Write the next version"))
        changing(self.drop, self.bring_back, self.revise)
        self.review = PrimaryButton(self.tr("Review and send"))
        self.again = PrimaryButton(self.tr("Send again"))
        self.add(self.since, self.drop, self.bring_back)
        self.add(self.questions, self.revise, self.review, self.again)
        self._person = self._from = ""
        self._is_agreed = self._is_above = False

    def tell(self, person: str, began: date, today: date, *, is_agreed: bool) -> None:
        """Say whose page it is, and when the conversation was that it comes from."""
        self._person, self._is_agreed = person, is_agreed
        self._from = self._from_when(began, today)
        self._say_what_is_seen()

    def stand_above(self, is_above: bool) -> None:
        """Say where the page stands: below the notes, or on their right."""
        self._is_above = is_above
        if self._person:
            self._say_what_is_seen()

    def _say_what_is_seen(self) -> None:
        seen = {
            (False, False): self.tr("{from_when} Everything on the right is what {name} will see."),
            (False, True): self.tr("{from_when} Everything on the right is what {name} was given."),
            (True, False): self.tr(
                "{from_when} Everything under “Shared with {name}” is what {name} will see."
            ),
            (True, True): self.tr(
                "{from_when} Everything under “Shared with {name}” is what {name} was given."
            ),
        }[self._is_above, self._is_agreed]
        words = seen.format(from_when=self._from, name=self._person)
        self.say(self.tr("Summary and contract"), words)

    def offer(
        self, *, is_draft: bool, is_agreed: bool, may_be_dropped: bool, was_dropped: bool
    ) -> None:
        """Offer the ways on; without a version (neither draft nor agreed) there is none."""
        for button in (self.questions, self.review):
            button.setVisible(is_draft)
        for button in (self.revise, self.again):
            button.setVisible(is_agreed)
        self.drop.setVisible(may_be_dropped)
        self.bring_back.setVisible(is_agreed and was_dropped)

    def tell_since(self, version: int | None) -> None:
        """Offer what changed since a version; None offers nothing."""
        self.since.setVisible(version is not None)
        if version is not None:
            self.since.setText(self.tr("What changed since v{n}").format(n=version))

    def _from_when(self, began: date, today: date) -> str:
        if began == today:
            return self.tr("From your conversation today.")
        day = dates.spoken_day(began, today)
        if (today - began).days == 1:
            return self.tr("From your conversation {yesterday}.").format(yesterday=day)
        return self.tr("From your conversation on {day}.").format(day=day)
