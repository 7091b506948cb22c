"""The shared page once it is agreed: the same layout, to be read and not to be changed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.shared.contract import Contract
from desktop.domain.shared.passages import Passage, Theirs
from desktop.domain.shared.since import Change
from desktop.domain.shared.summary import Paragraph
from desktop.domain.shared.unsaved import UnsavedWords
from desktop.ui.look import dates
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.contract.agreed_line import AgreedLines
from desktop.ui.pages.contract.ahead import review_heading
from desktop.ui.pages.contract.distances import MARGIN
from desktop.ui.pages.contract.their_mark import TheirMark
from desktop.ui.pages.contract.told_line import ReasonedLine
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.repeated import Repeated
from desktop.ui.widgets.text import SerifBody, SerifHeading, SmallMuted

_ROOM = 170

_ORDINARY = 4
"""So many paragraphs, news and commitments a version has as a rule."""


class AgreedPaper(QWidget):
    """Worded for one version after another; nothing on it can be written but a turn's reason."""

    person_asked = Signal()
    rearranged = Signal()

    def __init__(self) -> None:
        """Begin without a version."""
        super().__init__()
        self._standing = SmallMuted()
        self._summary = _Summary()
        self._since = _Since()
        self._lines = AgreedLines()
        self._nothing = SerifBody()
        self._ahead = _Ahead()
        self._next = SmallMuted()
        self._way_on = LinkButton("")
        self._build()
        self._lines.rearranged.connect(self.rearranged)
        self._way_on.clicked.connect(self.person_asked)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.setSpacing(0)
        column.addWidget(self._standing)
        column.addSpacing(8)
        column.addWidget(self._summary)
        column.addWidget(self._since)
        column.addWidget(SerifHeading(self.tr("What we each commit to")))
        column.addSpacing(1)
        column.addWidget(self._lines)
        column.addWidget(self._nothing)
        column.addSpacing(16)
        ahead = QVBoxLayout()
        ahead.setSpacing(14)
        ahead.addWidget(self._ahead)
        ahead.addWidget(self._next)
        column.addLayout(ahead)
        column.addSpacing(18)
        column.addWidget(self._way_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def tell(
        self, paragraphs: tuple[Paragraph, ...], contract: Contract, turns: Turns, person: str
    ) -> None:
        """Show an agreed version; ``person`` is the name that people say."""
        theirs, today = turns.in_their_words(), turns.today()
        self._tell_standing(contract, today)
        self._summary.tell(paragraphs, person, theirs)
        self._since.tell(turns.told(), person)
        self._lines.tell(turns, contract.commitments, person)
        self._tell_nothing(contract)
        self._ahead.tell(contract, person, theirs, today)
        self._tell_next(contract.next_conversation)
        self._way_on.setText(self.tr("{name}’s page").format(name=person))

    def put_away(self) -> None:
        """Leave the screen; the reasons that are being written are kept."""
        self._lines.put_away()
        self.hide()

    def flush(self) -> bool:
        """Keep the reasons that are pending; return whether all of it is kept."""
        return self._lines.flush()

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return what could not be kept; for the sealed draft."""
        return self._lines.unsaved()

    def get_ready(self) -> None:
        """Make the parts of an ordinary version before there is one to show, without words."""
        for parts in (self._summary.paragraphs, self._since.lines, self._lines):
            parts.parts(_ORDINARY)
        self.show()

    def _tell_standing(self, contract: Contract, today: date) -> None:
        if contract.agreed is not None:
            day = dates.spoken_day(contract.agreed.date(), today)
            words = self.tr("Version {n}, shared {day}. It stays as it is.")
            self._standing.setText(words.format(n=contract.version, day=day))

    def _tell_nothing(self, contract: Contract) -> None:
        sentence = self.tr("Nothing agreed this time, because {reason}")
        reason = contract.nothing_agreed_because.strip()
        self._nothing.setText(sentence.format(reason=reason))
        self._nothing.setVisible(not contract.commitments)

    def _tell_next(self, day: date | None) -> None:
        words = self.tr("Next conversation {day}")
        self._next.setText(words.format(day=dates.short_day(day)) if day else "")
        self._next.setVisible(day is not None)


class _Summary(QWidget):
    """What was talked about, paragraph by paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs = Repeated(_Paragraph, gap=7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(4)
        column.addWidget(SerifHeading(self.tr("What we talked about")))
        column.addWidget(self.paragraphs)

    def tell(self, paragraphs: tuple[Paragraph, ...], person: str, theirs: Theirs) -> None:
        shown = self.paragraphs.parts(len(paragraphs))
        for part, paragraph in zip(shown, paragraphs, strict=True):
            part.say(paragraph.text)
            part.mark(person, is_theirs=paragraph.id in theirs.paragraphs)
        self.setVisible(bool(paragraphs))


class _Since(QWidget):
    """What became of the version before."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Repeated(ReasonedLine, gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(4)
        column.addWidget(SerifHeading(self.tr("Since last time")))
        column.addWidget(self.lines)

    def tell(self, changes: tuple[Change, ...], person: str) -> None:
        for line, change in zip(self.lines.parts(len(changes)), changes, strict=True):
            line.tell(change, person)
        self.setVisible(bool(changes))


class _Ahead(QWidget):
    """When both look at it again, and the question that stays open."""

    def __init__(self) -> None:
        super().__init__()
        self._review, self._question = _Passage(), _Passage()
        columns = Columns(self, room=_ROOM, shares=(1, 1))
        columns.addWidget(self._review)
        columns.addWidget(self._question)

    def tell(self, contract: Contract, person: str, theirs: Theirs, today: date) -> None:
        self._tell_review(contract, today)
        self._review.mark(person, is_theirs=Passage.REVIEW in theirs.passages)
        self._question.tell(self.tr("The open question"), contract.open_question)
        self._question.mark(person, is_theirs=Passage.QUESTION in theirs.passages)
        self._question.setVisible(bool(contract.open_question.strip()))
        self.setVisible(not (self._review.isHidden() and self._question.isHidden()))

    def _tell_review(self, contract: Contract, today: date) -> None:
        month = contract.review_month
        heading = review_heading(month, today) if month else self.tr("We review")
        self._review.tell(heading, contract.review)
        self._review.setVisible(bool(contract.review.strip() or month))


class _Paragraph(QWidget):
    """Words for both, and the mark where they are the person's own."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._mark = SerifBody(), TheirMark()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._words)
        self._column.addWidget(self._mark)

    def say(self, words: str) -> None:
        self._words.setText(words)

    def mark(self, person: str, *, is_theirs: bool) -> None:
        self._mark.tell(person, is_theirs=is_theirs)


class _Passage(_Paragraph):
    """Words below their heading."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = SmallMuted()
        self._column.setSpacing(2)
        self._column.insertWidget(0, self._heading)
        self._column.addStretch(1)

    def tell(self, heading: str, words: str) -> None:
        self._heading.setText(heading)
        self.say(words)
