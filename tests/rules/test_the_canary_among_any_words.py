"""Whatever is noted and whatever is shared: no output carries a private word, in any form of it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.private.answers import Answer
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.services import contracts, conversations, letters, people, sending, summaries
from desktop.services.private import answers, kept
from tests.export.odd_words import odd_names, odd_words
from tests.helpers import copies
from tests.helpers.canary import FLOCK, canary, finds
from tests.helpers.clock import Clock
from tests.helpers.vaults import OpenVault, make_vault, open_vault

writable = odd_words.filter(lambda words: "\x00" not in words and _is_text(words))
"""What a field can hold: the window lets neither halves of a character nor an end of text in."""


PERSONS = {
    "name": odd_names.filter(lambda words: "\x00" not in words and _is_text(words)),
    "noted": st.tuples(writable, writable),
    "shared": st.tuples(writable, writable),
}
"""Somebody of any name, with any words around what is noted, and any that are shared."""


@given(**PERSONS)
@settings(max_examples=25)
def test_no_output_carries_what_was_noted(
    name: str, noted: tuple[str, str], shared: tuple[str, str]
) -> None:
    no_output_carries_what_was_noted(name, noted, shared)


def no_output_carries_what_was_noted(
    name: str, noted: tuple[str, str], shared: tuple[str, str]
) -> int:
    """Talk with somebody, note a canary in three places; return how many outputs carry none."""
    with a_vault() as vault:
        talk = a_talk(vault, name, shared)
        question = conversations.path(vault.shared, talk).steps[0].question
        around = [PrivateText(f"{noted[0]}{canary()}{noted[1]}") for _ in range(3)]
        answers.write(vault.private, Answer(talk, question, around[0], 0, around[1]))
        kept.keep(vault.private, (talk, question), Keeping(KeptAs.THEME), around[2])

        outputs = everything_that_leaves(vault, talk)
        assert not [number for number, output in enumerate(outputs) if finds(output, FLOCK)]
        return len(outputs)


def test_the_search_finds_what_is_shared_in_each_of_them() -> None:
    word = canary()
    with a_vault() as vault:
        talk = a_talk(vault, "Priya Nair", (f"We spoke of {word}.", f"Look into {word}"))
        outputs = everything_that_leaves(vault, talk)

    assert len(outputs) == 5
    assert all(finds(output, word) for output in outputs)


@contextmanager
def a_vault() -> Iterator[OpenVault]:
    """Give a vault of its own, since one test looks at many."""
    with tempfile.TemporaryDirectory() as home:
        clock = Clock()
        make_vault(Path(home) / "vault", clock)
        vault = open_vault(Path(home) / "vault", clock)
        try:
            yield vault
        finally:
            vault.close()


def a_talk(vault: OpenVault, name: str, shared: tuple[str, str]) -> ConversationId:
    """Write a summary and one commitment of each side, ready to be shared."""
    paragraph, what = shared
    who = people.add(vault.shared, name).value
    talk = conversations.begin(vault.shared, who).value
    summaries.write(vault.shared, talk, paragraph)
    contracts.draft(vault.shared, talk)
    for owner in Owner:
        promise(vault, talk, owner, f"Do {what}")
    return talk


def promise(vault: OpenVault, talk: ConversationId, owner: Owner, what: str) -> None:
    """Add a commitment that is due in a month."""
    draft = contracts.draft(vault.shared, talk).value
    new = contracts.add_commitment(vault.shared, draft, owner).value
    line = next(c for c in contracts.draft(vault.shared, talk).value.commitments if c.id == new)
    due: date = vault.clock().date() + timedelta(days=30)
    contracts.word_commitment(vault.shared, draft, replace(line, what=what, due=due))


def everything_that_leaves(vault: OpenVault, talk: ConversationId) -> list[bytes]:
    """Return PDF, OpenDocument, text, e-mail and calendar; nothing if the page is refused."""
    try:
        page = letters.page(vault.shared, talk)
    except Refusal:
        return []
    return [
        page,
        copies.open_document(vault, talk),
        copies.plain_text(vault, talk),
        sending.mail_draft(vault.shared, talk, page).content,
        sending.calendar(vault.shared, talk, details=True),
    ]


def _is_text(words: str) -> bool:
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True
