"""From the hand-over of the gate to an open session."""

from collections.abc import Callable

from desktop.app.elsewhere import here
from desktop.services import people, sample, vaults
from desktop.services.reading import say_nothing
from desktop.session import Session
from desktop.vault.data_key import wipe
from desktop.vault.handover import HandOver


def open_session(message: HandOver, rescuing: Callable[[], None] = say_nothing) -> Session:
    """Open the vault that a hand-over names, making it first if it asks for that.

    ``rescuing`` is told where a damaged one is about to be read row by row. The key in the message
    is wiped. Raises Trouble in plain sentences where it cannot be opened.
    """
    clock = sample.SampleClock()
    try:
        if message.verb == "create":
            vaults.create_vault(
                message.folder,
                message.key,
                message.keys,
                manager_name=message.manager_name,
                now=clock(),
            )
        if message.only_read:
            return Session.open_to_read(message.folder, message.key, clock, rescuing)
        session = Session.open(
            message.folder,
            message.key,
            clock,
            here=None if message.sample else here(),
            take_over=message.take_over,
            rescuing=rescuing,
        )
        if message.way_in is not None:
            session.open_from_now_on_with(message.way_in)
    finally:
        wipe(message.key)
    if message.verb == "create" and message.sample:
        sample.fill(session.shared, session.private, clock)
    if message.first_person:
        people.add(session.shared, message.first_person)
    return session
