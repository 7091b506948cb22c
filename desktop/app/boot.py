"""What both processes do first: the Qt application, its look, and an ear for what goes wrong."""

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.app.arguments import Arguments
from desktop.domain.errors import Trouble
from desktop.services import looks
from desktop.ui import look
from desktop.ui.look import ThemeName

_LOOKS: dict[str, ThemeName] = {"light": "light", "dark": "dark", "system": "system"}


def application(arguments: Arguments) -> QApplication:
    """Return the Qt application in its look. Its name is constant and names nobody."""
    qInstallMessageHandler(_without_words)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Onward")
    app.setApplicationDisplayName("Onward")
    app.setDesktopFileName("onward")
    app.setQuitOnLastWindowClosed(False)
    kept = looks.chosen()
    theme = arguments.look or kept.theme
    look.apply(app, _LOOKS[theme], arguments.text_scale or kept.text_scale)
    return app


def report_defects_to(show: Callable[[Trouble], None]) -> None:
    """Send every exception that nobody caught to ``show``, as a sentence without words of notes.

    On standard error only the kind of the exception and its place in the code appear: a message
    could carry what somebody typed (security.md, finding 10).
    """

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        _print_place(kind, trace)
        show(error if isinstance(error, Trouble) else _defect())

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        _print_place(args.exc_type, args.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def _defect() -> Trouble:
    return Trouble(
        what_happened="Something went wrong inside Onward.",
        what_is_safe="What was shown as saved is safe.",
        what_to_do="Go on; if it happens again, lock with Ctrl+L and unlock.",
    )


def _print_place(kind: type[BaseException], trace: TracebackType | None) -> None:
    frames = traceback.extract_tb(trace)
    places = " < ".join(f"{f.filename.rpartition('desktop')[2]}:{f.lineno}" for f in frames[-4:])
    sys.stderr.write(f"onward: {kind.__name__} at {places}\n")


def _without_words(kind: QtMsgType, _context: object, message: str) -> None:
    """Keep Qt's own chatter short; it never knows a note, but a file name could name somebody."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(f"onward: Qt says: {message[:200]}\n")
