"""The sample people: three years of believable history, told relative to today.

Everything goes through the same verbs that a manager's own work goes through, with a clock that
is set to each day in turn; nothing of it is real.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from desktop import files
from desktop.domain.ids import (
    CommitmentId,
    ConversationId,
    GoalId,
    KeptId,
    PersonId,
    PlannedId,
    QuestionId,
)
from desktop.domain.motivations import Motivation
from desktop.domain.people import Relation
from desktop.domain.private.answers import Answer
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.motivations import Weighed
from desktop.domain.private.preparation import CheckItem, Subject
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.goals import CareerPath, GoalWording, Place, Status
from desktop.domain.shared.shares import Way
from desktop.domain.signals import SignalKind
from desktop.services import (
    contracts,
    conversations,
    goals,
    letters,
    lives,
    people,
    plans,
    sample_weeks,
    shares,
    summaries,
)
from desktop.services.clock import here_and_now
from desktop.services.plans import Booking
from desktop.services.private import (
    answers,
    debriefs,
    future,
    kept,
    motivations,
    preparation,
    signals,
    themes,
)
from desktop.services.question_bank import bank
from desktop.storage.shelves import PrivateShelf, SharedShelf

PASSPHRASE = "just looking around"
"""Opens the sample vault after a lock; it guards nothing real."""

_TALKS_AT = time(14, 0)

_Entry = dict[str, Any]


class SampleClock:
    """Tells the real time, except while history is being written."""

    def __init__(self) -> None:
        self.at: datetime | None = None

    def __call__(self) -> datetime:
        """Return the moment that is being told, or now."""
        return self.at or here_and_now()


def manager_name() -> str:
    """Return the name of the sample manager."""
    return str(_read("manager")["name"])


def fill(shared: SharedShelf, private: PrivateShelf, clock: SampleClock) -> None:
    """Tell the whole history into an empty vault."""
    today = clock().date()
    for name in _read("manager")["people"]:
        _History(shared, private, clock, today).tell(_read(name))
    clock.at = None


def finished_conversation(shared: SharedShelf) -> ConversationId:
    """Return the latest conversation that was shared: the one to show as a document."""
    told = shared.shares.conversations([t.id for t in shared.conversations.all()])
    return next(talk.id for talk in shared.conversations.all() if talk.id in told)


@dataclass
class _History:
    """One person's history while it is being told."""

    shared: SharedShelf
    private: PrivateShelf
    clock: SampleClock
    today: date
    turns: list[tuple[datetime, Callable[[], object]]] = field(default_factory=list)
    goals: dict[str, GoalId] = field(default_factory=dict)

    def tell(self, entry: _Entry) -> None:
        who = self._introduce(entry)
        for noticed in entry.get("noticed", ()):
            kind, words = SignalKind(noticed["kind"]), PrivateText(noticed["words"])
            verb = partial(signals.notice, self.private, who, kind, words)
            self.turns.append((self._moment(noticed["days_ago"]), verb))
        for told in entry.get("between", ()):
            kept = partial(sample_weeks.keep, self.private, who, told, self.goals)
            self.turns.append((self._moment(told["days_ago"]), kept))
        for told in entry.get("jotted", ()):
            noted = partial(sample_weeks.jot, self.private, who, told)
            self.turns.append((self._moment(told["days_ago"]), noted))
        for told in entry.get("experiment", ()):
            begun = partial(sample_weeks.try_out, self.private, who, told, self.goals)
            self.turns.append((self._moment(told["days_ago"]), begun))
            if "verdict" in told:
                ended = partial(sample_weeks.end_try, self.private, who, told)
                self.turns.append((self._moment(told["ended_days_ago"]), ended))
        for talk in entry["conversation"]:
            began = self._moment(talk["days_ago"])
            self._let_time_pass_until(began)
            plan = self._prepare(who, began, talk)
            self.clock.at = began
            with self.shared.transaction():
                which = self._begin(who, plan)
                self._talk(which, began, talk)
            self._share(which, began, talk)
        self._let_time_pass_until(self._moment(0))
        self.clock.at = None
        for entry_ahead in entry.get("planned", ()):
            self._plan(who, entry_ahead)

    def _begin(self, who: PersonId, plan: PlannedId | None) -> ConversationId:
        if plan is None:
            return conversations.begin(self.shared, who).value
        return plans.begin(self.shared, plan).value

    def _prepare(self, who: PersonId, began: datetime, talk: _Entry) -> PlannedId | None:
        """Book a talk a week before it is held, where it says what was thought before it."""
        if "thought" not in talk:
            return None
        self.clock.at = began - timedelta(days=7)
        booking = Booking(began.date(), f"{began:%H:%M}", "60")
        which = plans.book(self.shared, who, booking).value
        self._think(which, talk)
        return which

    def _plan(self, who: PersonId, ahead: _Entry) -> None:
        days = (ahead["weekday"] - self.today.isoweekday() - 1) % 7 + 1
        day = self.today + timedelta(days=days)
        booking = Booking(day, ahead["at"], str(ahead["minutes"]))
        self._think(plans.book(self.shared, who, booking).value, ahead)

    def _think(self, which: PlannedId, entry: _Entry) -> None:
        for thought in entry.get("thought", ()):
            words = PrivateText(thought["words"])
            preparation.write(self.private, which, Subject(thought["subject"]), words)
        for item in entry.get("ready", ()):
            preparation.tick(self.private, which, CheckItem(item), ticked=True)

    def _introduce(self, entry: _Entry) -> PersonId:
        who = people.add(self.shared, entry["name"]).value
        described = replace(
            people.person(self.shared, who),
            role=entry["role"],
            team=entry["team"],
            pronouns=entry["pronouns"],
            email=entry["email"],
            relation=Relation(entry["relation"]),
            since=self.today - timedelta(days=entry["with_you_for_days"]),
        )
        return people.describe(self.shared, described).value

    def _talk(self, which: ConversationId, began: datetime, talk: _Entry) -> None:
        for question in talk.get("not_now", ()):
            conversations.put_off(self.shared, which, QuestionId(question))
        for note in talk.get("note", ()):
            self._note(which, note)
        for motivation, weight in talk.get("motivations", {}).items():
            heard = Weighed(which, Motivation(motivation), weight)
            motivations.weigh(self.private, heard)
        if "future_here" in talk:
            future.note(self.private, which, talk["future_here"])
        if "debrief" in talk:
            debriefs.write(self.private, _debrief(which, talk["debrief"]))
        for goal in talk.get("goal", ()):
            self._goal(which, goal)
        for paragraph in talk.get("paragraph", ()):
            grown_from = QuestionId(paragraph["question"]) if "question" in paragraph else None
            summaries.write(self.shared, which, paragraph["text"], question=grown_from)
        if "open_at" in talk:
            conversations.stand_at(self.shared, which, QuestionId(talk["open_at"]))
            return
        self.clock.at = began + timedelta(minutes=70)
        conversations.close(self.shared, which)
        self._contract(which, began.date(), talk)

    def _share(self, which: ConversationId, began: datetime, talk: _Entry) -> None:
        if "shared_after_hours" in talk:
            self.clock.at = began + timedelta(hours=talk["shared_after_hours"])
            shares.note(self.shared, which, Way.PDF, letters.page(self.shared, which))

    def _note(self, which: ConversationId, note: _Entry) -> None:
        words = note["words"].strip()
        question = QuestionId(note["question"])
        answers.write(self.private, Answer(which, question, PrivateText(words), len(words)))
        for told in note.get("keep", ()):
            self._keep(which, question, words, told)
        if "theme" in note:
            raised = self._keep(which, question, words, KeptAs.THEME)
            themes.name(self.private, raised, PrivateText(note["theme"]))
        for place, why in enumerate(note.get("why", ())):
            goal = next(
                k
                for k in kept.kept_at(self.private, which, question)
                if k.keeping.kind is KeptAs.GOAL
            )
            kept.climb(self.private, goal, PrivateText(why), place)

    def _goal(self, which: ConversationId, told: _Entry) -> None:
        """Write a goal as agreed, or change the one of the same name, with its reason."""
        who = conversations.conversation(self.shared, which).person
        wording = GoalWording(
            words=told["words"],
            horizon=told.get("horizon", ""),
            place=Place(told.get("place", "open")),
            status=Status(told.get("status", "alive")),
            path=CareerPath(told.get("path", "")),
            motivations=tuple(Motivation(one) for one in told.get("beneath", ())),
            reason=told.get("reason", ""),
        )
        before = self.goals.get(told["name"])
        if before is None:
            self.goals[told["name"]] = goals.write(self.shared, who, wording).value
            return
        known = {goal.id: goal for goal in goals.of_person(self.shared, who)}
        goals.change(self.shared, known[before], wording)

    def _keep(self, which: ConversationId, question: QuestionId, words: str, told: str) -> KeptId:
        """Keep what ``told`` says: "goal" the first line, "goal: words" those words of the note."""
        kind, _, selected = told.partition(": ")
        line = selected or words.split("\n", maxsplit=1)[0]
        horizon = bank(self.shared)[question].horizon if kind == KeptAs.GOAL else ""
        keeping, place = Keeping(KeptAs(kind), horizon), words.index(line)
        return kept.keep(self.private, (which, question), keeping, PrivateText(line), place).value

    def _contract(self, which: ConversationId, on: date, talk: _Entry) -> None:
        draft = contracts.draft(self.shared, which).value
        review_in = talk.get("review_in_days")
        next_in = talk.get("next_in_days")
        draft = contracts.word(
            self.shared,
            replace(
                draft,
                review=talk.get("review", ""),
                review_month=on + timedelta(days=review_in) if review_in else None,
                open_question=talk.get("open_question", draft.open_question),
                next_conversation=on + timedelta(days=next_in) if next_in else None,
                nothing_agreed_because=talk.get("nothing_agreed_because", ""),
            ),
        ).value
        for line in talk.get("commitment", ()):
            new = contracts.add_commitment(self.shared, draft, Owner(line["owner"])).value
            draft = contracts.draft(self.shared, which).value
            added = next(c for c in draft.commitments if c.id == new)
            due = on + timedelta(days=line["due_in_days"])
            contracts.word_commitment(
                self.shared, draft, replace(added, what=line["what"], due=due)
            )
            self._foretell(datetime.combine(on, _TALKS_AT, self.clock().tzinfo), new, line)

    def _foretell(self, from_then: datetime, which: CommitmentId, line: _Entry) -> None:
        """Remember what becomes of a commitment, and on which day."""
        verbs = {
            "done_after_days": partial(lives.keep, self.shared, which),
            "let_go_after_days": partial(
                lives.let_go, self.shared, which, line.get("let_go_because", "")
            ),
            "moved_after_days": partial(
                lives.move,
                self.shared,
                which,
                from_then.date() + timedelta(days=line.get("moved_to_days", 0)),
                line.get("moved_because", ""),
            ),
        }
        for when, verb in verbs.items():
            if when in line:
                self.turns.append((from_then + timedelta(days=line[when]), verb))

    def _let_time_pass_until(self, moment: datetime) -> None:
        with self.shared.transaction():
            for at, verb in sorted(self.turns, key=lambda turn: turn[0]):
                if at <= moment:
                    self.clock.at = at
                    verb()
        self.turns = [turn for turn in self.turns if turn[0] > moment]

    def _moment(self, days_ago: int) -> datetime:
        now = here_and_now()
        day = self.today - timedelta(days=days_ago)
        if not days_ago:
            return now - timedelta(minutes=32)
        return datetime.combine(day, _TALKS_AT, now.tzinfo)


def _debrief(which: ConversationId, entry: _Entry) -> Debrief:
    words = {part: PrivateText(text) for part, text in entry.items() if part != "talking"}
    return Debrief(which, **words, talking=Talking(entry["talking"]))


def _read(name: str) -> _Entry:
    with (files.resources() / "sample" / f"{name}.toml").open("rb") as text:
        return tomllib.load(text)
