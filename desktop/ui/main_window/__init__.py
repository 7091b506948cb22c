"""The window: the side bar, the pages, and the only place where one page leads to another.

Pages never know each other. They emit what they wish for, and the window answers. It builds every
page when a session is shown, gives each the shared desk, and gives the panels of private notes the
private one.

``pages`` builds them, ``doors`` has one verb to open each, ``showing`` knows which one is shown and
the way back, ``beginning`` asks how a talk begins. A new page gets a door, and ``ways`` connects
the wishes that lead to it.
"""

from desktop.ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
"""The window is all that anybody else needs."""
