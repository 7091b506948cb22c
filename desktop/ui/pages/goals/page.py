"""The goals of one person: captured in private at the left, agreed by both at the right (E4)."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import GoalId, PersonId
from desktop.domain.people import first_name
from desktop.domain.shared.goals import Goal, GoalWording, Sign, Status
from desktop.domain.shared.unsaved import Form, UnsavedWords
from desktop.services import clock, conversations, goals, people, plans, sending
from desktop.ui.desk import Desk
from desktop.ui.half_typed import HalfTyped
from desktop.ui.pages.goals.card import GoalCard
from desktop.ui.pages.goals.form import GoalForm
from desktop.ui.pages.goals.revised import Revised
from desktop.ui.pages.goals.words import sign_name
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.pages.sight import Sight
from desktop.ui.pages.spread import Spread
from desktop.ui.widgets import clipboard
from desktop.ui.widgets.beside import GoalsBeside
from desktop.ui.widgets.buttons import MinorButton, PlainButton, changing
from desktop.ui.widgets.card import NoticeLink, NoticePanel, SharedPanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.sight import bring_into_sight
from desktop.ui.widgets.text import Muted, SerifBody, Small
from desktop.ui.widgets.unrolled import Unrolled

_SHARES = (388, 584)
_ROOM = 400


class GoalsPage(ScrollColumn):
    """To share a goal is to write it: nothing crosses from left to right but chosen words."""

    person_chosen = Signal(str)
    conversation_chosen = Signal(str)
    limits_asked = Signal(str)

    def __init__(self, desk: Desk, captured: GoalsBeside) -> None:
        """Work over the shared half; ``captured`` is the only thing here that knows the notes."""
        super().__init__()
        self._desk = desk
        self._captured = captured
        self._who: PersonId | None = None
        self._shown: tuple[Goal, ...] | None = None
        self._header = PageHeader("")
        self._back = PlainButton("")
        self._panel = SharedPanel("", padding=26)
        self._none = Muted()
        self._form = GoalForm()
        self._half_typed = HalfTyped(desk, Form.GOAL, self._form.told, self)
        self._cards = QVBoxLayout()
        self._add = MinorButton(self.tr("Add a goal"))
        changing(self._add)
        self._noticed = _Noticed()
        self._revised = Revised()
        self._build()
        self._connect()
        Sight(self)

    def show_person(self, who: PersonId) -> None:
        """Show somebody's goals, and the form as far as one was begun.

        While words about another one cannot be kept, they stay on the screen instead.
        """
        if who != self._who and not self._half_typed.flush():
            return
        begun = self._half_typed.open(who) if who != self._who else ""
        if who != self._who:
            self._form.close_form()
            self._noticed.hide()
            self._revised.hide()
            self.verticalScrollBar().setValue(0)
        self._who = who
        self._captured.show_person(who)
        self.refresh()
        if begun:
            self._form.take_up(begun, self._shown or ())
            self._tell_empty()

    def show_sign(self, sign: Sign) -> None:
        """Offer words that name a sign of change, after ``show_person`` (playbook M4)."""
        alive = [g for g in self._shown or () if g.now.wording.status is Status.ALIVE]
        self._name_sign(sign, alive[0] if len(alive) == 1 else None)

    def refresh(self) -> None:
        """Read again all but what is being written."""
        if self._who is None:
            return
        name = first_name(self._desk.ask(people.person, self._who).name)
        self._header.say(
            self.tr("{name}’s goals").format(name=name),
            self.tr("What is agreed here goes out with the next contract. Your notes never do."),
        )
        self._back.setText(self.tr("{name}’s page").format(name=name))
        self._panel.set_label(self.tr("Goals as agreed, shared with {name}").format(name=name))
        self._none.setText(
            self.tr("Nothing is agreed yet. Put one into words that {name} has heard.").format(
                name=name
            )
        )
        self._captured.refresh()
        found = self._desk.ask(goals.of_person, self._who)
        if found != self._shown:
            self._shown = found
            self._lay(found)

    def flush(self) -> bool:
        """Write the goal that is being worded, or keep it half typed if something is missing."""
        return self._is_settled() or self._half_typed.flush()

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return the goal that could not even be kept half typed; for the sealed draft."""
        return self._half_typed.unsaved()

    def _is_settled(self) -> bool:
        """Write the goal that is being worded; return False while something is missing in it."""
        return not self._form.is_changed() or self._write()

    def _build(self) -> None:
        self._header.add(self._back)
        self.body.addWidget(self._header)
        paper = Unrolled()
        column = paper.body
        column.setSpacing(6)
        for part in (self._none, self._noticed, self._revised, self._form):
            column.addWidget(part)
        column.addLayout(self._cards)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._panel.body.addWidget(paper, 1)
        spread = Spread(self._captured, self._panel, shares=_SHARES, room=_ROOM)
        self.body.addWidget(spread, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self._ask_for_person)
        self._add.clicked.connect(self._begin_empty)
        self._captured.goal_chosen.connect(self._begin)
        self._noticed.revise.clicked.connect(self._change_noticed)
        self._form.written.connect(self._write)
        self._form.put_away.connect(self._tell_empty)
        self._form.let_go.connect(self._half_typed.forget)
        self._form.edited.connect(self._half_typed.touch)
        self._noticed.talk.clicked.connect(self._begin_talk)
        self._revised.talk.clicked.connect(self._begin_talk)
        self._revised.plan.clicked.connect(self._ask_for_limits)

    def _lay(self, found: tuple[Goal, ...]) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        today = self._desk.ask(clock.today)
        for goal in found:
            card = GoalCard(goal, today)
            card.change_asked.connect(self._change)
            card.take_back_asked.connect(self._take_back)
            card.sign_noticed.connect(self._notice)
            self._cards.addWidget(card)
            if self.isVisible():
                card.show()  # else it comes with the page, laid out once
        self._tell_empty()
        follow_reading_order(self)

    def _tell_empty(self) -> None:
        self._none.setVisible(not self._shown and self._form.isHidden())

    def _begin_empty(self) -> None:
        self._begin("", "")

    def _begin(self, words: str, horizon: str) -> None:
        if self._is_settled():
            self._form.open_for(None, GoalWording(words, horizon))
            self._tell_empty()

    def _change(self, which: str) -> None:
        goal = self._found(which)
        if goal is not None and self._is_settled():
            self._form.open_for(goal, goal.now.wording)

    def _take_back(self, which: str) -> None:
        goal = self._found(which)
        if goal is not None:
            self._desk.do(goals.take_back, goal)

    def _write(self) -> bool:
        if self._who is None:
            return True
        goal, wording = self._form.goal, self._form.wording()
        answer = (
            self._desk.do(goals.write, self._who, wording)
            if goal is None
            else self._desk.do(goals.change, goal, wording)
        )
        if answer.refusal is not None:
            self._form.refuse(answer.refusal)
        elif answer.done:
            self._form.close_form()
            self._half_typed.forget()
            self.refresh()
            if goal is not None and goal.now.is_agreed:
                self._noticed.hide()
                self._revised.tell(first_name(self._desk.ask(people.person, self._who).name))
        return answer.done

    def _notice(self, which: str, sign: str) -> None:
        goal = self._found(which)
        if goal is not None:
            self._name_sign(Sign(sign), goal)

    def _name_sign(self, sign: Sign, goal: Goal | None) -> None:
        from desktop.export.messages import Purpose

        if self._who is not None:
            message = self._desk.ask(sending.message, self._who, Purpose.CHANGED_GOALS)
            self._revised.hide()
            self._noticed.tell(sign_name(sign), goal, message.body)
            # Once the layout has made room for it, and after the keyboard has been followed there.
            self._noticed.copy.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._show_noticed)

    def _show_noticed(self) -> None:
        bring_into_sight(self._noticed)

    def _change_noticed(self) -> None:
        if self._noticed.goal is not None and self._is_settled():
            self._noticed.hide()
            self._change(self._noticed.goal)

    def _begin_talk(self) -> None:
        if self._who is None or not self.flush():
            return
        talks = self._desk.ask(conversations.of_person, self._who)
        under_way = next((talk.id for talk in talks if talk.is_open), None)
        if under_way is None:
            begun = self._desk.do(plans.begin_kind, self._who, Kind.GOALS)
            under_way = begun.value if begun.done else None
        if under_way is not None:
            self.conversation_chosen.emit(under_way)

    def _found(self, which: str) -> Goal | None:
        return next((goal for goal in self._shown or () if goal.id == which), None)

    def _ask_for_limits(self) -> None:
        self.limits_asked.emit(self._who)

    def _ask_for_person(self) -> None:
        if self.flush():
            self.person_chosen.emit(self._who)


