"""What left about a person: a list, and each page opened again from its very bytes.

>>> page = RecordPage(desk)                           # doctest: +SKIP
>>> page.show_person(priya)                           # doctest: +SKIP
"""

from desktop.ui.pages.record.page import RecordPage

__all__ = ["RecordPage"]
"""The page is all that the window needs."""
