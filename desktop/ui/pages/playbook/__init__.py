"""The playbook: every question, to browse, search, reword, retire and add to.

``page`` brings the list (``question_list``) and the one question (``question_sheet``) together;
``question_form`` is where a question is written; ``choosing`` picks a set for one conversation.
"""

from desktop.ui.pages.playbook.choosing import ChoosingPage
from desktop.ui.pages.playbook.page import PlaybookPage

__all__ = ["ChoosingPage", "PlaybookPage"]
