from dataclasses import replace

import pytest
from hypothesis import given

from desktop.export.letter import letter_paper
from desktop.export.paper import CommitmentRow, Footer, Heading, Paper, Prose
from desktop.export.plain_text import plain_text, wrapped
from tests.export.letters import EMPTY, LETTER, letter_saying
from tests.export.odd_words import odd_words, visible

LETTER_AS_TEXT = """\
Priya Nair and Sam Okafor
=========================

Career conversation, 26 November 2026 · contract version 4

What we talked about
--------------------

Priya would like to own the failover design end to end within six
months, and to trade part of the on-call rota for it.

Priya will
----------

- Finish the runbook (30 November 2026)
- Draft the failover design and walk the team through it
  (18 December 2026)

Sam will
--------

- Introduce Priya to Marta in Platform (27 November 2026)
- Make the case for promotion to Ruth (15 January 2027)

We will look at
---------------

In January: how the design review went, and the rota.

The question we are sitting with
--------------------------------

Is there a staff role here, or is it elsewhere?

Next conversation: 25 February 2027
"""


def test_the_letter_reads_as_a_letter() -> None:
    assert plain_text(letter_paper(LETTER)) == LETTER_AS_TEXT


def test_what_the_page_does_not_say_leaves_no_gap() -> None:
    contract = replace(EMPTY, nothing_agreed_because="we ran out of time.")
    text = plain_text(letter_paper(replace(letter_saying(), contract=contract)))
    assert text.endswith("Nothing agreed this time, because we ran out of time.\n")
    assert "\n\n\n" not in text


def test_line_breaks_stay_and_lists_hang() -> None:
    rows = (CommitmentRow("First line\nsecond line", "1 May 2027"), CommitmentRow("Undated", ""))
    paper = Paper("T", "S", "en", (Heading("H"), Prose("one\ntwo"), *rows), Footer("", "{page}"))
    assert plain_text(paper).endswith(
        "one\ntwo\n\n- First line\n  second line (1 May 2027)\n- Undated\n"
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        (
            "one https://example.org/a-long-address two",
            ["one", "https://example.org/a-long-address", "two"],
        ),
        ("今日は話した。", ["今日は話", "した。"]),
        ("今日話し「は」", ["今日話し", "「は」"]),
        (
            "e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301",
            ["e\u0301" * 4 + " " + "e\u0301" * 3],
        ),
        ("on 1\xa0May\xa027", ["on", "1 May 27"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8).split("\n") == lines


@given(odd_words)
def test_no_word_is_lost_and_none_is_added(words: str) -> None:
    text = wrapped(words)
    assert visible(text) == visible(words)
    assert not set(text) & set("\r\x0b\x0c\u2028\u2029\x85\x00")
    text.encode()


def test_only_what_cannot_be_broken_is_longer_than_a_line() -> None:
    text = wrapped("word " * 400 + "x" * 100 + " word" * 400)
    assert max(len(line) for line in text.split("\n") if not line.startswith("x")) <= 72
    assert "\n" + "x" * 100 + "\n" in text
