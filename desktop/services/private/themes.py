"""Gathering themes across people, and what of them goes to colleagues (product H4, playbook 7)."""

import re
from dataclasses import replace

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import KeptId, SheetLineId, ThemeId
from desktop.domain.people import first_name
from desktop.domain.private.themes import Raised, Theme, band, voices
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.theme_sheet import ENOUGH_PEOPLE, WAYS_ON, SheetLine, quarter
from desktop.domain.sharing import private_sentences_in
from desktop.storage.shelves import PrivateShelf

_MONTHS = "|".join(
    (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
        *("Januar", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember"),
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
        *("septiembre", "octubre", "noviembre", "diciembre"),
    )
)
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}\.?\s*(?:{_MONTHS})|(?:{_MONTHS})\s+\d|[12]\d{{3}}\b|\d{{1,2}}[./-]\d{{1,2}}[./-])"
    rf"|(?i:in|since|im|seit|en|depuis|desde)\s+(?:{_MONTHS})\b"
)
"""A day, a month of a year, a year: combined with a calendar it may leave one person."""

TOO_FEW = "people"
"""The field of the refusal that the manager may answer by confirming other words by hand."""


def themes(shelf: PrivateShelf) -> tuple[Theme, ...]:
    """Return every theme; what most people raised first, then the oldest."""
    return tuple(sorted(shelf.themes.all(), key=lambda theme: -theme.people))


def cases(shelf: PrivateShelf) -> int:
    """Return how many themes are a case for action: several raised them, and nobody acted yet."""
    return shelf.themes.not_acted_on(ENOUGH_PEOPLE)


def without_theme(shelf: PrivateShelf) -> tuple[Raised, ...]:
    """Return the lines kept as a theme that belong to none yet, the oldest first."""
    return shelf.themes.raised(None)


def on_sheet(shelf: PrivateShelf) -> tuple[SheetLine, ...]:
    """Return what stands on the sheet for colleagues."""
    return shelf.theme_sheet.lines()


def wordings(shelf: PrivateShelf) -> dict[SheetLineId, str]:
    """Return the words of all that was put on the sheet, also of what may not leave any more."""
    return shelf.theme_sheet.wordings()


def dropped(shelf: PrivateShelf) -> tuple[str, ...]:
    """Return the words on the sheet that may not leave any more: too few people are left."""
    gone = {t.line for t in shelf.themes.all() if not t.may_stand_on_the_sheet}
    words = shelf.theme_sheet.wordings()
    return tuple(words[line] for line in words if line in gone)


def name(shelf: PrivateShelf, kept: KeptId, words: PrivateText) -> Done[ThemeId]:
    """Begin a theme with a line, or add it to the one of that name; Refusal without a name."""
    if not words:
        raise Refusal(
            "name", "A theme needs a name: what the lines have in common, in a few words."
        )
    known = next((t for t in shelf.themes.all() if t.name.says_the_same_as(words)), None)
    theme = known or Theme(ThemeId(ids.fresh()), words)
    with shelf.transaction():
        if known is None:
            shelf.themes.put(theme)
        shelf.themes.join(kept, theme.id)
    return Done(theme.id, Touched.ANSWERS | Touched.THEMES)


def join(shelf: PrivateShelf, kept: KeptId, which: ThemeId) -> Done[ThemeId]:
    """Let a line belong to a theme."""
    with shelf.transaction():
        shelf.themes.join(kept, which)
    return Done(which, Touched.ANSWERS | Touched.THEMES)


def part(shelf: PrivateShelf, kept: KeptId) -> Done[None]:
    """Take a line out of its theme; it stays kept."""
    with shelf.transaction():
        shelf.themes.part(kept)
    return Done(None, Touched.ANSWERS | Touched.THEMES)


def remove(shelf: PrivateShelf, which: ThemeId) -> Done[None]:
    """Take a theme away, on the sheet too; its lines stay kept."""
    before = _get(shelf, which)
    with shelf.transaction():
        if before.line is not None:
            shelf.theme_sheet.remove(before.line)
        shelf.themes.remove(which)
    return Done(None, Touched.ANSWERS | Touched.THEMES)


def act(shelf: PrivateShelf, which: ThemeId, *, acted: bool) -> Done[None]:
    """Mark that something was done about it, today, or take the mark back (playbook 7)."""
    with shelf.transaction():
        shelf.themes.put(replace(_get(shelf, which), acted=shelf.today() if acted else None))
    return Done(None, Touched.ANSWERS | Touched.THEMES)


