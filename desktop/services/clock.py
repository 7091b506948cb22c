"""What time it is where the manager is, as the vault tells it to whoever shows a date."""

from datetime import date, datetime

from desktop.storage.shelves import PrivateShelf, SharedShelf


def now(shelf: SharedShelf | PrivateShelf) -> datetime:
    """Return the present moment with its offset from UTC."""
    return shelf.now()


def today(shelf: SharedShelf | PrivateShelf) -> date:
    """Return the date of the present moment."""
    return shelf.today()
