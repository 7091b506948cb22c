"""What happened in ten years, told through the shelves: the same seed tells the same history."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.packs import steps_of
from desktop.domain.conversations.path import Step
from desktop.domain.conversations.planned import AN_HOUR, Planned
from desktop.domain.ids import (
    AgreementId,
    CommitmentId,
    ContractId,
    ConversationId,
    KeptId,
    ParagraphId,
    PersonId,
    PlannedId,
    QuestionId,
    ShareId,
)
from desktop.domain.motivations import Motivation
from desktop.domain.people import Person
from desktop.domain.private.answers import Answer
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.kept import Keeping, Kept, KeptAs, offer_at
from desktop.domain.private.motivations import HEAVIEST, Weighed
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.preparation import BY_HAND, Subject
from desktop.domain.private.words import PrivateText
from desktop.domain.questions import STAGES, Question, Trust
from desktop.domain.shared.agreement import Agreement, Clause
from desktop.domain.shared.commitments import Commitment, CommitmentState, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.life import Happening, Turn
from desktop.domain.shared.messages import Message, MessageKind
from desktop.domain.shared.shares import Document, Share, Way
from desktop.domain.shared.summary import Paragraph
from desktop.services.packs import pack
from desktop.services.question_bank import bank
from desktop.session import Session
from tests.bench.ten_years import prose
from tests.helpers.clock import Clock
from tests.helpers.vaults import make_vault, open_vault

_QUARTER = timedelta(days=91)
_KINDS = (Kind.FULL, Kind.FULL, Kind.HALF_YEAR, Kind.FULL, Kind.GOALS, Kind.FULL, Kind.CHECK_IN)
_OWN_QUESTIONS = 9
_KEPT_ONE_IN = 4
_CARRIED = 0.1
_A_PAGE = 40_000
"""Bytes of a PDF of two pages."""
_OPEN_EACH = 5
"""Every fifth person has a conversation that is still under way."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is; a note is an answer to a question or a line of a free pad."""

    people: int
    talks_each: int
    notes_each: int


WHOLE = Size(people=50, talks_each=40, notes_each=50)
"""2,000 conversations and 100,000 notes."""


def make(folder: Path, size: Size, seed: int) -> None:
    """Make a vault that opens with the key of the tests, and tell the whole history into it."""
    clock = Clock()
    make_vault(folder, clock)
    session = open_vault(folder, clock)
    _History(session, size, Random(seed), clock.at).tell()
    session.close()


