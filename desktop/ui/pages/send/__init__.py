"""Sending: the true page, what of it leaves, what stays, and the ways out.

``SendPage`` arranges. An ``OutgoingPage`` holds the exact bytes; a ``PageView`` draws them, a
``WaysCard`` asks which way they go and ``WaysOut`` goes it, and nobody makes other ones in
between. Whether private words stand in the page is judged by the panel that comes in ready-made.

    >>> page = SendPage(desk, stays)                      # doctest: +SKIP
    >>> page.show_conversation(talk)                      # doctest: +SKIP
"""

from desktop.ui.pages.send.page import SendPage

__all__ = ["SendPage"]
"""The page is all that the window needs."""
