"""Puts the robot inside every process that Onward starts, so that a test can press in each.

Python imports this file by itself when its folder is on PYTHONPATH. It waits beside the program
for a window to stand, then answers one request after another: (verb of the robot, arguments).
"""

import os
import threading
from pathlib import Path


def _serve(folder: str) -> None:
    import queue
    import sys
    import time
    from multiprocessing.connection import Listener

    while "PySide6.QtWidgets" not in sys.modules:
        time.sleep(0.01)
    from PySide6.QtCore import QObject, Signal
    from PySide6.QtWidgets import QApplication, QWidget

    while (app := QApplication.instance()) is None:
        time.sleep(0.01)
    from tests.helpers.robot import Robot

    def _foremost(windows: "list[QWidget]") -> "QWidget":
        return QApplication.activeModalWidget() or windows[0]

    answers: queue.Queue[tuple[bool, object]] = queue.Queue()

    class Ear(QObject):
        heard = Signal(object)

        def obey(self, request: tuple[str, tuple[object, ...]]) -> None:
            verb, arguments = request
            try:
                windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
                if verb == "windows":
                    answers.put((True, [w.windowTitle() for w in windows]))
                else:
                    answers.put((True, getattr(Robot(_foremost(windows)), verb)(*arguments)))
            except BaseException as error:  # noqa: BLE001 - told to the test, word for word
                answers.put((False, f"{type(error).__name__}: {error}"))

    ear = Ear()
    ear.moveToThread(app.thread())
    ear.heard.connect(ear.obey)
    path = Path(folder, f"{os.getpid()}.socket")
    path.unlink(missing_ok=True)  # left by one long dead that bore the same number
    with Listener(str(path), "AF_UNIX") as listener:
        while True:
            with listener.accept() as caller:
                try:
                    while True:
                        ear.heard.emit(caller.recv())
                        caller.send(answers.get(timeout=90))
                except (EOFError, ConnectionError):
                    continue
                except RuntimeError:
                    return  # the program has ended, and its windows with it


if os.environ.get("ONWARD_ROBOT"):
    threading.Thread(target=_serve, args=(os.environ["ONWARD_ROBOT"],), daemon=True).start()
