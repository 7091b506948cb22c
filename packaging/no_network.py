"""What stands in a bundle where Python's ``urllib.request`` stood: nothing that opens anything.

``xml.sax`` asks for that module when it is loaded, and never calls it for us; with it would come
all of ``http``. PyInstaller runs this before the first line of Onward.
"""

import sys
import types
import urllib


class Refused:
    """Whatever is asked for: it can be named and built upon, and never called."""

    def __init__(self, *_what: object, **_more: object) -> None:
        raise OSError("Onward reaches no network.")


def _anything(name: str) -> object:
    if name.startswith("__"):
        raise AttributeError(name)
    return Refused


stand_in = types.ModuleType("urllib.request")
vars(stand_in)["__getattr__"] = _anything
sys.modules["urllib.request"] = stand_in
vars(urllib)["request"] = stand_in
