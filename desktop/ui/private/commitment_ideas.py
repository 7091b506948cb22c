"""The ideas for commitments that were kept, each with the way into the contract."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import KeptId
from desktop.domain.private.kept import Kept, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.sharing import starting_words
from desktop.domain.shortened import shortened
from desktop.ui.widgets.buttons import EdgeLink, changing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Small, SmallMuted

_OWNERS = {
    KeptAs.COMMITMENT_IDEA: (Owner.PERSON, Owner.MANAGER),
    KeptAs.COMMITMENT_OF_THEIRS: (Owner.PERSON,),
    KeptAs.COMMITMENT_OF_MINE: (Owner.MANAGER,),
}

_LONGEST = 160
"""Characters of an idea that stand here; all of them go into the commitment."""


class CommitmentIdeas(QWidget):
    """Hidden while there are none; an idea goes when it was begun as a commitment."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        """Show nothing before ``tell``."""
        super().__init__()
        self._told: tuple[tuple[Kept, ...], str] = ((), "")
        self._begun: set[KeptId] = set()
        self._is_offered = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(SmallMuted(self.tr("Ideas for commitments that you kept")))
        self._rows: list[_Idea] = []
        self.hide()

    def tell(self, ideas: tuple[Kept, ...], person: str) -> None:
        """Show the ideas of a conversation; ``person`` is the name that people say."""
        left = tuple(idea for idea in ideas if idea.id not in self._begun)
        if (left, person) == self._told:
            return
        self._told = (left, person)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Idea(idea, person) for idea in left]
        for row in self._rows:
            self._column.addWidget(row)
            row.chosen.connect(self._choose)
            row.show()
        self.setVisible(bool(left) and self._is_offered)

    def offer(self, offered: bool) -> None:
        """Let ideas be begun, or wait for a page that takes them."""
        self._is_offered = offered
        self.setVisible(bool(self._told[0]) and offered)

    def _choose(self, which: str, owner: str) -> None:
        left, person = self._told
        words = next(idea.words for idea in left if idea.id == which)
        self._begun.add(KeptId(which))
        self.tell(left, person)
        self.chosen.emit(owner, starting_words(words))


class _Idea(QWidget):
    """One idea, and whose commitment it may become."""

    chosen = Signal(str, str)

    def __init__(self, idea: Kept, person: str) -> None:
        super().__init__()
        self._which = idea.id
        words = _one_line(idea.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Small(words))
        ways = QWidget()
        flow = FlowLayout(ways, gap=12)
        for owner in _OWNERS[idea.keeping.kind]:
            link = EdgeLink(self._words_for(owner, person))
            changing(link)
            link.setAccessibleDescription(words)
            flow.addWidget(link)
            pressed = self._as_theirs if owner is Owner.PERSON else self._as_mine
            link.clicked.connect(pressed)
        column.addWidget(ways)

    def _words_for(self, owner: Owner, person: str) -> str:
        if owner is Owner.PERSON:
            return self.tr("Begin as {name}’s commitment").format(name=person)
        return self.tr("Begin as my commitment")

    def _as_theirs(self) -> None:
        self.chosen.emit(self._which, Owner.PERSON)

    def _as_mine(self) -> None:
        self.chosen.emit(self._which, Owner.MANAGER)


def _one_line(words: PrivateText) -> str:
    return shortened(words.reveal(), _LONGEST)
