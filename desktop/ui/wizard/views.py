"""Three views of one walk: everything, almost nothing, and the sorting of what was jotted."""

from PySide6.QtWidgets import QStackedWidget

from desktop.domain.ids import ConversationId
from desktop.domain.questions import Question
from desktop.ui.wizard.free_notes import FreePad
from desktop.ui.wizard.full_view import FullView
from desktop.ui.wizard.glance import GlanceView


class Views(QStackedWidget):
    """Shows one of them; which one is the manager's choice, but a choice needs the full view."""

    def __init__(self, full: FullView, pad: FreePad) -> None:
        """Begin with the full view."""
        super().__init__()
        self._full = full
        self._pad = pad
        self.glance = GlanceView(pad)
        self.sorting = pad.sorting()
        self._returns_to_glance = False
        for view in (full, self.glance, self.sorting):
            self.addWidget(view)

    def begin(self) -> None:
        """Show the full view, as at the beginning of a talk."""
        self._returns_to_glance = False
        self.setCurrentWidget(self._full)

    def show_glance(self) -> None:
        """Show the question large, and the pad."""
        self.setCurrentWidget(self.glance)

    def show_sorting(self, conversation: ConversationId) -> None:
        """Show what was jotted, to be sorted."""
        self.sorting.begin(conversation)
        self.setCurrentWidget(self.sorting)

    def leave_glance_for(self, choice: bool) -> None:
        """Ask for a choice or for ticks in the full view, and go back to the glance view after."""
        if choice and self.currentWidget() is self.glance:
            self._returns_to_glance = True
            self.setCurrentWidget(self._full)
        elif self._returns_to_glance and not choice:
            self._returns_to_glance = False
            self.setCurrentWidget(self.glance)

    def focus(self, question: Question | None) -> None:
        """Put the keyboard where this view is written in."""
        if self.currentWidget() is self.glance:
            self._pad.focus_pad()
        elif self.currentWidget() is self.sorting:
            self.sorting.focus_lines()
        else:
            self._full.focus(question)
