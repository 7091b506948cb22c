"""The pages before a talk: preparing it, the brief to read right before, and what both agree on.

Private words stand only in the ready-made panels that are passed in.
"""

from desktop.ui.pages.prepare.agreement_page import AgreementPage
from desktop.ui.pages.prepare.brief_page import BriefPage
from desktop.ui.pages.prepare.notes_page import NotesPage
from desktop.ui.pages.prepare.page import PreparePage
from desktop.ui.pages.prepare.sheet_page import SheetPage

__all__ = ["AgreementPage", "BriefPage", "NotesPage", "PreparePage", "SheetPage"]
