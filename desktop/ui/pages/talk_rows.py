"""The conversations on the page of today, row by row: under way, missing, and booked."""

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import ConversationId
from desktop.domain.people import first_name
from desktop.services.packs import pack
from desktop.services.today import Appointment, Gap, Talk
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.appointment import what
from desktop.ui.pages.gap_words import gap_words
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
        day = plan.at.date()
        words, tone = dates.due(day, today)
        late = tone is Tone.LATE
        when = self.tr("{day}, {minutes} min").format(
            day=words if late else dates.spoken_day(day, today), minutes=plan.minutes
        )
        for_what = self.tr("quarterly, {stage}").format(stage=what(plan))
        nudge = self.tr("Reflection prompt to {name} not sent yet")
        return TalkLine(
            key=plan.id,
            person=person.id,
            name=person.name,
            what=for_what if plan.stage else self.tr("quarterly"),
            stands=when,
            day_in_full=f"{dates.full_day(day)}, {plan.at:%H:%M}",
            nudge=nudge.format(name=first_name(person.name)) if appointment.prompt_due else "",
            is_late=late,
        )