class _Noticed(NoticePanel):
    """A sign of change: words that name it to the person, and the talk that follows (M4)."""

    def __init__(self) -> None:
        super().__init__()
        self.goal: GoalId | None = None
        self._message = SerifBody()
        self.copy = NoticeLink(self.tr("Copy these words"))
        self.talk = NoticeLink(self.tr("Begin the conversation about it"))
        self.revise = NoticeLink(self.tr("It has: write it anew, and why"))
        changing(self.revise)
        self.put_away = NoticeLink(self.tr("Not now"))
        self.body.setSpacing(6)
        self.body.addWidget(self._message)
        self.body.addWidget(
            Small(
                self.tr(
                    "Would the change cost the team? Say so plainly: what it means for the others, "
                    "and how much time you need to plan it well."
                )
            )
        )
        row = FlowLayout(gap=14, row_gap=0)
        for way in (self.copy, self.talk, self.revise, self.put_away):
            row.addWidget(way)
        self.body.addLayout(row)
        self.copy.clicked.connect(self._copy_words)
        self.put_away.clicked.connect(self.hide)
        self.hide()

    def tell(self, sign: str, goal: Goal | None, message: str) -> None:
        """Say what was noticed, and how to say it; without a ``goal``, about all of them."""
        self.goal = goal.id if goal is not None else None
        self.revise.setVisible(goal is not None)
        words = self.tr("Ask what they want now, before you plan on. You could write:")
        if goal is not None:
            words = self.tr(
                "Is “{goal}” still what they want? Ask, before you plan on. You could write:"
            )
        named = goal.now.wording.words if goal is not None else ""
        self.say(self.tr("{sign}.").format(sign=sign), words.format(goal=named))
        self._message.setText(message)
        self.show()

    def _copy_words(self) -> None:
        clipboard.put(self._message.text())
