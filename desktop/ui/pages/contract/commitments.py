"""What we each commit to: the lines of a draft, and what to do when there is none."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract, Missing, missing
from desktop.domain.shared.unsaved import UnsavedTerms
from desktop.ui.pages.contract.changes import Changes
from desktop.ui.pages.contract.commitment_line import CommitmentLine
from desktop.ui.pages.contract.distances import MARGIN
from desktop.ui.pages.contract.pen import Pen, TakenOut
from desktop.ui.pages.contract.starting_points import StartingPointButton, StartingPointForm
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.buttons import LinkButton, MinorButton, changing
from desktop.ui.widgets.card import ErrorLine, NoticePanel
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import ElidedLabel, Muted


class Commitments(QWidget):
    """Keeps a line on the screen for as long as its commitment is in the draft."""

    rearranged = Signal()
    send_anyway_asked = Signal()
    let_go = Signal(str)

    def __init__(self, pen: Pen, person: str) -> None:
        """``person`` is the name that people say; ``tell`` brings the contract."""
        super().__init__()
        self._pen = pen
        self._person = person
        self._lines: dict[CommitmentId, CommitmentLine] = {}
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._taken_out = _TakenOutLine()
        self._add_theirs = MinorButton(self.tr("Add {name}’s").format(name=person))
        self._add_mine = MinorButton(self.tr("Add mine"))
        self._begin_with = StartingPointButton()
        changing(self._add_theirs, self._add_mine, self._begin_with)
        self._starting_point = StartingPointForm(person, pen.today())
        self._nothing = _NothingAgreed(pen)
        self._refusal = ErrorLine()
        self._rich = NoticePanel(
            self.tr("A rich talk, and nothing agreed."),
            self.tr(
                "That can be honest. Is there one small step, by either of you, with a date?"
                " If not, it goes out with your reason."
            ),
            action=self.tr("Go on without one"),
        )
        self._build()
        self._connect()

    def tell(self, contract: Contract, turns: Turns) -> None:
        """Show the commitments; what is being written stays as it is."""
        wanted = [commitment.id for commitment in contract.commitments]
        stayed = list(self._lines)
        for gone in [identity for identity in self._lines if identity not in wanted]:
            self._drop(gone)
        lives, theirs = turns.lives(), turns.in_their_words().commitments
        for place, commitment in enumerate(contract.commitments):
            line = self._lines.get(commitment.id) or self._new(commitment.id)
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
                if self.isVisible():
                    line.show()  # else the layout shows it later, without the keyboard
            line.tell(commitment, place + 1)
            is_theirs = commitment.id in theirs
            line.tell_life(turns, lives.get(commitment.id), is_theirs=is_theirs)
        self._lines = {identity: self._lines[identity] for identity in wanted}
        self._nothing.tell(contract)
        self._nothing.setVisible(not wanted)
        if wanted:
            self._rich.hide()
        self._take_gaps_back(contract)
        if stayed != wanted:
            # The tab key follows the order of the children, and raising brings one to its end.
            for line in self._lines.values():
                line.raise_()
            self.rearranged.emit()

    def offer(self, owner: Owner, words: str) -> None:
        """Begin a commitment with words to be put into words for both."""
        self._add(owner, words)

    def name_gaps(self, gaps: tuple[Missing, ...]) -> None:
        """Say beside each line what it lacks, and put the keyboard where the first thing is."""
        for gap in gaps:
            if gap.commitment is None:
                self._refusal.setText(gap.sentence)
                self._refusal.show()
            else:
                self._lines[gap.commitment].name_gap(gap)
        for gap in gaps[:1]:
            if gap.commitment is None:
                self._add_theirs.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._lines[gap.commitment].focus_field(gap.field)

    def name_rich_talk(self) -> None:
        """Say once, before it is sent, that nothing was agreed in a talk that held much."""
        self._rich.show()
        self._rich.action.setFocus(Qt.FocusReason.OtherFocusReason)
        said = self._rich.words.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._rich, said))

    def focus_unreadable_date(self) -> bool:
        """Put the keyboard into a date that cannot be read; return whether there is one."""
        for line in self._lines.values():
            if not line.has_readable_date():
                line.focus_field("due")
                return True
        return False

    def save_now(self) -> bool:
        """Save what is pending; return whether all is saved."""
        saved = [line.save_now() for line in list(self._lines.values())]
        return all([*saved, self._nothing.save_now()])

    def unsaved(self) -> tuple[UnsavedTerms, ...]:
        """Return what could not be saved."""
        lines = [draft for line in self._lines.values() for draft in line.unsaved()]
        return (*lines, *self._nothing.unsaved())

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rows)
        within = QVBoxLayout()
        within.setContentsMargins(0, 8, MARGIN, 0)
        within.setSpacing(8)
        for part in (self._refusal, self._rich, self._taken_out):
            within.addWidget(part)
            part.hide()
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self._add_theirs)
        buttons.addWidget(self._add_mine)
        buttons.addWidget(self._begin_with)
        within.addLayout(buttons)
        within.addWidget(self._starting_point)
        within.addWidget(self._nothing)
        column.addLayout(within)

    def _connect(self) -> None:
        self._add_theirs.clicked.connect(self._add_for_person)
        self._add_mine.clicked.connect(self._add_for_manager)
        self._begin_with.chosen.connect(self._ask_for_details)
        self._starting_point.begun.connect(self._begin)
        self._starting_point.left.connect(self._begin_with.setFocus)
        self._taken_out.undo_asked.connect(self._put_back)
        self._rich.action.clicked.connect(self.send_anyway_asked)

    def _new(self, identity: CommitmentId) -> CommitmentLine:
        line = CommitmentLine(identity, self._pen, self._person)
        line.take_out_asked.connect(self._take_out)
        line.let_go.connect(self.let_go)
        self._lines[identity] = line
        return line

    def _drop(self, identity: CommitmentId) -> None:
        line = self._lines.pop(identity)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _take_gaps_back(self, contract: Contract) -> None:
        gaps = missing(contract)
        for identity, line in self._lines.items():
            line.keep_gaps(gap.field for gap in gaps if gap.commitment == identity)
        if not any(gap.commitment is None for gap in gaps):
            self._refusal.hide()

    def _add_for_person(self) -> None:
        self._add(Owner.PERSON)

    def _add_for_manager(self) -> None:
        self._add(Owner.MANAGER)

    def _ask_for_details(self, key: str) -> None:
        self._starting_point.ask(key, self._pen.today(), self._pen.language())

    def _begin(self, words: str, due: date | None) -> None:
        self._add(Owner.MANAGER, words, due)

    def _add(self, owner: Owner, words: str = "", due: date | None = None) -> None:
        added = self._pen.add(owner, words)
        if added is not None and due is not None:
            self._pen.word_commitment(added, due=due)
        self._read_again()
        if added in self._lines:
            self._lines[added].go_on_writing()

    def _take_out(self, which: str) -> None:
        line = self._lines[CommitmentId(which)]
        if not line.save_now():
            return
        taken = self._pen.take_out(line.identity)
        self._read_again()
        if taken is not None and (taken.commitment.what.strip() or taken.commitment.due):
            self._taken_out.remember(taken)

    def _put_back(self) -> None:
        taken = self._taken_out.last()
        if taken is not None and self._pen.put_back(taken):
            self._taken_out.forget_last()
            self._read_again()
            self._lines[taken.commitment.id].focus_field("what")

    def _read_again(self) -> None:
        contract = self._pen.contract()
        if contract is not None:
            self.tell(contract, self._pen.turns(contract))


class _TakenOutLine(QWidget):
    """Names the commitment that was taken out last, and the way to have it back."""

    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._taken: list[TakenOut] = []
        self._words = ElidedLabel(role="label", ink="muted")
        self._undo = LinkButton(self.tr("Undo"))
        changing(self._undo)
        self._undo.clicked.connect(self.undo_asked)
        row = FlowLayout(self, gap=8)
        row.addWidget(self._words)
        row.addWidget(self._undo)

    def remember(self, taken: TakenOut) -> None:
        """Offer to undo this; the keyboard stands on the offer."""
        self._taken.append(taken)
        self._show()
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def last(self) -> TakenOut | None:
        """Return what would come back."""
        return self._taken[-1] if self._taken else None

    def forget_last(self) -> None:
        """It is back; offer the one before, if there is one."""
        self._taken.pop()
        self._show()

    def _show(self) -> None:
        taken = self.last()
        what = taken.commitment.what.strip() if taken else ""
        words = self.tr("Taken out: {what}") if what else self.tr("Taken out.")
        self._words.setText(words.format(what=what))
        self.setVisible(taken is not None)


class _NothingAgreed(QWidget):
    """The honest way to end without any commitment (playbook section 5, guard V5)."""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self._pen = pen
        self._changes = Changes(pen.word)
        self._reason = GrowingEditor(
            self.tr("Nothing agreed this time, because"),
            role="body",
            placeholder=self.tr("the reason, in words meant for both"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addWidget(Muted(self.tr("Or: nothing agreed this time, because …")))
        column.addWidget(self._reason)
        self._reason.edited.connect(self._note)

    def tell(self, contract: Contract) -> None:
        """Show the saved reason, unless it is being written."""
        because = contract.nothing_agreed_because
        busy = self._reason.hasFocus() or self._reason.is_pending()
        is_waiting = "nothing_agreed_because" in self._changes
        if not (busy or is_waiting) and because != self._reason.text():
            self._reason.set_text(because)

    def save_now(self) -> bool:
        """Save what is pending; return whether it is saved."""
        self._reason.flush()
        return self._changes.save_now()

    def unsaved(self) -> tuple[UnsavedTerms, ...]:
        """Return the reason if it could not be saved."""
        return self._pen.unsaved_terms(self._changes.waiting())

    def _note(self) -> None:
        self._changes.note(nothing_agreed_because=self._reason.text())
