"""The shared page once it is agreed: the same layout, to be read and not to be changed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.shared.commitments import Commitment, Owner, Strength
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.passages import Passage
from desktop.domain.shared.summary import Paragraph
from desktop.ui import look
from desktop.ui.look import dates
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.contract.ahead import review_heading
from desktop.ui.pages.contract.commitment_life import CommitmentLife
from desktop.ui.pages.contract.distances import BESIDE_CHIP, CHIP, MARGIN, ROW_BOTTOM, ROW_TOP
from desktop.ui.pages.contract.strength import said
from desktop.ui.pages.contract.told import Told
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.chips import ChipLabel
from desktop.ui.widgets.text import Body, SerifBody, SerifHeading, SmallMuted, Text

_ROOM = 170


class AgreedPaper(QWidget):
    """Built for one version; another version gets another one."""

    person_asked = Signal()
    rearranged = Signal()

    def __init__(
        self, paragraphs: tuple[Paragraph, ...], contract: Contract, person: str, turns: Turns
    ) -> None:
        """``person`` is the name that people say; ``contract`` is agreed."""
        super().__init__()
        self._turns = turns
        today = turns.today()
        self._person = person
        self._theirs = turns.in_their_words()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, MARGIN, 0)
        self._column.setSpacing(0)
        self._add_standing(contract, today)
        self._add_summary(paragraphs)
        self._add_told(person)
        self._add_commitments(contract)
        self._add_ahead(contract, today)
        self._add_way_on()
        self._column.addStretch(1)

    def _add_standing(self, contract: Contract, today: date) -> None:
        if contract.agreed is None:
            return
        day = dates.spoken_day(contract.agreed.date(), today)
        words = self.tr("Version {n}, shared {day}. It stays as it is.")
        self._column.addWidget(SmallMuted(words.format(n=contract.version, day=day)))
        self._column.addSpacing(8)

    def _add_summary(self, paragraphs: tuple[Paragraph, ...]) -> None:
        if not paragraphs:
            return
        self._column.addWidget(SerifHeading(self.tr("What we talked about")))
        for number, paragraph in enumerate(paragraphs):
            self._column.addSpacing(7 if number else 4)
            self._column.addWidget(SerifBody(paragraph.text))
            if paragraph.id in self._theirs.paragraphs:
                self._column.addWidget(self._mark())
        self._column.addSpacing(16)

    def _add_told(self, person: str) -> None:
        told = Told(self._turns, person, is_draft=False)
        self._column.addWidget(told)
        told.tell(self._turns.told())

    def _add_commitments(self, contract: Contract) -> None:
        self._column.addWidget(SerifHeading(self.tr("What we each commit to")))
        self._column.addSpacing(1)
        lives, stands = self._turns.lives(), self._turns.stands()
        lines = []
        for c in contract.commitments:
            life = CommitmentLife(self._turns, c, lives[c.id], self._person, stands=stands)
            life.rearranged.connect(self.rearranged)
            mark = self._mark() if c.id in self._theirs.commitments else None
            lines.append(_Line(c, self._owner(c), life, mark))
        widest = max((line.chip.sizeHint().width() for line in lines), default=0)
        for line in lines:
            line.chip.setMinimumWidth(max(widest, look.current().scaled(CHIP)))
            self._column.addWidget(line)
        if not contract.commitments:
            sentence = self.tr("Nothing agreed this time, because {reason}")
            reason = contract.nothing_agreed_because.strip()
            self._column.addWidget(SerifBody(sentence.format(reason=reason)))
        self._column.addSpacing(16)

    def _mark(self) -> QWidget:
        return SmallMuted(self.tr("In {name}’s words").format(name=self._person))

    def _mark_of(self, passage: Passage) -> QWidget | None:
        return self._mark() if passage in self._theirs.passages else None

    def _owner(self, commitment: Commitment) -> str:
        return self._person if commitment.owner is Owner.PERSON else self.tr("You")

    def _add_ahead(self, contract: Contract, today: date) -> None:
        both = QWidget()
        columns = Columns(both, room=_ROOM, shares=(1, 1))
        if contract.review.strip() or contract.review_month:
            month = contract.review_month
            heading = review_heading(month, today) if month else self.tr("We review")
            columns.addWidget(_passage(heading, contract.review, self._mark_of(Passage.REVIEW)))
        if contract.open_question.strip():
            mark, heading = self._mark_of(Passage.QUESTION), self.tr("The open question")
            columns.addWidget(_passage(heading, contract.open_question, mark))
        self._column.addWidget(both)
        if contract.next_conversation:
            self._column.addSpacing(14)
            day = dates.short_day(contract.next_conversation)
            words = self.tr("Next conversation {day}").format(day=day)
            self._column.addWidget(SmallMuted(words))

    def _add_way_on(self) -> None:
        link = LinkButton(self.tr("{name}’s page").format(name=self._person))
        link.clicked.connect(self.person_asked)
        self._column.addSpacing(18)
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


class _Line(QFrame):
    """One commitment: whose, what, by when."""

    def __init__(
        self, commitment: Commitment, owner: str, life: CommitmentLife, mark: QWidget | None
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, ROW_TOP, 0, ROW_BOTTOM)
        row.setSpacing(BESIDE_CHIP)
        self.chip = ChipLabel(owner, chosen=commitment.owner is Owner.MANAGER)
        height = self.chip.sizeHint().height()
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        words = _beside(Body(commitment.what), height)
        if commitment.owner is Owner.MANAGER and commitment.strength is not Strength.WILL:
            words.insertWidget(1, SmallMuted(said(commitment.strength)))
        if mark is not None:
            words.insertWidget(words.count() - 1, mark)
        words.insertWidget(words.count() - 1, life)
        row.addLayout(words, 1)
        if commitment.due:
            due = _Due(dates.short_day(commitment.due))
            due.setToolTip(dates.full_day(commitment.due))
            row.addLayout(_beside(due, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.current().colour("line"))
        painter.end()


class _Due(SmallMuted):
    """A date, which never wraps."""

    wraps = False


def _beside(words: Text, chip_height: int) -> QVBoxLayout:
    """Return a column in which the first line of words stands at the height of a chip."""
    column = QVBoxLayout()
    pitch = round(look.current().pitch(words.role))
    column.setContentsMargins(0, max(0, (chip_height - pitch) // 2), 0, 0)
    column.addWidget(words)
    column.addStretch(1)
    return column


def _passage(heading: str, text: str, mark: QWidget | None) -> QWidget:
    column = QWidget()
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(2)
    lines.addWidget(SmallMuted(heading))
    lines.addWidget(SerifBody(text))
    if mark is not None:
        lines.addWidget(mark)
    lines.addStretch(1)
    return column
