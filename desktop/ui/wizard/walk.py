"""The walk through one conversation: where the manager stands, and every step to elsewhere."""

from dataclasses import dataclass, replace

from desktop.domain.conversations.conversation import Conversation
from desktop.domain.conversations.path import Path, StepState, with_states
from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.people import Person
from desktop.domain.questions import PROMISES_FIRST, Question, QuestionBank, Stage, Trust
from desktop.services import conversations, people, question_bank
from desktop.storage.shelves import SharedShelf
from desktop.ui.desk import Desk
from desktop.ui.wizard.askable import askable
from desktop.ui.wizard.notes_panel import NotesPanel

_NOWHERE = QuestionId("")


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at the walk: what is shown together was read together, and only once."""

    path: Path
    bank: QuestionBank
    question: Question | None
    """The question stood at; None if none of this conversation can be asked any more."""
    is_only_read: bool
    """Whether the manager has looked at it in a vault that is open for reading only."""

    def asks_for_trust(self) -> bool:
        """Whether the manager has still to say that the question stood at can be asked."""
        here = self.path.here
        if here is None or self.question is None or self.question.trust is not Trust.DEEP:
            return False
        return not (here.is_trusted or self.is_only_read or here.state is StepState.NOTED)


class Walk:
    """Reads the path anew for every look at it; remembers the question stood at.

    What cannot change while a talk goes on is read once: the bank, the talk and the person.
    """

    def __init__(self, desk: Desk, notes: NotesPanel, conversation: ConversationId) -> None:
        """Stand where the conversation was left; at its closing, stand at the last question."""
        self._desk = desk
        self._notes = notes
        self._only_read: set[QuestionId] = set()
        self.conversation = conversation
        self.read_again()
        whole = desk.ask(conversations.path, conversation)
        path = askable(whole, self._bank)
        standing = path.back() if path.at_closing else path
        self._standing = standing.here.question if standing.here else _NOWHERE
        self.left_out = len(whole.steps) - len(path.steps)
        """How many questions of this conversation the bank no longer holds."""

    @property
    def question(self) -> Question | None:
        """The question stood at; None if none of this conversation can be asked any more."""
        return self._bank[self._standing] if self._standing != _NOWHERE else None

    def read_again(self) -> None:
        """Read anew what may have changed while the manager was at the desk."""
        self._bank: QuestionBank = self._desk.ask(question_bank.bank)
        self.talk: Conversation = self._desk.ask(conversations.conversation, self.conversation)
        self.person: Person = self._desk.ask(people.person, self.talk.person)

    def seen(self) -> Seen:
        """Look at the walk now: what was noted is that of the conversation whose notes are open."""
        return Seen(self.path(), self._bank, self.question, self._standing in self._only_read)

    def path(self) -> Path:
        """Return the questions that can be asked, with their states, and the place among them."""
        whole = self._desk.ask(conversations.path, self.conversation)
        path = askable(whole, self._bank).to(self._standing)
        put_off = [s.question for s in path.steps if s.state is StepState.NOT_NOW]
        noted = self._notes.noted() | self._gone_through(path)
        return replace(path, steps=with_states(path.steps, noted, put_off))

    def _gone_through(self, path: Path) -> frozenset[QuestionId]:
        # Nothing is written at this step: whoever has gone on from it has gone through it.
        behind = (step.question for step in path.steps[: path.at])
        return frozenset({PROMISES_FIRST}.intersection(behind))

    def trust(self) -> bool:
        """Note that there is enough trust to ask; return whether it was done.

        Where nothing may be written the question is shown, and asks for trust again next time.
        """
        if not self.writes():
            self._only_read.add(self._standing)
            return True
        return self._desk.do(conversations.trust, self.conversation, self._standing).done

    def writes(self) -> bool:
        """Return whether anything may be written: a damaged vault is only read."""
        return self._desk.ask(_writes)

    def go_to(self, question: QuestionId) -> None:
        """Stand at a question; ``remember`` it once it is shown."""
        self._standing = question

    def remember(self) -> None:
        """Remember the question stood at if the disk allows; a place is no loss."""
        if self.writes():
            self._desk.do(conversations.stand_at, self.conversation, self._standing)

    def first_open_in(self, stage: Stage) -> QuestionId | None:
        """Return the first open question of a stage, else its first, else None."""
        steps = self.path().of(stage)
        open_ones = [s for s in steps if s.state is StepState.OPEN]
        return next((step.question for step in (*open_ones, *steps)), None)

    def put_off(self, *, off: bool) -> bool:
        """Mark the question "not now" or take the mark away; return whether it was done."""
        answer = self._desk.do(conversations.put_off, self.conversation, self._standing, off=off)
        return answer.done

    def close(self) -> bool:
        """End the talk; return whether it was done."""
        return self._desk.do(conversations.close, self.conversation).done


def _writes(shelf: SharedShelf) -> bool:
    return shelf.writes
