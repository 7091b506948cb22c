"""What the vault already knows, in the few words that fit beside the manager's own thinking."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.people import first_name
from desktop.domain.private.opportunities import Opportunity
from desktop.domain.private.preparation import Subject
from desktop.domain.questions import Stage
from desktop.domain.shortened import shortened
from desktop.services import clock, people
from desktop.services.private import known, opportunities
from desktop.services.private.known import Heard
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.private.opportunity_list import said_until

_CARES = ("D1", "D6", "N2", "D11", "N1", "D3", "D4", "N9", "D2", "N3")
_MOST_NAMED = 3
_ASKED = {
    Subject.COULD_FIT: ("K4", "N4", "D8", "D5"),
    Subject.PATHS: ("D7", "D4"),
    Subject.HOLDS_US_BACK: ("K5", "K6"),
}
_LONGEST = 84


class Knowledge:
    """Reads what is known of one person; each answer is (what is said, all of it on hover)."""

    def __init__(self, desk: PrivateDesk, who: PersonId) -> None:
        """Read through the private half."""
        self._desk = desk
        self._who = who

    def about(self, subject: Subject, left_empty: int) -> tuple[str, str]:
        """Return what stands beside one subject; nothing where nothing is known."""
        if subject is Subject.CARES_ABOUT:
            return self._cares()
        if subject is Subject.CAN_COMMIT:
            return self._kept(), ""
        if subject is Subject.AVOIDED:
            return _left_empty(left_empty), ""
        if subject is Subject.COULD_FIT and (openings := self._openings()):
            return openings
        return self._newest(_ASKED[subject])

    def _cares(self) -> tuple[str, str]:
        found = self._heard(_CARES)[:_MOST_NAMED]
        if not found:
            return "", ""
        talks = self._desk.ask(known.talks_about, self._who, Stage.NOW, Stage.DIRECTION)
        lead = _tr("Noted in {count} conversations:").format(count=talks)
        if talks == 1:
            lead = _tr("Noted in one conversation:")
        named = [_tr("{what}, {month}").format(what=h.short, month=self._month(h)) for h in found]
        whole = "\n".join(f"{heard.short}: {_words(heard)}" for heard in found)
        return "\n".join((lead, *named)), whole

    def _newest(self, questions: Sequence[str]) -> tuple[str, str]:
        found = self._heard(questions)
        if not found:
            return "", ""
        words = _words(found[0])
        told = _tr("Noted in {month}: {words}")
        return told.format(month=self._month(found[0]), words=_shortened(words)), words

    def _openings(self) -> tuple[str, str] | None:
        """Return what the register says would serve them, instead of what was once noted."""
        found = self._desk.ask(opportunities.still_open, self._who)
        today = self._desk.ask(clock.today)
        told = [", ".join(filter(None, (_line(o), said_until(o, today)))) for o in found]
        if not told:
            return None
        lead = _tr("In your register:")
        return "\n".join((lead, *map(_shortened, told[:_MOST_NAMED]))), "\n".join(told)

    def _kept(self) -> str:
        kept, due = self._desk.ask(known.promises_kept, self._who)
        name = first_name(self._desk.ask(people.person, self._who).name)
        told = _tr("Kept so far: {kept} of {due} of your promises to {name}")
        return told.format(kept=kept, due=due, name=name) if due else ""

    def _heard(self, questions: Sequence[str]) -> list[Heard]:
        found = self._desk.ask(known.heard, self._who, [QuestionId(q) for q in questions])
        return sorted(found, key=_on, reverse=True)

    def _month(self, heard: Heard) -> str:
        return month_said(heard.noted.on, self._desk.ask(clock.today))


def month_said(day: date, today: date) -> str:
    """Return "May", with its year when it is another one."""
    return dates.month(day) if day.year == today.year else dates.month_year(day)


def _on(heard: Heard) -> date:
    return heard.noted.on


def _left_empty(times: int) -> str:
    if times == 0:
        return ""
    if times == 1:
        return _tr("You left this empty last time")
    if times == 2:
        return _tr("You left this empty twice before")
    return _tr("You left this empty {count} times in a row").format(count=times)


def _line(opportunity: Opportunity) -> str:
    return " ".join(opportunity.what.reveal().split())


def _words(heard: Heard) -> str:
    return " ".join(heard.noted.whole.reveal().split())


def _shortened(words: str) -> str:
    return shortened(words, _LONGEST)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Knowledge", text)
