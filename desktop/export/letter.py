"""The letter as a page: which sections it has, in which order, under which words."""

from dataclasses import replace
from datetime import date

from desktop.domain.errors import Refusal
from desktop.domain.people import first_name
from desktop.domain.shared.commitments import Commitment, Owner, Strength
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.goals import GoalWording, Status
from desktop.domain.shared.letter import Letter
from desktop.domain.shared.passages import Passage
from desktop.domain.shared.since import Became, Change
from desktop.export.bidi import Direction, first_strong, mostly
from desktop.export.paper import Block, CommitmentRow, Footer, Heading, Paper, Prose
from desktop.export.wording import Wording, wording


def letter_paper(letter: Letter) -> Paper:
    """Return the page of a letter; a section without content is left out.

    Raises Refusal when one of the two names is missing: the page is titled with both.
    """
    words = wording(letter.language)
    person, manager = _names(letter)
    mark = words.in_their_words.format(name=called(person, manager)[0])
    contract = _marked(letter, mark)

    def marked(text: str, passage: Passage) -> str:
        return f"{text.strip()}\n{mark}" if passage in letter.their_passages else text

    following = _next_conversation(contract, words)
    # Every sheet of a draft says at its foot what it is; the next day stands above it then.
    title, subtitle = words.title, words.subtitle
    if letter.to_look_over:
        title, subtitle = words.draft_title, words.draft_subtitle
    return Paper(
        title=title.format(person=person, manager=manager),
        subtitle=subtitle.format(date=words.day(letter.on), version=contract.version),
        language=letter.language,
        blocks=(
            *_notice(letter, called(person, manager)[0], words),
            *_section(words.summary, *_summary(letter, mark)),
            *_goals(letter.goals, person, manager, words),
            *_since(letter.since, person, manager, words),
            *_agreed(contract, person, manager, words),
            *_running(
                _review_way(letter),
                _section(words.review, marked(_review(contract, letter.on, words), Passage.REVIEW)),
            ),
            *_section(words.open_question, marked(contract.open_question, Passage.QUESTION)),
            *((Prose(following),) if letter.to_look_over and following else ()),
        ),
        footer=Footer(words.draft_foot if letter.to_look_over else following, words.numbering),
    )


def _notice(letter: Letter, name: str, words: Wording) -> tuple[Block, ...]:
    """Return what a draft says before anything else."""
    return (Prose(words.draft_notice.format(name=name)),) if letter.to_look_over else ()


def _names(letter: Letter) -> tuple[str, str]:
    person, manager = (" ".join(n.split()) for n in (letter.person_name, letter.manager_name))
    if not person:
        raise Refusal("name", "The page is titled with both names, and theirs is missing.")
    if not manager:
        raise Refusal(
            "manager_name",
            "The page is titled with both names, and yours is missing. Please say who you are.",
        )
    return person, manager


def _summary(letter: Letter, mark: str) -> tuple[str, ...]:
    """Return the paragraphs, those in the person's own words marked as theirs."""
    return tuple(
        f"{text.strip()}\n{mark}" if place in letter.their_paragraphs else text
        for place, text in enumerate(letter.paragraphs)
    )


def _marked(letter: Letter, mark: str) -> Contract:
    """Return the contract with the lines that stand in the person's own words marked as theirs."""
    marked = (
        replace(c, what=f"{c.what.strip()}\n{mark}") if c.id in letter.theirs else c
        for c in letter.contract.commitments
    )
    return replace(letter.contract, commitments=tuple(marked))


def _section(heading: str, *paragraphs: str) -> tuple[Block, ...]:
    written = [Prose(text.strip()) for text in paragraphs if text.strip()]
    return (Heading(heading), *written) if written else ()


