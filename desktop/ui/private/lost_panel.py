"""What a damaged vault has lost, by name, and the words whose place is lost."""

from collections.abc import Sequence
from itertools import groupby

from desktop.storage.salvage.losses import Loss
from desktop.ui.look import dates
from desktop.ui.widgets.card import Hairline, PrivatePanel
from desktop.ui.widgets.text import Body, SmallMuted, StrongBody


class LostPanel(PrivatePanel):
    """Names each person with what of theirs cannot be read; it may quote private words."""

    def __init__(self, lost: Sequence[Loss]) -> None:
        """Say it once; it does not change while the vault is open for reading only."""
        super().__init__("")
        self.set_label(self.tr("What cannot be read any more · only you see this"))
        for person, losses in groupby(
            sorted(lost, key=lambda each: (not each.person, each.person)), lambda each: each.person
        ):
            self._add_person(person, tuple(losses))
        if not lost:
            self.body.addWidget(
                Body(
                    self.tr(
                        "Nothing that you wrote. The damage lies in parts of the file that only "
                        "help to find things; everything else was read to its end."
                    )
                )
            )

    def _add_person(self, person: str, losses: Sequence[Loss]) -> None:
        self.body.addWidget(Hairline())
        self.body.addWidget(StrongBody(person or self.tr("Whose it was is not known")))
        for loss in losses:
            self.body.addWidget(Body(self._told(loss)))
            if loss.words:
                self.body.addWidget(
                    SmallMuted(self.tr("These words of it can still be read, without their place:"))
                )
                self.body.addWidget(Body("\n".join(loss.words)))

    def _told(self, loss: Loss) -> str:
        number = self.tr("how many is not known") if loss.number is None else str(loss.number)
        if loss.talk is None:
            return self.tr("{kind}: {number}").format(kind=_begun(loss.kind), number=number)
        return self.tr("{kind}, conversation of {day}: {number}").format(
            kind=_begun(loss.kind), day=dates.full_day(loss.talk.date()), number=number
        )


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
