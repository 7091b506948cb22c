"""What time it is where the manager is, as the vault tells it to whoever shows a date."""

import sys
import time
from datetime import date, datetime

from desktop.storage.shelves import PrivateShelf, SharedShelf


def here_and_now() -> datetime:
    """Return the present moment with the offset of the place where this computer is now.

    A program asks for its zone once, and its manager travels on while it runs. Only Windows keeps
    the zone of the start; there Onward stands right after the next unlock.
    """
    if sys.platform != "win32":
        time.tzset()
    return datetime.now().astimezone()


def now(shelf: SharedShelf | PrivateShelf) -> datetime:
    """Return the present moment with its offset from UTC."""
    return shelf.now()


def today(shelf: SharedShelf | PrivateShelf) -> date:
    """Return the date of the present moment."""
    return shelf.today()
