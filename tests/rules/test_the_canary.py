"""Above the five locks: a word of its own in every private field, looked for in what leaves."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.moments import MomentKind
from desktop.domain.motivations import Motivation
from desktop.domain.private.answers import Answer
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.leaving import Ease, Form
from desktop.domain.private.limits import LimitsStep
from desktop.domain.private.motivations import Weighed
from desktop.domain.private.opportunities import Serves
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.preparation import Subject
from desktop.domain.private.sweet_spot import Circle
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.messages import MessageKind
from desktop.domain.shared.shares import NOBODY, Document, Outgoing, Way
from desktop.domain.signals import SignalKind
from desktop.export.paper import PageSize
from desktop.export.pdf import pdf
from desktop.services import (
    agreements,
    contracts,
    conversations,
    letters,
    messages,
    papers,
    people,
    plans,
    room_sheets,
    shares,
    summaries,
    wording,
)
from desktop.services.plans import Booking
from desktop.services.private import (
    answers,
    debriefs,
    experiments,
    kept,
    leaving,
    limits,
    moments,
    motivations,
    notes,
    opportunities,
    pad,
    preparation,
    signals,
    sweet_spot,
    themes,
)
from tests.helpers.canary import canary, files_holding, finds, found
from tests.helpers.vaults import OpenVault


def test_no_private_thought_is_in_the_messages_and_the_agreement_that_are_for_both(
    vault: OpenVault, canaries: list[str]
) -> None:
    for plan in vault.shared.plans.all():
        for kind in MessageKind:
            text = messages.message(vault.shared, plan.id, kind).text or wording.message(kind)
            assert not [word for word in canaries if word in text]
        drafted = agreements.draft(vault.shared, plan.person)
        assert not [word for word in canaries if word in str(drafted.clauses)]


@pytest.fixture
def canaries(vault: OpenVault) -> list[str]:
    """A vault in which all that is private holds a canary, twice over; a letter is ready."""
    return [word for _ in range(2) for word in a_whole_conversation(vault)]


def test_no_private_word_is_in_the_page_that_leaves(vault: OpenVault, canaries: list[str]) -> None:
    for talk in vault.shared.conversations.all():
        page = letters.page(vault.shared, talk.id)
        assert finds(page, "runbook")
        assert not found(page, canaries)


def test_no_private_word_and_nobody_is_on_the_sheet_for_colleagues(
    vault: OpenVault, canaries: list[str]
) -> None:
    sheet = pdf(papers.paper(vault.shared, Outgoing(Document.THEMES, NOBODY)), PageSize.A4)
    assert finds(sheet, "Room to think")
    assert not found(sheet, (*canaries, "Priya Nair"))


def test_no_private_word_is_on_the_sheet_for_the_room(
    vault: OpenVault, canaries: list[str]
) -> None:
    for plan in vault.shared.plans.all():
        sheet = room_sheets.pdf(room_sheets.room_sheet(vault.shared, plan.id), PageSize.A4)
        assert finds(sheet, "Questions for our talk")
        assert not found(sheet, canaries)


def test_no_private_word_is_in_what_the_vault_writes_down(
    vault: OpenVault, canaries: list[str]
) -> None:
    for talk in vault.shared.conversations.all():
        shares.note(vault.shared, talk.id, Way.PDF, letters.page(vault.shared, talk.id))
    vault.close()
    assert files_holding(vault.folder, canaries) == set()


def test_the_search_would_find_a_page_that_leaks(vault: OpenVault, canaries: list[str]) -> None:
    talk = vault.shared.conversations.all()[0]
    summaries.write(vault.shared, talk.id, f"Between us: {canaries[7]}.")

    page = letters.page(vault.shared, talk.id)

    assert canaries[7].encode() not in page
    assert finds(page, canaries[7])


def a_whole_conversation(vault: OpenVault) -> list[str]:
    """Note something private to every question, and write the contract."""
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    words = []
    for step in conversations.path(vault.shared, talk).steps:
        words += [canary(), canary()]
        said, beneath = (PrivateText(f"Said {word}, and meant it.") for word in words[-2:])
        answers.write(vault.private, Answer(talk, step.question, said, 4, beneath))
    words += lines_on_the_free_pad(vault, talk)
    words += prepared(vault, who)
    words += everything_kept_at(vault, talk, step.question)
    words += every_motivation(vault, talk)
    words += what_does_not_fit_and_what_meets(vault, who)
    leaving.read(vault.private, talk, Ease.AT_ONCE, Form.SEVERAL)
    words += look_back(vault, talk)
    words += everything_noticed(vault, who)
    words += all_between_the_talks(vault, who)
    words += a_note_of_ones_own(vault, who)
    summaries.write(vault.shared, talk, "Priya would like to own the design.")
    write_a_contract(vault, talk)
    return words


def lines_on_the_free_pad(vault: OpenVault, talk: ConversationId) -> list[str]:
    """Write two lines on the pad, sort one of them into its question, and leave the other."""
    question = conversations.path(vault.shared, talk).steps[0].question
    words = [canary(), canary()]
    lines = tuple(PadLine(question, PrivateText(f"Heard {word} twice.")) for word in words)
    pad.write(vault.private, Pad(talk, lines))
    pad.sort(vault.private, talk, {0: question})
    return words


def prepared(vault: OpenVault, who: PersonId) -> list[str]:
    """Think something private about every subject before the next conversation."""
    plan = plans.book(vault.shared, who, Booking(date(2026, 11, 26), "10:00", "60")).value
    words = {subject: canary() for subject in Subject}
    opening = opportunities.add(vault.private, PrivateText(f"{words[Subject.PATHS]} lead")).value
    opportunities.mark(vault.private, opening, Serves(who), on=True)
    for subject, word in words.items():
        preparation.write(vault.private, plan, subject, PrivateText(f"Not {word}, not yet."))
    return list(words.values())


def everything_kept_at(vault: OpenVault, talk: ConversationId, question: QuestionId) -> list[str]:
    """Keep a line as each thing there is, with a ladder of one step beneath the goal."""
    words = []
    for kind in KeptAs:
        words.append(canary())
        line = PrivateText(f"Wants {words[-1]} soon.")
        kept.keep(vault.private, (talk, question), Keeping(kind), line)
    goal = kept.kept_at(vault.private, talk, question)[0]
    words += in_a_theme(vault, talk, question)
    words.append(canary())
    kept.climb(vault.private, goal, PrivateText(f"Because of {words[-1]}."), 0)
    return words


def in_a_theme(vault: OpenVault, talk: ConversationId, question: QuestionId) -> list[str]:
    """Name a theme of the line kept as one, and put it on the sheet for colleagues by hand."""
    found = kept.kept_at(vault.private, talk, question)
    line = next(each for each in found if each.keeping.kind is KeptAs.THEME)
    name = canary()
    theme = themes.name(vault.private, line.id, PrivateText(f"Everybody's {name}")).value
    themes.put_on_sheet(vault.private, theme, "Room to think", by_hand=True)
    return [name]


def a_note_of_ones_own(vault: OpenVault, who: PersonId) -> list[str]:
    """Write a private note with a tag, and look for it, so that the index is warm."""
    words = [canary(), canary()]
    which = notes.write(vault.private, who, PrivateText(f"Went quiet at {words[0]}.")).value
    notes.tag(vault.private, which, PrivateText(words[1]))
    assert notes.find(vault.private, PrivateText(words[0]))
    return words


def every_motivation(vault: OpenVault, talk: ConversationId) -> list[str]:
    """Weigh every motivation, each in words of its own."""
    words = [canary() for _ in Motivation]
    for motivation, word in zip(Motivation, words, strict=True):
        heard = Weighed(talk, motivation, 3, PrivateText(f"“I need {word}.”"))
        motivations.weigh(vault.private, heard)
    return words


def all_between_the_talks(vault: OpenVault, who: PersonId) -> list[str]:
    """Keep a moment of each kind, and a try with what was expected of it and learned."""
    words = [canary() for _ in MomentKind]
    for kind, word in zip(MomentKind, words, strict=True):
        moments.note(vault.private, who, kind, PrivateText(f"Said {word} in passing."))
    tried = experiments.begin(vault.private, who).value
    for part in experiments.PARTS:
        words.append(canary())
        experiments.word(vault.private, tried, part, PrivateText(f"A drill with {words[-1]}."))
    return words


def everything_noticed(vault: OpenVault, who: PersonId) -> list[str]:
    """Notice something of every kind in words of one's own, and set each aside with a reason."""
    words = []
    for kind in SignalKind:
        words += [canary(), canary()]
        seen, why = (PrivateText(f"Because of {word}.") for word in words[-2:])
        which = signals.notice(vault.private, who, kind, seen).value
        signals.set_aside(vault.private, which, why)
    return words


