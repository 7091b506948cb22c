"""Themes across people: three voices at least, and nothing that ties a theme to one of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.ids import KeptId, PersonId, QuestionId, SheetLineId, ThemeId
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.themes import Raised, Theme, band
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.shares import NOBODY, Document, Outgoing, Way
from desktop.domain.shared.theme_sheet import SheetLine, quarter
from desktop.domain.sharing import private_sentences_in
from desktop.export.plain_text import plain_text
from desktop.export.theme_sheet import themes_paper
from desktop.services import conversations, papers, people, shares
from desktop.services.private import answers, bin, kept, themes
from tests.helpers.vaults import OpenVault

SHEET = Outgoing(Document.THEMES, NOBODY)
NAMES = ("Priya Nair", "Tomás Ortega", "Jun Watanabe", "Amara Bello")
WORDS = "Calendars leave no room to think"


def raise_it(vault: OpenVault, who: PersonId, words: str) -> KeptId:
    talk = conversations.begin(vault.shared, who).value
    conversations.close(vault.shared, talk)
    line = PrivateText(words)
    return kept.keep(vault.private, (talk, QuestionId("K5")), Keeping(KeptAs.THEME), line).value


def a_theme(vault: OpenVault, voices: int, team: int = 4) -> tuple[ThemeId, list[PersonId]]:
    """Return a theme that so many people of a team raised, and the whole team."""
    everybody = [people.add(vault.shared, name).value for name in NAMES[:team]]
    for number, who in enumerate(everybody[:voices]):
        line = raise_it(vault, who, f"My week number {number} is one long meeting")
        theme = themes.name(vault.private, line, PrivateText("Meetings")).value
    return theme, everybody


def on_the_page(vault: OpenVault) -> str:
    themes.make_sheet(vault.private)
    return papers.paper(vault.shared, SHEET).words()


def test_what_three_people_raised_goes_on_the_sheet_with_a_band_and_nothing_else(
    vault: OpenVault,
) -> None:
    theme, _ = a_theme(vault, voices=3)
    themes.put_on_sheet(vault.private, theme, WORDS)
    page = on_the_page(vault)
    assert f"{WORDS}\nthree people or more" in page
    assert str(vault.shared.today().day) not in page
    assert not [name for full in NAMES for name in full.split() if name in page]


def test_on_the_sheet_each_theme_is_a_line_of_a_list_apart_from_what_is_said_around_it(
    vault: OpenVault,
) -> None:
    theme, _ = a_theme(vault, voices=3)
    themes.put_on_sheet(vault.private, theme, WORDS)
    sheet = plain_text(papers.paper(vault.shared, SHEET))
    assert f"\n\n- {WORDS} (three people or more)\n\n" in sheet.replace("\xa0", " ")


def test_one_person_who_says_it_ten_times_is_one_person(vault: OpenVault) -> None:
    theme, everybody = a_theme(vault, voices=2)
    for number in range(8):
        line = raise_it(vault, everybody[0], f"Again number {number}, meetings all day")
        themes.join(vault.private, line, theme)
    with pytest.raises(Refusal, match="Fewer than three"):
        themes.put_on_sheet(vault.private, theme, WORDS)
    assert themes.on_sheet(vault.private) == ()


def test_a_theme_of_one_person_goes_only_by_a_second_word_and_without_a_count(
    vault: OpenVault,
) -> None:
    theme, _ = a_theme(vault, voices=1)
    with pytest.raises(Refusal):
        themes.put_on_sheet(vault.private, theme, WORDS)
    with pytest.raises(Refusal, match="anew"):
        themes.put_on_sheet(vault.private, theme, "Meetings", by_hand=True)
    themes.put_on_sheet(vault.private, theme, WORDS, by_hand=True)
    page = on_the_page(vault)
    assert WORDS in page
    assert "people or more" not in page


def test_what_everybody_raised_has_no_count_because_it_would_name_them_all(
    vault: OpenVault,
) -> None:
    theme, _ = a_theme(vault, voices=3, team=3)
    themes.put_on_sheet(vault.private, theme, WORDS)
    assert "people or more" not in on_the_page(vault)


@pytest.mark.parametrize("words", ["", "  ", "Ask Priya", "My week number 1 is one long meeting"])
def test_a_name_or_a_quote_does_not_go_on_the_sheet(vault: OpenVault, words: str) -> None:
    theme, _ = a_theme(vault, voices=3)
    for by_hand in (False, True):
        with pytest.raises(Refusal):
            themes.put_on_sheet(vault.private, theme, words, by_hand=by_hand)


@pytest.mark.parametrize("way", ["let go", "taken out", "deleted"])
def test_a_theme_that_drops_below_three_is_named_before_the_next_sheet(
    vault: OpenVault, way: str
) -> None:
    theme, everybody = a_theme(vault, voices=3)
    themes.put_on_sheet(vault.private, theme, WORDS)
    first = next(t for t in themes.themes(vault.private) if t.id == theme).raised[0].kept
    if way == "let go":
        kept.let_go(vault.private, first)
    elif way == "taken out":
        themes.part(vault.private, first)
    else:
        bin.delete_person(vault.private, everybody[0])
    assert themes.dropped(vault.private) == (WORDS,)
    with pytest.raises(Refusal, match="fewer than three"):
        themes.make_sheet(vault.private)
    themes.take_off(vault.private, theme)
    assert themes.dropped(vault.private) == ()


def test_somebody_who_comes_back_from_the_bin_raises_the_theme_again(vault: OpenVault) -> None:
    theme, everybody = a_theme(vault, voices=3)
    themes.put_on_sheet(vault.private, theme, WORDS)
    bin.bring_back(vault.private, bin.delete_person(vault.private, everybody[0]).value)
    assert themes.dropped(vault.private) == ()
    assert themes.make_sheet(vault.private).value == 1


def test_an_empty_sheet_does_not_leave(vault: OpenVault) -> None:
    with pytest.raises(Refusal):
        themes.make_sheet(vault.private)
    with pytest.raises(Refusal):
        papers.paper(vault.shared, SHEET)


def test_what_left_is_recorded_about_nobody_and_stays_when_somebody_goes(
    vault: OpenVault,
) -> None:
    theme, everybody = a_theme(vault, voices=3)
    themes.put_on_sheet(vault.private, theme, WORDS)
    shares.note_paper(vault.shared, SHEET, Way.PDF, b"%PDF")
    bin.delete_person(vault.private, everybody[0])
    (left,) = shares.of_person(vault.shared, NOBODY)
    assert left.document is Document.THEMES
    assert shares.of_person(vault.shared, everybody[1]) == ()


def test_the_mail_with_the_sheet_names_nobody(vault: OpenVault) -> None:
    theme, _ = a_theme(vault, voices=3)
    themes.put_on_sheet(vault.private, theme, WORDS)
    mail = papers.mail(vault.shared, SHEET, b"%PDF").content.decode()
    assert not [name for full in NAMES for name in full.split() if name in mail]


def test_the_look_back_at_the_sheet_knows_the_words_of_everybody(vault: OpenVault) -> None:
    a_theme(vault, voices=3)
    notes = answers.all_about_everybody(vault.private)
    page = "We all feel it. My week number 2 is one long meeting."
    assert private_sentences_in(page, notes)


VOICES = st.lists(
    st.tuples(
        st.sampled_from([PersonId(f"person {n}") for n in range(12)]),
        st.dates(date(2016, 1, 1), date(2026, 11, 22)),
        st.sampled_from(["It takes too long", "Nobody decides", "Meetings all day"]),
    ),
    max_size=16,
)


def theme_of(voices: list[tuple[PersonId, date, str]], *, by_hand: bool) -> Theme:
    raised = tuple(
        Raised(KeptId(str(n)), who, on, PrivateText(words))
        for n, (who, on, words) in enumerate(voices)
    )
    name = PrivateText("Between us")
    return Theme(ThemeId("t"), name, raised, None, SheetLineId("l"), by_hand)


def page_of(counts: list[int]) -> str:
    lines = [
        SheetLine(SheetLineId(str(n)), "Words", c or 3, (2026, 4), counted=bool(c))
        for n, c in enumerate(counts)
    ]
    return themes_paper("Sam Okafor", lines, quarter(date(2026, 11, 22))).words()


@given(voices=VOICES, by_hand=st.booleans(), team=st.integers(1, 14))
def test_a_printed_count_is_never_more_than_the_people_and_never_below_three(
    voices: list[tuple[PersonId, date, str]], by_hand: bool, team: int
) -> None:
    theme = theme_of(voices, by_hand=by_hand)
    count = band(theme, team)
    different = len({who for who, _, _ in voices})
    assert count in (0, 3, 5, 10)
    assert count <= different
    assert not (count and (by_hand or different < 3 or different >= team))
    assert theme.may_stand_on_the_sheet == (by_hand or different >= 3)


@given(first=VOICES, second=VOICES, same=st.booleans())
def test_no_combination_of_who_when_and_which_themes_can_be_read_off_the_sheet(
    first: list[tuple[PersonId, date, str]],
    second: list[tuple[PersonId, date, str]],
    same: bool,
) -> None:
    """Other people, other days, two themes of the same people or not: one page for equal bands."""
    beside = first if same else second
    themes_here = [theme_of(first, by_hand=False), theme_of(beside, by_hand=False)]
    standing = [theme for theme in themes_here if theme.may_stand_on_the_sheet]
    counts = [band(theme, 13) for theme in standing]
    others = [
        theme_of(
            [(PersonId(f"other {n}"), date(2001, 1, 1), "Else") for n in range(count)],
            by_hand=False,
        )
        for count in counts
    ]
    assert page_of(counts) == page_of([band(theme, 13) for theme in others])
    assert all(count >= 3 for count in counts)
