"""Everything about one person in one readable file, private words included (product A10).

This is a door out of the vault, and has its own words on the screen. It is written by the private
half alone: nothing of ``export`` has met these words, and nothing here writes a page for anybody.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.private.words import PrivateText
from desktop.services.question_bank import bank
from desktop.storage.private.belongings import Row
from desktop.storage.shelves import PrivateShelf
from desktop.vault.durable import write_durably

_HEADINGS: Final[Mapping[str, str]] = {
    "person": "Who they are",
    "agreement": "The agreement on confidentiality",
    "agreement_clause": "What was agreed on confidentiality",
    "planned_conversation": "Conversations that were booked",
    "planned_message": "Messages before them",
    "planned_question": "Questions picked for them",
    "private_preparation": "Your private preparation",
    "private_checklist": "What you ticked off before",
    "conversation": "Conversations",
    "conversation_step": "The questions on their path",
    "private_note": "Your private notes about them",
    "private_answer": "Your private notes, question by question",
    "private_pad_line": "Your private free notes",
    "private_kept": "What you kept of your notes, private",
    "private_motivation": "What drives them, as you noted it, private",
    "private_debrief": "Your private debriefs",
    "private_future_here": "Whether they see a future here, 1 to 5, as they said, private",
    "private_recall": "What you could say of their direction by heart, private",
    "summary_paragraph": "Summaries, shared",
    "goal_version": "Goals, shared",
    "contract": "Contracts, shared",
    "contract_commitment": "Commitments, shared",
    "commitment_turn": "What became of commitments",
    "correction": "What they changed in their copy",
    "share": "What left this vault",
    "hand_over": "Handing over",
    "half_typed": "Begun and not finished",
    "private_half_typed": "Begun and not finished, private",
    "private_signal": "What you noticed, private",
    "private_moment": "What you kept between conversations, private",
    "private_experiment": "What was tried, private",
    "private_opportunity": "Opportunities you marked for them, private",
    "private_theme": "Themes that they raised too, in your own words, private",
}
"""Sections in their order; a table that is not named here comes after them under its own name."""

_KEYS: Final = frozenset(
    {"seq", "id", "person", "contract", "commitment", "goal", "agreement", "planned", "place"}
    | {"opportunity", "kept", "beneath", "cursor", "flow", "which", "theme", "line", "by_hand"}
)
"""Columns that only tie rows together; what they tie is written out."""

_A_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*")


def about(shelf: PrivateShelf, who: PersonId) -> PrivateText:
    """Return everything about somebody as text with headings (Markdown)."""
    found, _loose = shelf.belongings.of("person", who)
    sections: dict[str, list[Row]] = {table: [] for table in _HEADINGS}
    for table, row in (*found, *_opportunities(shelf, found), *_themes(shelf, found)):
        sections.setdefault(table, []).append(row)
    talks = {row["id"]: str(row["begun"])[:10] for row in sections["conversation"]}
    questions = {q.id: q.ask for q in bank(shelf).all()}
    parts = list(_beginning(shelf, who))
    for table, rows in sections.items():
        lines = [line for row in rows for line in _entry(row, talks, questions)]
        if lines:
            parts += [f"## {_HEADINGS.get(table, _plain(table))}", "", *lines]
    return PrivateText("\n".join(parts) + "\n")


def write(shelf: PrivateShelf, who: PersonId, place: Path) -> Done[Path]:
    """Write everything about somebody into a file that only you may read; Trouble if it cannot."""
    write_durably(place, about(shelf, who).reveal().encode("utf-8"))
    return Done(place, Touched.NOTHING)


def _beginning(shelf: PrivateShelf, who: PersonId) -> Iterator[str]:
    yield f"# Everything kept about {shelf.people.get(who).name}"
    yield ""
    yield f"Written on {shelf.today().isoformat()}. It holds private notes. It is not encrypted."
    yield "Notes about other people, and backups, may mention them as well; they are not in here."
    yield ""


def _opportunities(shelf: PrivateShelf, found: list[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
    served = {r["opportunity"] for table, r in found if table == "private_opportunity_serves"}
    for each in sorted(served):
        yield from shelf.belongings.row("private_opportunity", each)


def _themes(shelf: PrivateShelf, found: list[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
    for each in sorted({r["theme"] for table, r in found if table == "private_theme_line"}):
        yield from shelf.belongings.row("private_theme", each)


def _entry(row: Row, talks: Mapping[str, str], questions: Mapping[QuestionId, str]) -> list[str]:
    """Return a row as a list item with a line for each thing it says; nothing if it says none."""
    said = [
        (_plain(name), _value(name, value, talks, questions))
        for name, value in row.items()
        if name not in _KEYS and value not in (None, "", b"")
    ]
    lines = [f"{name}: {words}" for name, words in said]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:]), ""] if lines else []


def _value(
    name: str, value: object, talks: Mapping[str, str], questions: Mapping[QuestionId, str]
) -> str:
    if isinstance(value, bytes):
        return f"{len(value)} bytes, SHA-256 {hashlib.sha256(value).hexdigest()}"
    words = str(value)
    if name == "conversation":
        return talks.get(words, words)
    if name == "question":
        return questions.get(QuestionId(words), words)
    if _A_MOMENT.fullmatch(words):
        return f"{datetime.fromisoformat(words):%Y-%m-%d %H:%M}"
    return words.replace("\n", "\n    ")


def _plain(name: str) -> str:
    return name.removeprefix("private_").replace("_", " ").capitalize()
