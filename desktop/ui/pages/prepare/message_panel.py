"""The messages before a talk: a draft in words meant for the person, ready to be copied."""

from collections.abc import Callable

from desktop.domain.conversations.planned import Planned
from desktop.domain.errors import Trouble
from desktop.domain.people import first_name
from desktop.domain.shared.letter import ENGLISH
from desktop.domain.shared.messages import Message, MessageKind
from desktop.domain.shared.unsaved import SharedPlace, UnsavedWords
from desktop.services import clock, letter_languages, messages, people, sending, wording
from desktop.ui.desk import Desk
from desktop.ui.jobs import Job
from desktop.ui.look import dates
from desktop.ui.pages.appointment import day_said
from desktop.ui.pages.outcome import Outcome
from desktop.ui.widgets import clipboard
from desktop.ui.widgets.buttons import LinkButton, PlainButton
from desktop.ui.widgets.card import SharedPanel
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.flow_layout import FlowLayout

_INVITE_AHEAD = 7
"""Days before a talk from which on the reflection prompt is the next message, invited or not."""


class MessagePanel(SharedPanel):
    """One of the two messages at a time; the other is one press away."""

    def __init__(self, desk: Desk) -> None:
        """Work over the shared half; nothing is shown before ``show_plan``."""
        super().__init__("")
        self._desk = desk
        self._plan: Planned | None = None
        self._kind = MessageKind.REFLECTION
        self._saved = ""
        self._is_unsaved = False
        self._editor = GrowingEditor(self.tr("Message"))
        self._copy = PlainButton(self.tr("Copy"))
        self._sent = Tick(self.tr("Sent"))
        self._mail = PlainButton(self.tr("Open in mail"))
        self._file = LinkButton(self.tr("Save as e-mail file"))
        self._other = LinkButton("")
        self._outcome = Outcome()
        self._opening: Job | None = None
        self._build()
        self._editor.edited.connect(self._keep)
        self._copy.clicked.connect(self._put_on_clipboard)
        self._mail.clicked.connect(self._open_mail)
        self._file.clicked.connect(self._save_mail)
        self._sent.clicked.connect(self._mark)
        self._other.clicked.connect(self._turn_over)

    def show_plan(self, plan: Planned) -> None:
        """Show the message of a planned conversation that is the next to send; flush first."""
        is_another = self._plan is None or plan.id != self._plan.id
        self._plan = plan
        if is_another:
            self._outcome.forget()
            self._is_unsaved = False
            self._kind = self._next(plan)
        self.refresh()

    def refresh(self) -> None:
        """Read the draft again, unless it is being written."""
        if self._plan is None:
            return
        message = self._message()
        self._name_kind()
        self._say_sent(message)
        if not (self._editor.hasFocus() or self._editor.is_pending() or self._is_unsaved):
            self._show_text(message.text or self._suggested())

    def mark_prompt_sent(self, sent: bool) -> None:
        """Show the reflection prompt and note that it is out, or take that back."""
        if self._kind is not MessageKind.REFLECTION:
            self._turn_over()
        if self._kind is MessageKind.REFLECTION:
            self._mark(sent)

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        self._editor.flush()
        if self._is_unsaved:
            self._keep()
        return not self._is_unsaved

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return the message on the screen if it could not be saved; for the sealed draft."""
        if self._plan is None or not self._is_unsaved:
            return ()
        which = (self._plan.id, self._kind.value)
        return (UnsavedWords(SharedPlace.MESSAGE, which, self._editor.text()),)

    def _build(self) -> None:
        self.body.setSpacing(6)
        self.body.addWidget(self._editor)
        self.body.addSpacing(4)
        buttons = FlowLayout(gap=14)
        for part in (self._mail, self._copy, self._sent, self._file, self._other):
            buttons.addWidget(part)
        self.body.addLayout(buttons)
        self.body.addWidget(self._outcome)

    def _next(self, plan: Planned) -> MessageKind:
        away = (plan.at.date() - self._desk.ask(clock.today)).days
        invitation = self._desk.ask(messages.message, plan.id, MessageKind.INVITATION)
        if invitation.sent is not None or away <= _INVITE_AHEAD:
            return MessageKind.REFLECTION
        return MessageKind.INVITATION

    def _name_kind(self) -> None:
        told, other = self.tr("Reflection prompt, to {name}"), self.tr("Invitation")
        if self._kind is MessageKind.INVITATION:
            told, other = self.tr("Invitation, to {name}"), self.tr("Reflection prompt")
        label = told.format(name=self._name())
        self.set_label(label)
        self._editor.setAccessibleName(label)
        self._other.setText(other)

    def _say_sent(self, message: Message) -> None:
        words = self.tr("Sent")
        if message.sent is not None:
            day = dates.spoken_day(message.sent, self._desk.ask(clock.today))
            words = self.tr("Sent {day}").format(day=day)
        self._sent.say(words)
        self._sent.setChecked(message.sent is not None)
        # What went out stays as it went out.
        self._editor.setReadOnly(message.sent is not None)

    def _show_text(self, text: str) -> None:
        self._saved = text
        if text != self._editor.text():
            self._editor.set_text(text)

    def _keep(self) -> None:
        text = self._editor.text()
        if self._plan is None or (text == self._saved and not self._is_unsaved):
            return
        own = "" if text == self._suggested() else text
        self._is_unsaved = not self._desk.do(messages.word, self._plan.id, self._kind, own).done
        if not self._is_unsaved:
            self._saved = text

    def _put_on_clipboard(self) -> None:
        clipboard.put(self._editor.text())

    def _open_mail(self) -> None:
        if self._opening is not None or not self.flush():
            return
        self._outcome.tell(self.tr("Opening your mail program …"))
        # The program takes its time to say that it failed; the window does not wait.
        self._opening = Job(_Handing(self._draft()), self)
        self._opening.done.connect(self._tell_opened)
        self._opening.failed.connect(self._tell_not_opened)
        self._opening.start()

    def _tell_opened(self, _nothing: object) -> None:
        self._opening = None
        self._outcome.tell(
            self.tr("The draft is in your mail program. Tick “Sent” once it is out.")
        )

    def _tell_not_opened(self, error: Exception) -> None:
        self._opening = None
        if not isinstance(error, Trouble):
            raise error
        self._outcome.tell_trouble(error)

    def _save_mail(self) -> None:
        if self.flush():
            name = self.tr("Invitation.eml")
            if self._kind is MessageKind.REFLECTION:
                name = self.tr("Reflection prompt.eml")
            saved = self.tr("Saved. Open it to send it, then tick “Sent”.")
            self._outcome.save(self._draft(), name, self.tr("E-mail (*.eml)"), saved)

    def _draft(self) -> bytes:
        plan = self._known_plan()
        text = self._editor.text()
        return self._desk.ask(sending.planned_draft, plan.id, self._kind, text).content

    def _mark(self, sent: bool) -> None:
        if self._plan is not None and self.flush():
            text = self._editor.text()
            self._desk.do(messages.mark_sent, self._plan.id, self._kind, text, sent=sent)
        self.refresh()

    def _turn_over(self) -> None:
        if self.flush():
            is_invitation = self._kind is MessageKind.INVITATION
            self._kind = MessageKind.REFLECTION if is_invitation else MessageKind.INVITATION
            self._editor.clearFocus()
            self._outcome.forget()
            self.refresh()

    def _message(self) -> Message:
        return self._desk.ask(messages.message, self._known_plan().id, self._kind)

    def _suggested(self) -> str:
        plan = self._known_plan()
        language = self._desk.ask(letter_languages.of, plan.person)
        spoken = self._day(plan) if language == ENGLISH else self._day_in(language, plan)
        return wording.message(self._kind, language).format(
            name=self._name(), day=spoken, minutes=plan.minutes
        )

    def _day_in(self, language: str, plan: Planned) -> str:
        from desktop.export.messages import day_in_words

        day = day_in_words(plan.at.date(), language)
        return f"{day}, {plan.at:%H:%M}" if self._kind is MessageKind.INVITATION else day

    def _day(self, plan: Planned) -> str:
        today, at = self._desk.ask(clock.today), f"{plan.at:%H:%M}"
        away = (plan.at.date() - today).days
        if self._kind is MessageKind.INVITATION:
            return self.tr("{day}, {time}").format(day=day_said(plan, today), time=at)
        if away == 0:
            return self.tr("{time} today").format(time=at)
        near = 0 < away < 7
        return dates.spoken_day(plan.at.date(), today) if near else day_said(plan, today)

    def _name(self) -> str:
        return first_name(self._desk.ask(people.person, self._known_plan().person).name)

    def _known_plan(self) -> Planned:
        if self._plan is None:
            raise RuntimeError("A panel without a planned conversation has no message.")
        return self._plan


class _Handing:
    """Hands a draft to the mail program, beside the window."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __call__(self, _report: Callable[[object], None]) -> None:
        from desktop.export.mail_program import open_draft

        open_draft(self._content)
