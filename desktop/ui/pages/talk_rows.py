"""The conversations on the page of today, row by row: under way, missing, and booked."""

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import ConversationId
from desktop.domain.people import first_name
from desktop.services.packs import pack
from desktop.services.today import Appointment, Gap, Talk
from desktop.ui.look import dates
from desktop.ui.pages.appointment import what
from desktop.ui.pages.gap_words import gap_words, rhythm
from desktop.ui.pages.talk_row import TalkLine, TalkRows


class UnderWayRows(TalkRows):
    """Conversations that were begun; choosing one leads back into it."""

    may_be_long = True

    def step(self) -> str:
        """Return the way back."""
        return self.tr("Continue")

    def show_under_way(
        self, talks: Sequence[Talk], questions: Mapping[ConversationId, str], today: date
    ) -> None:
        """Show the open talks; ``questions`` names the question at which each one stands."""
        self.tell([self._line(talk, questions, today) for talk in self.at_first(talks)])

    def _line(self, talk: Talk, questions: Mapping[ConversationId, str], today: date) -> TalkLine:
        begun = talk.conversation.begun.date()
        question = questions.get(talk.conversation.id)
        return TalkLine(
            key=talk.conversation.id,
            person=talk.person.id,
            name=talk.person.name,
            what=self.tr("{kind}, begun {day}").format(
                kind=pack(talk.conversation.kind).name, day=dates.spoken_day(begun, today)
            ),
            stands=self.tr("at “{question}”").format(question=question) if question else "",
            day_in_full=dates.full_day(begun),
        )


class GapRows(TalkRows):
    """People with whom nothing is booked; choosing one leads to booking."""

    def step(self) -> str:
        """Return the way out of the gap."""
        return self.tr("Book")

    def show_gaps(self, gaps: Sequence[Gap], today: date) -> None:
        """Show everybody whose conversation is missing."""
        self.tell([self._line(gap, today) for gap in self.at_first(gaps)])

    def _line(self, gap: Gap, today: date) -> TalkLine:
        is_short = gap.kind is not Kind.FULL
        return TalkLine(
            key=f"{gap.person.id} {gap.kind.value}",
            person=gap.person.id,
            name=gap.person.name,
            what=gap_words(gap, today),
            stands=dates.was_due(gap.due, today) if gap.due else "",
            day_in_full=dates.full_day(gap.due) if gap.due else "",
            other_step=self.tr("Begin now") if is_short else "",
        )


class WentByRows(TalkRows):
    """Conversations that were booked and not begun; choosing one leads to another day."""

    def step(self) -> str:
        """Return the way to another day."""
        return self.tr("Move")

    def show_gone_by(self, planned: Sequence[Appointment], today: date) -> None:
        """Show every booking whose day is over, the earliest first."""
        self.tell([self._line(one, today) for one in self.at_first(planned)])

    def _line(self, appointment: Appointment, today: date) -> TalkLine:
        plan, person = appointment.planned, appointment.person
        day = plan.at.date()
        return TalkLine(
            key=f"{person.id} {plan.kind.value}",
            person=person.id,
            name=person.name,
            what=self.tr("{kind}, its day went by").format(kind=_kind(appointment)),
            stands=dates.due(day, today)[0],
            day_in_full=f"{dates.full_day(day)}, {plan.at:%H:%M}",
            is_late=True,
            other_step=self.tr("Begin now"),
        )


class PlannedRows(TalkRows):
    """What is booked; choosing one leads to its preparation."""

    def step(self) -> str:
        """Return the way into the preparation."""
        return self.tr("Prepare")

    def show_planned(self, planned: Sequence[Appointment], today: date) -> None:
        """Show every booking that is still to be held, the earliest first."""
        self.tell([self._line(one, today) for one in self.at_first(planned)])

    def _line(self, appointment: Appointment, today: date) -> TalkLine:
        plan, person = appointment.planned, appointment.person
        day, kind = plan.at.date(), _kind(appointment)
        when = self.tr("{day}, {minutes} min").format(
            day=dates.spoken_day(day, today), minutes=plan.minutes
        )
        for_what = self.tr("{kind}, {stage}").format(kind=kind, stage=what(plan))
        nudge = self.tr("Reflection prompt to {name} not sent yet")
        return TalkLine(
            key=plan.id,
            person=person.id,
            name=person.name,
            what=for_what if plan.stage else kind,
            stands=when,
            day_in_full=f"{dates.full_day(day)}, {plan.at:%H:%M}",
            nudge=nudge.format(name=first_name(person.name)) if appointment.prompt_due else "",
        )


def _kind(appointment: Appointment) -> str:
    kind = appointment.planned.kind
    return rhythm(appointment.months) if kind is Kind.FULL else pack(kind).name