class _History:
    """Ten years while they are being told."""

    def __init__(self, session: Session, size: Size, chance: Random, now: datetime) -> None:
        self._shared, self._private = session.shared, session.private
        self._size, self._chance, self._now = size, chance, now

    def tell(self) -> None:
        with self._shared.transaction():
            for number in range(_OWN_QUESTIONS):
                self._shared.questions.put_own(self._own_question(number))
        self._asked = bank(self._shared)
        for number in range(self._size.people):
            with self._shared.transaction():
                self._tell_of(number)

    def _tell_of(self, number: int) -> None:
        person = self._introduce(number)
        contract: Contract | None = None
        for place in range(self._size.talks_each):
            quarters_ago = self._size.talks_each - 1 - place
            begun = self._now - _QUARTER * quarters_ago - timedelta(days=number % 60, hours=2)
            is_open = not quarters_ago and not number % _OPEN_EACH
            kind = Kind.FULL if is_open else _KINDS[place % len(_KINDS)]
            ended = None if is_open else begun + timedelta(minutes=75)
            talk = Conversation(ConversationId(self._id()), person.id, kind, begun, ended)
            self._prepare(talk)
            self._hold(talk, is_first=not place, has_promises=contract is not None)
            if not is_open:
                self._look_back(talk)
            if not is_open and kind.is_in_depth:
                contract = self._agree(talk, contract)
        self._look_ahead(person.id)

    def _introduce(self, number: int) -> Person:
        who = prose.name(number)
        person = Person(
            id=PersonId(self._id()),
            name=who,
            role=f"Engineer {number % 7}",
            team=f"Team {number % 5}",
            email=f"person{number}@example.org",
            since=(self._now - _QUARTER * (self._size.talks_each + 1)).date(),
        )
        self._shared.people.add(person)
        clauses = tuple((clause, self._sentence()) for clause in Clause)
        agreed = Agreement(AgreementId(self._id()), person.id, 1, clauses, person.since)
        self._shared.agreements.put(agreed)
        return person

    # One conversation ------------------------------------------------------------------------

    def _prepare(self, talk: Conversation) -> None:
        plan = Planned(
            PlannedId(self._id()), talk.person, talk.kind, talk.begun, AN_HOUR, conversation=None
        )
        self._shared.plans.put(plan)
        sent = Message(MessageKind.REFLECTION, sent=(talk.begun - timedelta(days=3)).date())
        self._shared.plans.put_message(plan.id, sent)
        self._think(plan.id)

    def _think(self, which: PlannedId) -> None:
        for subject in Subject:
            self._private.preparation.put(which, subject, PrivateText(self._sentence()))
        for item in BY_HAND:
            self._private.preparation.tick(which, item, ticked=True)

    def _hold(self, talk: Conversation, *, is_first: bool, has_promises: bool) -> None:
        asked = self._asked
        steps = steps_of(pack(talk.kind), asked, is_first=is_first, has_promises=has_promises)
        self._shared.conversations.add(talk, steps)
        noted = steps[: self._size.notes_each]
        for step in noted:
            self._note(talk, asked[step.question])
        self._scribble(talk, steps, self._size.notes_each - len(noted))
        for motivation in self._chance.sample(tuple(Motivation), 3):
            weighed = Weighed(talk.id, motivation, self._chance.randint(1, HEAVIEST))
            self._private.motivations.put(weighed)
        for step in self._chance.sample(steps, min(4, len(steps))):
            text = f"{self._sentence()} {self._sentence()}"
            written = Paragraph(ParagraphId(self._id()), talk.id, text, step.question)
            self._shared.summaries.put(written)
        stands_at = steps[len(steps) // 2].question if talk.is_open else ""
        self._shared.conversations.stand_at(talk.id, stands_at)

    def _look_back(self, talk: Conversation) -> None:
        saw, meant, to_try = (PrivateText(self._sentence()) for _ in range(3))
        talking = self._chance.choice(tuple(Talking))
        debrief = Debrief(talk.id, saw=saw, made_of_it=meant, to_try=to_try, talking=talking)
        self._private.debriefs.put(debrief)

    def _note(self, talk: Conversation, question: Question) -> None:
        words = prose.note(self._chance)
        self._private.answers.put(Answer(talk.id, question.id, PrivateText(words), len(words)))
        if self._chance.randrange(_KEPT_ONE_IN):
            return
        if offered := offer_at(question).asked_for:
            line = words.split("\n", maxsplit=1)[0]
            self._keep(talk, question.id, self._chance.choice(offered), line)

    def _keep(self, talk: Conversation, question: QuestionId, keeping: Keeping, line: str) -> None:
        kept = Kept(KeptId(self._id()), talk.id, question, keeping, PrivateText(line))
        self._private.kept.put(kept)
        if keeping.kind is not KeptAs.GOAL:
            return
        for place, step in enumerate((KeptAs.WHY, KeptAs.BEDROCK)):
            words = PrivateText(self._sentence())
            deeper = replace(kept, id=KeptId(self._id()), keeping=Keeping(step), words=words)
            self._private.kept.put(replace(deeper, place=place, beneath=kept.id))

    def _scribble(self, talk: Conversation, steps: Sequence[Step], count: int) -> None:
        lines = tuple(
            PadLine(self._chance.choice(steps).question, PrivateText(self._sentence()))
            for _ in range(count)
        )
        self._private.pads.put(Pad(talk.id, lines))

    # What was agreed -------------------------------------------------------------------------

    def _agree(self, talk: Conversation, before: Contract | None) -> Contract:
        on = talk.begun.date()
        contract = Contract(
            id=ContractId(self._id()),
            person=talk.person,
            conversation=talk.id,
            version=before.version + 1 if before else 1,
            commitments=tuple(self._commitment(owner, talk) for owner in (*Owner, *Owner)),
            review_month=(on + timedelta(days=45)).replace(day=1),
            review=self._sentence(),
            open_question=self._sentence(),
            next_conversation=on + _QUARTER,
        )
        carried = tuple(c for c in before.commitments if not self._keep_word(c)) if before else ()
        contract = replace(contract, commitments=(*carried, *contract.commitments))
        self._shared.contracts.put(contract)
        for commitment in contract.commitments:
            self._shared.contracts.put_commitment(contract, commitment)
        self._shared.contracts.put(replace(contract, agreed=talk.begun + timedelta(hours=2)))
        self._share(talk, contract)
        return contract

    def _commitment(self, owner: Owner, talk: Conversation) -> Commitment:
        due = talk.begun.date() + timedelta(days=self._chance.randint(14, 90))
        return Commitment(CommitmentId(self._id()), owner, self._sentence(), due)

    def _keep_word(self, promised: Commitment) -> bool:
        """Keep nine promises of ten on their day; the tenth is carried into the next contract."""
        assert promised.due is not None
        if self._chance.random() < _CARRIED:
            return False
        at = datetime.combine(promised.due, self._now.timetz())
        self._shared.lives.note(promised.id, Happening(Turn.KEPT, at))
        self._shared.lives.settle(promised.id, CommitmentState.DONE, at)
        return True

    def _share(self, talk: Conversation, contract: Contract) -> None:
        page = self._chance.randbytes(_A_PAGE)
        at = talk.begun + timedelta(hours=self._chance.randint(3, 60))
        fingerprint = sha256(page).hexdigest()
        share = Share(
            id=ShareId(self._id()),
            document=Document.SUMMARY,
            person=talk.person,
            conversation=talk.id,
            contract=contract.id,
            way=Way.PDF,
            at=at,
            sha256=fingerprint,
        )
        self._shared.shares.add(share, page)

    def _look_ahead(self, who: PersonId) -> None:
        at = self._now + timedelta(days=self._chance.randint(1, 60))
        plan = Planned(PlannedId(self._id()), who, Kind.FULL, at, AN_HOUR)
        self._shared.plans.put(plan)
        self._think(plan.id)

    # Chance ----------------------------------------------------------------------------------

    def _own_question(self, number: int) -> Question:
        return Question(
            id=QuestionId(self._id()),
            stage=STAGES[number % len(STAGES)],
            short=f"My own question {number + 1}",
            ask=self._sentence().replace(".", "?"),
            why=self._sentence(),
            listen_for="",
            follow_ups=(),
            keep_as=(),
            trust=Trust.OPEN,
            quiet="",
            is_own=True,
        )

    def _sentence(self) -> str:
        return prose.sentence(self._chance)

    def _id(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"