def _running(way: Direction | None, section: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a section that runs as people's words in it do, whatever words of ours begin it."""
    return tuple(
        Prose(b.text, way) if isinstance(b, Prose) and way is not b.runs else b for b in section
    )


def _review_way(letter: Letter) -> Direction | None:
    """Return how the review runs: as what is written there, or as the page without a word."""
    contract = letter.contract
    whole = (*letter.paragraphs, *(c.what for c in contract.commitments), letter.person_name)
    return first_strong(contract.review) if contract.review.strip() else mostly(whole)


def _agreed(contract: Contract, person: str, manager: str, words: Wording) -> tuple[Block, ...]:
    if not contract.commitments:
        way = first_strong(contract.nothing_agreed_because)
        return _running(way, _section(words.agreed, _nothing_agreed(contract, words)))
    theirs, mine = called(person, manager)
    return (
        *_commitments(contract, Owner.PERSON, theirs, words),
        *_commitments(contract, Owner.MANAGER, mine, words),
    )


def called(person: str, manager: str) -> tuple[str, str]:
    """Return what the page calls the two: by first names, unless they share one."""
    theirs, mine = first_name(person), first_name(manager)
    return (person, manager) if theirs.casefold() == mine.casefold() else (theirs, mine)


def _goals(
    goals: tuple[GoalWording, ...], person: str, manager: str, words: Wording
) -> tuple[Block, ...]:
    """Return the goals that are new or other than before: how far ahead or how they ended, why."""
    heading = Heading(words.heading_for.format(name=called(person, manager)[0]))
    ended = {Status.REACHED: words.reached, Status.SET_ASIDE: words.set_aside}
    rows = [
        CommitmentRow(
            _because(goal.words, goal.reason),
            ended.get(goal.status, words.horizon(goal.horizon)),
        )
        for goal in goals
    ]
    return (heading, *rows) if rows else ()


def _since(
    changes: tuple[Change, ...], person: str, manager: str, words: Wording
) -> tuple[Block, ...]:
    """Return what became of the version before as close lines: how it ended, whose, what, why."""
    theirs, mine = called(person, manager)
    said = {Became.KEPT: words.kept, Became.MOVED: words.moved, Became.LET_GO: words.let_go}
    lines = [
        said[change.became].format(
            name=mine if change.commitment.owner is Owner.MANAGER else theirs,
            what=_because(change.commitment.what, change.reason),
        )
        for change in changes
    ]
    way = mostly(change.commitment.what for change in changes)
    return _running(way, _section(words.since, "\n".join(lines)))


def _because(what: str, reason: str) -> str:
    what, reason = what.strip(), reason.strip()
    return f"{what.rstrip('.')}. {reason}" if reason else what


def _nothing_agreed(contract: Contract, words: Wording) -> str:
    reason = contract.nothing_agreed_because.strip()
    return words.nothing_agreed.format(reason=reason) if reason else ""


def _commitments(contract: Contract, owner: Owner, name: str, words: Wording) -> tuple[Block, ...]:
    rows = [
        CommitmentRow(_what(c, name, words), words.day(c.due) if c.due else "")
        for c in contract.of(owner)
    ]
    return (Heading(words.will.format(name=name)), *rows) if rows else ()


def _what(commitment: Commitment, name: str, words: Wording) -> str:
    """Return what is committed to; below it, how far a manager's word reaches (product E5)."""
    what = commitment.what.strip()
    told = {Strength.ARGUE: words.will_argue, Strength.CANNOT: words.cannot_promise}
    if commitment.owner is not Owner.MANAGER or commitment.strength not in told:
        return what
    return f"{what}\n{told[commitment.strength].format(name=name)}"


def _review(contract: Contract, on: date, words: Wording) -> str:
    what = contract.review.strip()
    if contract.review_month is None:
        return what
    month = words.month(contract.review_month, seen_from=on)
    pattern = words.review_in_month if what else words.month_alone
    return pattern.format(month=month, what=words.after_colon(what) if what else "")


def _next_conversation(contract: Contract, words: Wording) -> str:
    following = contract.next_conversation
    return words.next_conversation.format(date=words.day(following)) if following else ""
