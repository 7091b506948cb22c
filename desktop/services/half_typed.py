"""What a manager has begun to type into a form for both, kept until it is written or put away."""

from desktop.domain.changes import Done, Touched
from desktop.domain.shared.unsaved import Form
from desktop.storage.shelves import SharedShelf


def begun(shelf: SharedShelf, form: Form, which: str) -> str:
    """Return what stands in a form about ``which``, as the form told it; nothing otherwise."""
    return shelf.half_typed.of(form, which)


def keep(shelf: SharedShelf, form: Form, which: str, words: str) -> Done[None]:
    """Keep what stands in a form; without words it is forgotten."""
    with shelf.transaction():
        if words:
            shelf.half_typed.put(form, which, words)
        else:
            shelf.half_typed.drop(form, which)
    return Done(None, Touched.NOTHING)
