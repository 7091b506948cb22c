"""The agreement on confidentiality with one person (playbook A1 to A5, product B4)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.domain.shared.agreement import Agreement, Clause
from desktop.domain.shared.unsaved import SharedPlace, UnsavedWords
from desktop.services import agreements, clock, letter_languages, people, wording
from desktop.ui.desk import Desk
from desktop.ui.look import dates, spacing
from desktop.ui.pages.prepare.clause_editor import ClauseEditor
from desktop.ui.pages.sight import Sight
from desktop.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton, changing
from desktop.ui.widgets.card import ErrorLine, SharedPanel
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import SmallMuted, SmallStrong

_WIDEST = 760


class AgreementPage(ScrollColumn):
    """Five short clauses to change, and the day on which both agreed makes them a version."""

    back_asked = Signal()
    notes_asked = Signal(str)
    send_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Work over the shared half; nothing is shown before ``show_person``."""
        super().__init__()
        self._desk = desk
        self._who: PersonId | None = None
        self._revises = False
        self._header = PageHeader("")
        self._back = PlainButton(self.tr("Back"))
        self._send = PlainButton(self.tr("Send or print"))
        self._revise = PlainButton(self.tr("Write the next version"))
        self._panel = SharedPanel("", padding=26)
        self._standing = SmallMuted(align=Qt.AlignmentFlag.AlignRight)
        self._clauses = {c: ClauseEditor(c, wording.clause(c).heading) for c in Clause}
        self._on = DateField(self.tr("Agreed on"), desk.ask(clock.today), past=True)
        self._agreed_on = SmallStrong(self.tr("Agreed on"))
        self._agree = PrimaryButton(self.tr("We agreed on this"))
        changing(self._revise, self._agree)
        self._refusal = ErrorLine()
        self._earlier = SmallMuted()
        self._notes = LinkButton(self.tr("How I keep notes, to read aloud"))
        self._build()
        self._connect()
        Sight(self)

    def show_person(self, who: PersonId) -> None:
        """Show what was agreed with somebody, or what could be.

        While words of another one cannot be saved, they stay on the screen instead.
        """
        if who != self._who:
            if not self.flush():
                return
            for clause in self._clauses.values():
                clause.let_go()
            self._revises = False
            self.verticalScrollBar().setValue(0)
        self._who = who
        self._on.set_day(self._desk.ask(clock.today))
        self._refusal.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read everything again but what the manager is writing."""
        if self._who is None:
            return
        name = first_name(self._desk.ask(people.person, self._who).name)
        versions = self._desk.ask(agreements.versions, self._who)
        shown = self._shown(versions)
        self._header.say(
            self.tr("Agreement with {name}").format(name=name),
            self.tr("What you two say out loud before the first question. Come back to it yearly."),
        )
        self._panel.set_label(self.tr("Shared with {name}").format(name=name))
        self._standing.setText(self._standing_words(shown))
        language = self._desk.ask(letter_languages.of, self._who)
        for clause, editor in self._clauses.items():
            heading = wording.clause(clause, language).heading
            editor.tell(heading, shown.text(clause), is_draft=shown.is_draft)
        for part in (self._on, self._agreed_on, self._agree):
            part.setVisible(shown.is_draft)
        self._revise.setVisible(not shown.is_draft)
        self._say_earlier([v for v in versions if not v.is_draft and v.id != shown.id])

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        saved = [editor.flush() for editor in self._clauses.values()]
        return all(saved)

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return the clauses that could not be saved; for the sealed draft."""
        return tuple(
            UnsavedWords(SharedPlace.CLAUSE, (self._person(), clause.value), editor.text())
            for clause, editor in self._clauses.items()
            if self._who is not None and editor.is_unsaved()
        )

    def _build(self) -> None:
        self._header.add(self._send, self._revise, self._back)
        self.body.addWidget(self._header)
        self._panel.top.addWidget(self._standing)
        for editor in self._clauses.values():
            self._panel.body.addWidget(editor)
        self._panel.body.addSpacing(spacing.GRID)
        row = FlowLayout(gap=12)
        for part in (self._agreed_on, self._on, self._agree):
            row.addWidget(part)
        self._panel.body.addLayout(row)
        self._panel.body.addWidget(self._refusal)
        self.add_no_wider(self._panel, _WIDEST)
        beneath = QHBoxLayout()
        beneath.addWidget(self._notes)
        beneath.addStretch(1)
        self.body.addLayout(beneath)
        self.body.addWidget(self._earlier)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for editor in self._clauses.values():
            editor.edited.connect(self._keep)
        self._agree.clicked.connect(self._agree_now)
        self._revise.clicked.connect(self._write_next_version)
        self._back.clicked.connect(self._go_back)
        self._send.clicked.connect(self._ask_to_send)
        self._notes.clicked.connect(self._ask_for_notes)
        self._on.refused.connect(self._refuse)
        self._on.day_changed.connect(self._refusal.hide)

    def _shown(self, versions: Sequence[Agreement]) -> Agreement:
        if versions and not versions[0].is_draft and not self._revises:
            return versions[0]
        return self._desk.ask(agreements.draft, self._person())

    def _standing_words(self, shown: Agreement) -> str:
        if shown.agreed is None:
            return self.tr("Draft of version {n}").format(n=shown.version)
        day = self._spoken(shown.agreed)
        return self.tr("Version {n}, agreed {day}").format(n=shown.version, day=day)

    def _say_earlier(self, earlier: Sequence[Agreement]) -> None:
        told = [
            self.tr("version {n}, {day}").format(n=v.version, day=self._spoken(v.agreed))
            for v in earlier
            if v.agreed is not None
        ]
        self._earlier.setText(self.tr("Agreed before: {versions}").format(versions="; ".join(told)))
        self._earlier.setVisible(bool(told))

    def _spoken(self, day: date) -> str:
        return dates.spoken_day(day, self._desk.ask(clock.today))

    def _keep(self, value: str) -> None:
        clause = Clause(value)
        editor = self._clauses[clause]
        if self._who is None or not editor.is_changed():
            return
        kept = self._desk.do(agreements.word, self._who, clause, editor.text())
        editor.note_saved(kept.done)

    def _agree_now(self) -> None:
        if not self.flush() or not self._on.flush():
            return
        answer = self._desk.do(agreements.agree, self._person(), self._on.day())
        if answer.refusal is not None:
            self._refuse(answer.refusal.sentence)
        elif answer.done:
            self._revises = False
            self._refusal.hide()
            self.refresh()

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()

    def _write_next_version(self) -> None:
        self._revises = True
        self.refresh()

    def _ask_to_send(self) -> None:
        if self.flush():
            self.send_asked.emit(self._who)

    def _go_back(self) -> None:
        if self.flush():
            self.back_asked.emit()

    def _ask_for_notes(self) -> None:
        if self.flush():
            self.notes_asked.emit(self._who)

    def _person(self) -> PersonId:
        if self._who is None:
            raise RuntimeError("A page without a person has nothing to show.")
        return self._who