def put_on_sheet(
    shelf: PrivateShelf, which: ThemeId, wording: str, *, by_hand: bool = False
) -> Done[SheetLineId]:
    """Put a theme on the sheet for colleagues, in words that the manager wrote for it.

    Refusal (``TOO_FEW``) for fewer than three people; ``by_hand`` is the manager's own second
    word that nobody can be recognised in it, and then no count is printed. Refusal for a name of
    somebody and for a sentence of the lines in any case.
    """
    before, words = _get(shelf, which), " ".join(wording.split())
    _check_words(shelf, before, words)
    if before.people < ENOUGH_PEOPLE and not by_hand:
        raise Refusal(
            TOO_FEW,
            "Fewer than three people raised this, so a colleague could guess who. Write it so "
            "that it could come from anybody and confirm that by hand, or wait for more voices.",
        )
    after = replace(
        before,
        line=before.line or SheetLineId(ids.fresh()),
        by_hand=by_hand and before.people < ENOUGH_PEOPLE,
    )
    if after.by_hand and before.name.says_the_same_as(PrivateText(words)):
        raise Refusal("wording", "That is your own name for it. Write it anew for colleagues.")
    with shelf.transaction():
        line = _line(shelf, after, words)
        shelf.theme_sheet.put(line)
        shelf.themes.put(after)
    return Done(line.id, Touched.ANSWERS | Touched.THEMES)


def take_off(shelf: PrivateShelf, which: ThemeId) -> Done[None]:
    """Take a theme off the sheet for colleagues."""
    before = _get(shelf, which)
    with shelf.transaction():
        if before.line is not None:
            shelf.theme_sheet.remove(before.line)
        shelf.themes.put(replace(before, line=None, by_hand=False))
    return Done(None, Touched.ANSWERS | Touched.THEMES)


def make_sheet(shelf: PrivateShelf) -> Done[int]:
    """Bring the counts on the sheet up to date and return how many themes stand on it.

    Refusal for an empty one, and while a theme on it has fewer than three people left.
    """
    lines = shelf.theme_sheet.wordings()
    if not lines:
        raise Refusal("sheet", "Nothing is on the sheet yet. Choose a theme and put it on.")
    for gone in dropped(shelf):
        raise Refusal("sheet", f"“{gone}” has fewer than three people left. {WAYS_ON}")
    with shelf.transaction():
        for theme in shelf.themes.all():
            if theme.line is not None:
                shelf.theme_sheet.put(_line(shelf, theme, lines[theme.line]))
    return Done(len(lines), Touched.NOTHING)


def _check_words(shelf: PrivateShelf, theme: Theme, words: str) -> None:
    if not words:
        raise Refusal("wording", "Write first what colleagues should read.")
    if private_sentences_in(words, [each.words for each in theme.raised]):
        raise Refusal("wording", "That is what somebody said. Write it in words of your own.")
    written = set(re.findall(r"\w+", words))
    for person in (*shelf.people.all(), *shelf.people.archived()):
        if person.name in words or first_name(person.name) in written:
            raise Refusal(
                "wording", f"“{first_name(person.name)}” is somebody’s name. Write it without."
            )
    _check_combinations(shelf, theme, words)


def _check_combinations(shelf: PrivateShelf, theme: Theme, words: str) -> None:
    """Refuse words that make the circle smaller than three: a team, a role, a day."""
    raised = {each.who for each in theme.raised}
    everybody = (*shelf.people.all(), *shelf.people.archived())
    for circle in {name for person in everybody for name in (person.team, person.role) if name}:
        if _stands_in(circle, words):
            within = [p for p in everybody if circle in (p.team, p.role) and p.id in raised]
            if len(within) < ENOUGH_PEOPLE:
                raise Refusal(
                    "wording",
                    f"Fewer than three people of “{circle}” raised this, so it would point at "
                    "them. Write it without.",
                )
    if _DAY.search(words):
        raise Refusal("wording", "A day can be found in somebody’s calendar. Write it without.")


def _stands_in(circle: str, words: str) -> bool:
    """Return whether a team or a role is named in a text, as words of its own."""
    return bool(re.search(rf"(?<!\w){re.escape(circle)}(?!\w)", words, re.IGNORECASE))


def _line(shelf: PrivateShelf, theme: Theme, words: str) -> SheetLine:
    if theme.line is None:
        raise RuntimeError("A theme that is not on the sheet has no line there.")
    counted = band(theme, len(shelf.people.all())) > 0
    people = 0 if theme.by_hand else voices(theme)
    when = quarter(shelf.today())
    return SheetLine(theme.line, words, people, when, counted, theme.by_hand)


def _get(shelf: PrivateShelf, which: ThemeId) -> Theme:
    return next(theme for theme in shelf.themes.all() if theme.id == which)
