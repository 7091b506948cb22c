"""The words printed on the page around people's own: headings, dates, the footer."""

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache

from desktop.files import resources

_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's file in ``resources/paper``; the fields are its keys."""

    title: str
    subtitle: str
    draft_title: str
    draft_subtitle: str
    draft_notice: str
    draft_foot: str
    summary: str
    will: str
    will_argue: str
    cannot_promise: str
    heading_for: str
    horizons: dict[str, str]
    reached: str
    set_aside: str
    since: str
    kept: str
    moved: str
    let_go: str
    in_their_words: str
    agreed: str
    nothing_agreed: str
    review: str
    open_question: str
    review_in_month: str
    month_alone: str
    next_conversation: str
    numbering: str
    first_of_month: str
    date: str
    month_of_year: str
    months: list[str]
    small_after_colon: list[str]

    def day(self, day: datetime.date) -> str:
        """Return a date as it is written in a letter: 26 November 2026."""
        month = self.months[day.month - 1]
        return self.date.format(day=self.number(day), month=month, year=day.year)

    def number(self, day: datetime.date) -> str:
        """Return the day of the month as it is written in a date: 26, and in French 1er."""
        return self.first_of_month if day.day == 1 else str(day.day)

    def horizon(self, horizon: str) -> str:
        """Return how far ahead a goal looks; nothing where that was left open."""
        return self.horizons.get(horizon, horizon)

    def after_colon(self, sentence: str) -> str:
        """Return a sentence as it goes on after a colon; a name keeps its capital."""
        first = sentence.split(maxsplit=1)[0]
        return sentence[0].lower() + sentence[1:] if first in self.small_after_colon else sentence

    def month(self, month: datetime.date, seen_from: datetime.date) -> str:
        """Return a month's name, with its year when the name alone would mean another one."""
        name = self.months[month.month - 1]
        distance = (month.year - seen_from.year) * 12 + month.month - seen_from.month
        if 0 <= distance < 12:
            return name
        return self.month_of_year.format(month=name, year=month.year)


@cache
def wording(language: str) -> Wording:
    """Return the words for a BCP 47 tag; English when the language has no file."""
    primary = language.split("-", maxsplit=1)[0].lower()
    shipped = {file.stem: file for file in (resources() / "paper").glob("*.toml")}
    file = shipped.get(primary, shipped[_FALLBACK])
    return Wording(**tomllib.loads(file.read_text(encoding="utf-8")))
