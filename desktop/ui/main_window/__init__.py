"""The window: the side bar, the pages, and the only place where one page leads to another.

Pages never know each other. They emit what they wish for, and the window answers. It makes each
page when it is first wanted or while nobody presses anything, gives it the shared desk, and gives
the panels of private notes the private one.

``pages`` and ``talk_pages`` make them, ``made_pages`` asks those there are whether all is saved,
``doors`` has one verb to open each, ``showing`` knows which one is shown and the way back,
``beginning`` asks how a talk begins. A new page gets a place, a door, and in ``wishes`` an answer
to each of its wishes.
"""

from desktop.ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
"""The window is all that anybody else needs."""
