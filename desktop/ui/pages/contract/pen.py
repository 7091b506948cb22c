"""Writes the summary and the contract of one conversation, one change at a time."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop.domain.ids import CommitmentId, ConversationId, ParagraphId
from desktop.domain.shared.authority import BeyondAuthority
from desktop.domain.shared.commitments import Commitment, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.summary import Paragraph
from desktop.domain.shared.unsaved import UnsavedParagraph, UnsavedTerms
from desktop.services import (
    authority,
    clock,
    contracts,
    conversations,
    letter_languages,
    summaries,
)
from desktop.ui.desk import Desk
from desktop.ui.pages.contract.turns import Turns


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A commitment that was taken out of a draft, and the place where it stood."""

    commitment: Commitment
    place: int


class Pen:
    """Puts each change into the version as it is at that moment, so that nothing goes stale."""

    def __init__(self, desk: Desk, conversation: ConversationId) -> None:
        """Write for one conversation."""
        self._desk = desk
        self._conversation = conversation

    def today(self) -> date:
        """Return the date of now."""
        return self._desk.ask(clock.today)

    def language(self) -> str:
        """Return the BCP 47 tag of the language of the person's letters."""
        who = self._desk.ask(conversations.conversation, self._conversation).person
        return self._desk.ask(letter_languages.of, who)

    def contract(self) -> Contract | None:
        """Return the version that is being written or was agreed last, if there is one."""
        return self._desk.ask(contracts.of_conversation, self._conversation)

    def turns(self, contract: Contract) -> Turns:
        """Return what can be asked and done about the lives of its commitments."""
        return Turns(self._desk, contract)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the summary in reading order."""
        return self._desk.ask(summaries.paragraphs, self._conversation)

    def write(self, paragraph: ParagraphId, text: str) -> bool:
        """Write a paragraph of the summary; return whether it is saved."""
        verb = summaries.write
        return self._desk.do(verb, self._conversation, text, paragraph=paragraph).done

    def word(self, **changed: Any) -> bool:
        """Change fields of the contract; return whether they are saved."""
        contract = self.contract()
        if contract is None:
            return False
        return self._desk.do(contracts.word, replace(contract, **changed)).done

    def add(self, owner: Owner, words: str = "") -> CommitmentId | None:
        """Add a commitment for one side, empty or begun with words; return its identity."""
        contract = self.contract()
        if contract is None:
            return None
        answer = self._desk.do(contracts.add_commitment, contract, owner, words)
        return answer.value if answer.done else None

    def word_commitment(self, which: CommitmentId, **changed: Any) -> bool:
        """Change fields of a commitment; return whether they are saved."""
        contract, found = self._found(which)
        if contract is None or found is None:
            return contract is not None
        commitment = replace(found.commitment, **changed)
        return self._desk.do(contracts.word_commitment, contract, commitment).done

    def beyond_authority(self, words: str) -> BeyondAuthority | None:
        """Return what such a commitment of the manager's promises that is not theirs to give."""
        contract = self.contract() if words.strip() else None
        return self._desk.ask(authority.beyond, contract.person, words) if contract else None

    def take_out(self, which: CommitmentId) -> TakenOut | None:
        """Take a commitment out; return it and its place, or None if it is still there."""
        contract, found = self._found(which)
        if contract is None or found is None:
            return None
        done = self._desk.do(contracts.remove_commitment, contract, which).done
        return found if done else None

    def put_back(self, taken: TakenOut) -> bool:
        """Put a commitment back where it stood; return whether it is there again."""
        contract = self.contract()
        if contract is None:
            return False
        verb = contracts.put_back_commitment
        return self._desk.do(verb, contract, taken.commitment, taken.place).done

    def unsaved_paragraph(self, paragraph: ParagraphId, text: str) -> UnsavedParagraph:
        """Return a paragraph that could not be saved, as it can be sealed."""
        return UnsavedParagraph(self._conversation, text, paragraph)

    def unsaved_terms(
        self, waiting: dict[str, Any], commitment: CommitmentId | None = None
    ) -> tuple[UnsavedTerms, ...]:
        """Return changed fields that could not be saved, as they can be sealed; none if none."""
        if not waiting:
            return ()
        changed = tuple((field, _text(value)) for field, value in waiting.items())
        return (UnsavedTerms(self._conversation, changed, commitment),)

    def _found(self, which: CommitmentId) -> tuple[Contract | None, TakenOut | None]:
        contract = self.contract()
        lines = enumerate(contract.commitments) if contract else ()
        found = (TakenOut(line, place) for place, line in lines if line.id == which)
        return contract, next(found, None)


def _text(value: str | date | Owner | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
