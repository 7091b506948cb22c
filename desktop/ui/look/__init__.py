"""The look: colours, type and spacing by role, light and dark, at any text size.

Nothing else in the program names a colour or a font. Widgets ask for a role::

    from desktop.ui import look

    look.apply(app, "system", text_scale=1.25)      # once at the start, and whenever it changes
    painter.setPen(look.current().colour("muted"))
    label.setFont(look.current().font("title"))
    look.changes().changed.connect(self.redraw)     # after a new theme or text size

Qt asks every widget for its size and paints it anew after the look changed, so a painted widget
that reads ``current()`` in ``sizeHint`` and ``paintEvent`` needs nothing else; one that keeps a
font or a colour renews it on the ``StyleChange`` event. The values live in ``resources/themes``.
"""

from desktop.ui.look.theme import Theme
from desktop.ui.look.wardrobe import ThemeName, apply, worn_by
from desktop.ui.look.worn import Look, changes, current

__all__ = ["Look", "Theme", "ThemeName", "apply", "changes", "current", "worn_by"]
