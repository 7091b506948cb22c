"""What is lost of a damaged vault, sorted by whose it was and from which conversation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.storage.salvage.torn import Found, Row

Parents = Mapping[str, Mapping[str, tuple[str, str]]]
Find = Callable[[str, str, object], Row | None]

_PERSON, _CONVERSATION = "person", "conversation"
_DEEP: Final = 6
_UNREMARKED: Final = frozenset({"about", "private_keys", "half_typed", "private_half_typed"})
_WORDS: Final = ("words", "underneath", "text", "saw", "made_of_it", "surfaced", "promised")
_MORE_WORDS: Final = ("avoided", "to_try", "what", "reason", "noted", "because")


@dataclass(frozen=True, slots=True)
class Loss:
    """Lines of one kind that cannot be read, or no longer have a place.

    ``number`` is None where nobody can say how many. ``person`` and ``talk`` say whose they were
    and in which conversation, as far as that is known. ``words`` are those that can still be read
    although their place is lost.
    """

    kind: str
    number: int | None
    person: str = ""
    talk: datetime | None = None
    words: tuple[str, ...] = ()


class Losses:
    """Gathers what is lost while a new file is filled."""

    def __init__(self, parents: Parents) -> None:
        """``parents`` says for each table which column names a row of which other table."""
        self._parents = parents
        self._missed: dict[str, list[Row]] = {}
        self._loose: dict[str, list[Row]] = {}
        self._unknown: list[str] = []

    def take(self, name: str, found: Found) -> None:
        """Note what could not be read of a table."""
        if found.missed:
            self._missed[name] = found.missed
        elif found.is_torn:
            self._unknown.append(name)

    def take_loose(self, name: str, row: Row) -> None:
        """Note a row that was read, but whose place is lost."""
        self._loose.setdefault(name, []).append(row)

    def told(self, find: Find) -> tuple[Loss, ...]:
        """Say it all; ``find`` looks a row up among those that were read."""
        sums: dict[tuple[str, str, datetime | None], list[Row]] = {}
        words: dict[tuple[str, str, datetime | None], list[str]] = {}
        for rows in (self._missed, self._loose):
            for name, each in ((name, row) for name, found in rows.items() for row in found):
                key = (KINDS.get(name, "other entries"), *self._whose(name, each, find))
                sums.setdefault(key, []).append(each)
                words.setdefault(key, []).extend(_readable(name, each))
        known = [
            Loss(kind, len(rows), who, talk, tuple(words[kind, who, talk]))
            for (kind, who, talk), rows in sums.items()
        ]
        unknown = [Loss(KINDS.get(name, "other entries"), None) for name in self._unknown]
        return tuple(dict.fromkeys((*known, *unknown)))

    def _whose(self, name: str, row: Row, find: Find) -> tuple[str, datetime | None]:
        """Follow a row to its conversation and its person, as far as the way can be read."""
        talk = None
        for _ in range(_DEEP):
            if name == _CONVERSATION and row.get("begun"):
                talk = datetime.fromisoformat(row["begun"])
            if name == _PERSON:
                return str(row.get("name", "")), talk
            step = self._step(name, row, find)
            if step is None:
                break
            name, row = step
        return "", talk

    def _step(self, name: str, row: Row, find: Find) -> tuple[str, Row] | None:
        ways = sorted(
            self._parents.get(name, {}).items(), key=lambda way: way[1][0] != _CONVERSATION
        )
        for column, (parent, to) in ways:
            value = row.get(column)
            if value is None:
                continue
            found = find(parent, to, value) or self._lost_row(parent, to, value)
            if found is not None:
                return parent, found
        return None

    def _lost_row(self, name: str, column: str, value: object) -> Row | None:
        gone = (*self._missed.get(name, ()), *self._loose.get(name, ()))
        return next((row for row in gone if row.get(column) == value), None)


def _readable(name: str, row: Row) -> tuple[str, ...]:
    if name in _UNREMARKED:
        return ()
    return tuple(str(row[each]) for each in (*_WORDS, *_MORE_WORDS) if row.get(each))


KINDS: Final = {
    "about": "your own name",
    "agreed_paragraph": "agreed summaries",
    "agreement": "what you agreed on confidence",
    "agreement_clause": "sentences of what you agreed on confidence",
    "cadence": "how often you talk",
    "commitment": "commitments",
    "commitment_turn": "the history of commitments",
    "contract": "contracts",
    "contract_commitment": "the wording of commitments",
    "conversation": "conversations",
    "conversation_check": "ticks after a conversation",
    "conversation_step": "the questions of conversations",
    "correction": "corrections",
    "draft_that_left": "drafts you sent",
    "goal": "goals",
    "goal_version": "the wording of goals",
    "half_typed": "words you had begun to type",
    "hand_over": "hand-overs",
    "letter_language": "the language of letters",
    "own_question": "questions of your own",
    "person": "people",
    "planned_conversation": "booked conversations",
    "planned_message": "messages you planned",
    "planned_question": "questions you had picked",
    "private_answer": "your own notes",
    "private_bin": "what lies in the bin",
    "private_checklist": "ticks of your preparation",
    "private_debrief": "what you wrote right after",
    "private_experiment": "experiments",
    "private_moment": "what you noted in between",
    "private_future_here": "how their future here looks to you",
    "private_recall": "what you asked yourself by heart",
    "private_towards": "what leads towards goals",
    "private_half_typed": "private words you had begun to type",
    "private_keys": "the second copy of the keys",
    "private_kept": "lines you kept from your notes",
    "private_leaving_reading": "how you read the leaving question",
    "private_limits": "honest talks about limits",
    "private_limits_step": "steps of honest talks about limits",
    "private_motivation": "what drives them",
    "private_note": "notes between conversations",
    "private_opportunity": "opportunities",
    "private_opportunity_serves": "whom opportunities would serve",
    "private_pad_line": "lines of the free pad",
    "private_preparation": "your preparation",
    "private_served_elsewhere": "who is best served elsewhere",
    "private_signal": "what you noticed",
    "private_sweet_spot": "words of the sweet spot",
    "private_theme": "themes",
    "private_theme_line": "lines of themes",
    "question_change": "questions you reworded",
    "setting": "settings",
    "share": "pages you sent",
    "spell": "the count of changes",
    "summary_paragraph": "summaries",
    "theme_sheet_line": "lines of the page about themes",
}
"""What the rows of each table are, in the manager's words."""
