"""What a manager has begun to type for themselves, kept until it is written or put away."""

from desktop.domain.changes import Done, Touched
from desktop.domain.private.unsaved import PrivateForm
from desktop.domain.private.words import PrivateText
from desktop.storage.shelves import PrivateShelf


def begun(shelf: PrivateShelf, form: PrivateForm, which: str) -> PrivateText:
    """Return what stands in a form about ``which``; nothing where it was not begun."""
    return shelf.half_typed.of(form, which)


def keep(shelf: PrivateShelf, form: PrivateForm, which: str, words: PrivateText) -> Done[None]:
    """Keep what stands in a form; without words it is forgotten."""
    with shelf.transaction():
        if words:
            shelf.half_typed.put(form, which, words)
        else:
            shelf.half_typed.drop(form, which)
    return Done(None, Touched.NOTHING)
