"""Tells a vault what has happened, through the verbs a manager uses."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.motivations import Motivation
from desktop.domain.private.answers import Answer
from desktop.domain.private.kept import Keeping
from desktop.domain.private.motivations import Weighed
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, people, shares
from desktop.services.private import answers, kept, motivations
from tests.helpers.vaults import OpenVault

TODAY = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


def day(text: str) -> datetime:
    """Return three in the afternoon of a day such as "2026-11-10"."""
    return datetime.combine(date.fromisoformat(text), TODAY.timetz())


class Story:
    """What has happened in a vault until the Sunday on which the tests play."""

    def __init__(self, vault: OpenVault) -> None:
        self._vault = vault

    def person(self, name: str) -> PersonId:
        return people.add(self._vault.shared, name).value

    def begun(self, who: PersonId, at: datetime) -> ConversationId:
        """A conversation that is still under way."""
        self._vault.clock.at = at
        talk = conversations.begin(self._vault.shared, who).value
        self._vault.clock.at = TODAY
        return talk

    def ended(self, who: PersonId, at: datetime) -> ConversationId:
        """A conversation that is over and not yet shared."""
        talk = self.begun(who, at)
        self._vault.clock.at = at + timedelta(hours=1)
        conversations.close(self._vault.shared, talk)
        self._vault.clock.at = TODAY
        return talk

    def agreed(
        self,
        who: PersonId,
        at: datetime,
        *,
        mine: dict[str, str] | None = None,
        theirs: dict[str, str] | None = None,
        next_on: str = "",
        ahead: dict[str, str] | None = None,
    ) -> ConversationId:
        """A conversation whose contract was shared; promises are words and their date.

        ``ahead`` may hold the open ``question``, what to ``review`` and a day of that ``month``.
        """
        ahead = ahead or {}
        month = ahead.get("month", "")
        talk = self.ended(who, at)
        draft = contracts.draft(self._vault.shared, talk).value
        for what, due in (mine or {}).items():
            self._promise(draft, Owner.MANAGER, what, due)
        for what, due in (theirs or {}).items():
            self._promise(draft, Owner.PERSON, what, due)
        worded = replace(
            contracts.draft(self._vault.shared, talk).value,
            open_question=ahead.get("question", ""),
            review=ahead.get("review", ""),
            review_month=date.fromisoformat(month) if month else None,
            next_conversation=date.fromisoformat(next_on) if next_on else None,
            nothing_agreed_because="" if mine or theirs else "there was no time",
        )
        contracts.word(self._vault.shared, worded)
        self._vault.clock.at = at + timedelta(hours=2)
        shares.note(self._vault.shared, talk, Way.PDF, b"the page")
        self._vault.clock.at = TODAY
        return talk

    def reasoned(self, draft: Contract, because: str) -> None:
        """A draft in which nothing was agreed, and why."""
        contracts.word(self._vault.shared, replace(draft, nothing_agreed_because=because))

    def noted(self, talk: ConversationId, question: str, words: str) -> None:
        note = Answer(talk, QuestionId(question), PrivateText(words))
        answers.write(self._vault.private, note)

    def kept(self, talk: ConversationId, question: str, keeping: Keeping, words: str) -> None:
        at = (talk, QuestionId(question))
        kept.keep(self._vault.private, at, keeping, PrivateText(words))

    def weighed(self, talk: ConversationId, motivation: Motivation, weight: int) -> None:
        motivations.weigh(self._vault.private, Weighed(talk, motivation, weight))

    def _promise(self, draft: Contract, owner: Owner, what: str, due: str) -> None:
        which = contracts.add_commitment(self._vault.shared, draft, owner, what).value
        now = contracts.draft(self._vault.shared, draft.conversation).value
        added = next(c for c in now.commitments if c.id == which)
        dated = replace(added, due=date.fromisoformat(due))
        contracts.word_commitment(self._vault.shared, now, dated)
