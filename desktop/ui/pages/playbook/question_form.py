"""Where a question is written: its words, why it is asked, what to listen for."""

import json
from dataclasses import asdict, dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.questions import Question, Stage, Trust
from desktop.ui.look import spacing
from desktop.ui.pages.playbook.words import home_of, trust_words
from desktop.ui.widgets.boxed_editor import BoxedEditor
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton, changing
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.field import Field

_HOMES = tuple(stage for stage in Stage if stage is not Stage.SHORT)


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form."""

    stage: Stage
    trust: Trust
    ask: str
    why: str
    listen_for: str


class QuestionForm(QWidget):
    """For a new question with its stage and trust, or for the words of one that is there."""

    edited = Signal()
    add_asked = Signal()
    cancel_asked = Signal()
    done_asked = Signal()

    def __init__(self) -> None:
        """Begin empty; ``begin_new`` or ``begin_rewording`` says what it is for."""
        super().__init__()
        self._ask = BoxedEditor("")
        self._why = BoxedEditor("")
        self._listen_for = BoxedEditor("")
        self._fields = (
            Field(self.tr("The question, as you would say it"), self._ask),
            Field(self.tr("Why ask, in a line or two"), self._why),
            Field(self.tr("What to listen for"), self._listen_for),
        )
        self._stage = Choice(self.tr("Stage"), [(s.value, home_of(s)) for s in _HOMES])
        self._trust = Choice(self.tr("Trust"), [(t.value, trust_words(t)) for t in Trust])
        self._choices = QWidget()
        self._add = PrimaryButton(self.tr("Add to the playbook"))
        changing(self._add)
        self._cancel = PlainButton(self.tr("Cancel"))
        self._done = PlainButton(self.tr("Done"))
        self._build()
        self._connect()

    def _build(self) -> None:
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(2 * spacing.GRID)
        choices.addWidget(Field(self.tr("Where it belongs"), self._stage))
        choices.addWidget(Field(self.tr("How much trust it asks for"), self._trust))
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.GRID)
        for button in (self._add, self._cancel, self._done):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * spacing.GRID)
        for part in (*self._fields, self._choices):
            column.addWidget(part)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for editor in (self._ask, self._why, self._listen_for):
            editor.edited.connect(self.edited)
        self._add.clicked.connect(self.add_asked)
        self._cancel.clicked.connect(self.cancel_asked)
        self._done.clicked.connect(self.done_asked)

    def begin_new(self) -> None:
        """Ask for a question of the manager's own."""
        self._fill("", "", "")
        self._stage.choose(Stage.NOW.value)
        self._trust.choose(Trust.OPEN.value)
        self._show_parts(new=True)

    def begin_rewording(self, question: Question) -> None:
        """Offer a question's words to be changed."""
        self._fill(question.ask, question.why, question.listen_for)
        self._stage.choose(question.stage.value if question.stage in _HOMES else Stage.NOW.value)
        self._trust.choose(question.trust.value)
        self._show_parts(new=False)

    def _fill(self, ask: str, why: str, listen_for: str) -> None:
        words = (ask, why, listen_for)
        for editor, text in zip((self._ask, self._why, self._listen_for), words, strict=True):
            editor.flush()
            editor.set_text(text)
        self._fields[0].accept()

    def _show_parts(self, *, new: bool) -> None:
        for part in (self._choices, self._add, self._cancel):
            part.setVisible(new)
        self._done.setVisible(not new)

    def told(self) -> str:
        """Return what stands in the form, to be kept until it is written; nothing when shut."""
        draft = self.draft()
        has_words = any(part.strip() for part in (draft.ask, draft.why, draft.listen_for))
        return json.dumps(asdict(draft)) if has_words and not self.isHidden() else ""

    def take_up(self, told: str) -> None:
        """Show again what ``told`` returned earlier."""
        fields = json.loads(told)
        self._fill(fields["ask"], fields["why"], fields["listen_for"])
        self._stage.choose(fields["stage"])
        self._trust.choose(fields["trust"])

    def draft(self) -> Draft:
        """Return what stands in the form now."""
        return Draft(
            stage=Stage(self._stage.key()),
            trust=Trust(self._trust.key()),
            ask=self._ask.text(),
            why=self._why.text(),
            listen_for=self._listen_for.text(),
        )

    def focus_question(self) -> None:
        """Put the keyboard into the question, at its end."""
        self._ask.set_cursor_position(len(self._ask.text()))
        self._ask.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say beside the question why it cannot be kept."""
        self._fields[0].refuse(sentence)

    def accept(self) -> None:
        """Take the refusal back."""
        self._fields[0].accept()