def look_back(vault: OpenVault, talk: ConversationId) -> list[str]:
    """Write a debrief with a canary in each of its fields."""
    parts = ("saw", "made_of_it", "surfaced", "promised", "avoided", "to_try")
    words = {part: canary() for part in parts}
    private = {part: PrivateText(word) for part, word in words.items()}
    debriefs.write(vault.private, Debrief(talk, **private, talking=Talking.HALF))
    return list(words.values())


def what_does_not_fit_and_what_meets(vault: OpenVault, who: PersonId) -> list[str]:
    """Write something at every step of the honest limits, and lay a word into the picture."""
    words = [canary() for _ in LimitsStep]
    flow = limits.begin(vault.private, who, PrivateText(f"To run {words[0]}")).value
    for step, word in zip(LimitsStep, words, strict=True):
        limits.write(vault.private, flow, step, PrivateText(f"Not {word} this year."))
    words.append(canary())
    need = PrivateText(f"A keeper of {words[-1]}")
    sweet_spot.lay(vault.private, who, need, Circle.NEEDS)
    return words


def write_a_contract(vault: OpenVault, talk: ConversationId) -> None:
    draft = contracts.draft(vault.shared, talk).value
    new = contracts.add_commitment(vault.shared, draft, Owner.PERSON).value
    line = next(c for c in contracts.draft(vault.shared, talk).value.commitments if c.id == new)
    finished = replace(line, what="Finish the runbook", due=date(2026, 11, 30))
    contracts.word_commitment(vault.shared, draft, finished)


def test_no_reading_of_a_leaving_signal_is_in_what_leaves(
    vault: OpenVault, canaries: list[str]
) -> None:
    for talk in vault.shared.conversations.all():
        assert leaving.reading_in(vault.private, talk.id) is not None
        page = letters.page(vault.shared, talk.id)
        assert not finds(page, "several reasons")
        assert not finds(page, "at once")
    with vault.shared.outgoing() as leaving_shelf:
        assert not hasattr(leaving_shelf, "leaving")
