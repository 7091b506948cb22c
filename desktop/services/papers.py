"""Any page that can leave: what stands on it, and the e-mail that goes with it.

Everything here is read through the guarded connection, as ``letters`` does (the fifth lock).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.shared.goals import GoalWording, Status
from desktop.domain.shared.letter import Letter
from desktop.domain.shared.shares import NOBODY, Document, Outgoing
from desktop.domain.shared.theme_sheet import WAYS_ON, quarter
from desktop.export.letter import letter_paper
from desktop.export.messages import Purpose
from desktop.export.paper import Paper
from desktop.export.papers import agreement_paper, hand_over_paper, notes_paper, paper_file_name
from desktop.export.theme_sheet import themes_paper
from desktop.services import agreements, hand_overs, letters, sending, shares, wording
from desktop.storage.shelves import OutgoingShelf, SharedShelf

if TYPE_CHECKING:
    from desktop.export.mail import Draft

_PURPOSE = {
    Document.AGREEMENT: Purpose.AGREEMENT,
    Document.NOTES: Purpose.NOTES,
    Document.HAND_OVER: Purpose.HAND_OVER,
    Document.THEMES: Purpose.THEMES,
}


def of_conversation(shelf: SharedShelf, which: ConversationId) -> Outgoing:
    """Return the page of a conversation: its summary and contract."""
    return Outgoing(Document.SUMMARY, shelf.conversations.get(which).person, which)


def to_look_over(out: Outgoing) -> Outgoing:
    """Return the page of a conversation as a draft that is not agreed (product E2)."""
    return replace(out, document=Document.DRAFT)


def may_be_looked_over(shelf: SharedShelf, out: Outgoing) -> bool:
    """Return whether a page may leave as a draft: one that is agreed is no draft any more."""
    if out.document not in (Document.SUMMARY, Document.DRAFT) or out.conversation is None:
        return False
    contract = shelf.contracts.of_conversation(out.conversation)
    return contract is not None and contract.is_draft


def paper(shelf: SharedShelf, out: Outgoing) -> Paper:
    """Return what stands on a page; Refusal while something on it is missing."""
    if out.conversation is not None:
        shares.ready(shelf, out.conversation)
        is_draft = out.document is Document.DRAFT
        return letter_paper(letters.letter(shelf, out.conversation, to_look_over=is_draft))
    if out.document is Document.HAND_OVER:
        return _hand_over(shelf, out.person)
    with shelf.outgoing() as leaving:
        if out.document is Document.AGREEMENT:
            return _agreement(leaving, out.person)
        if out.document is Document.THEMES:
            return _themes(leaving, shelf.today())
        return _notes(leaving, out.person)


def ready(shelf: SharedShelf, out: Outgoing) -> None:
    """Refuse what may not leave yet: a hand-over before the person has agreed to it."""
    if out.document is Document.HAND_OVER and hand_overs.agreed(shelf, out.person) is None:
        raise Refusal("consent", "Nothing is handed over before the person has agreed to it.")


def mail(shelf: SharedShelf, out: Outgoing, page: bytes, *, dates: bytes = b"") -> "Draft":
    """Return an unsent e-mail with the page attached as it was shown (product F4).

    ``dates`` is a calendar file to go with a summary. A hand-over and the sheet of themes go to
    somebody whose address is not known here.
    """
    from desktop.export.mail import draft, page_attached
    from desktop.export.messages import message

    ready(shelf, out)
    if out.conversation is not None:
        is_draft = out.document is Document.DRAFT
        return sending.mail_draft(shelf, out.conversation, page, dates=dates, to_look_over=is_draft)
    with shelf.outgoing() as leaving:
        person = None if out.person == NOBODY else leaving.people.get(out.person)
        manager = leaving.about.manager_name()
    page_shown = paper(shelf, out)
    language = page_shown.language
    known = person is not None and out.document.has_addressee
    to = (person.name, person.email) if person and known else ("", "")
    return draft(
        message(_PURPOSE[out.document], person.name if person else "", manager, None, language),
        to,
        paper=page_shown,
        attachments=[page_attached(paper_file_name(out.document, shelf.today(), language), page)],
        language=language,
    )


def _agreement(leaving: OutgoingShelf, who: PersonId) -> Paper:
    found = leaving.agreements.of(who)
    language = leaving.letter_languages.of(who)
    suggested = agreements.suggested(who, language)
    shown = agreements.in_language(found[0], language) if found else suggested
    names = (leaving.people.get(who).name, leaving.about.manager_name())
    sections = [(wording.clause(clause, language).heading, text) for clause, text in shown.clauses]
    return agreement_paper(names, sections, shown.version, shown.agreed, language)


def _notes(leaving: OutgoingShelf, who: PersonId) -> Paper:
    language = leaving.letter_languages.of(who)
    card = wording.notes_card(language)
    sections = [(passage.heading, passage.text) for passage in card.passages]
    return notes_paper(leaving.about.manager_name(), card.say_first, sections, card.last, language)


def _themes(leaving: OutgoingShelf, today: date) -> Paper:
    for fallen in leaving.theme_sheet.fallen():
        raise Refusal("themes", f"“{fallen}” has fewer than three people left. {WAYS_ON}")
    lines = leaving.theme_sheet.lines()
    if not lines:
        raise Refusal("themes", "Nothing is on the sheet for colleagues yet. Put a theme on it.")
    # It goes to no person: it is in the language that most of the letters are in.
    language = leaving.letter_languages.mostly()
    return themes_paper(leaving.about.manager_name(), lines, quarter(today), language)


def _hand_over(shelf: SharedShelf, who: PersonId) -> Paper:
    with shelf.outgoing() as leaving:
        contract = leaving.contracts.agreed(who)
        if contract is None:
            raise Refusal("contract", "Nothing was agreed yet, so there is nothing to hand over.")
        # Sentences that grow with a draft were not agreed; they stay.
        summary = leaving.summaries.agreed_with(contract.id)
        letter = Letter(
            person_name=leaving.people.get(who).name,
            manager_name=leaving.about.manager_name(),
            on=leaving.conversations.get(contract.conversation).begun.date(),
            paragraphs=tuple(p.text for p in summary),
            contract=contract,
            language=leaving.letter_languages.of(who),
            goals=tuple(_agreed_goals(leaving, who)),
        )
        return hand_over_paper(letter, hand_overs.agreed(leaving, who))


def _agreed_goals(leaving: OutgoingShelf, who: PersonId) -> Iterator[GoalWording]:
    """Yield every goal as it was last agreed and still stands; why it changed is between two."""
    for goal in leaving.goals.of_person(who):
        agreed = [v.wording for v in goal.versions if v.is_agreed]
        if agreed and agreed[-1].status is Status.ALIVE:
            yield replace(agreed[-1], reason="")
