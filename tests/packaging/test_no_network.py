"""What stands in for the network in a bundle: named and built upon, and never anything opened."""

import subprocess
import sys
from pathlib import Path

HOOK = Path(__file__).parents[2] / "packaging" / "no_network.py"
TRIED = f"""
import runpy
runpy.run_path({str(HOOK)!r})
import xml.sax.saxutils
from urllib.request import OpenerDirector, urlopen
class Own(OpenerDirector):
    pass
for attempt in (urlopen, Own):
    try:
        attempt("http://localhost")
    except OSError as error:
        print(error)
import sys
print("http.client" in sys.modules)
"""


def test_nothing_is_opened_and_what_asks_for_it_still_loads() -> None:
    done = subprocess.run(
        (sys.executable, "-S", "-c", TRIED), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["Onward reaches no network."] * 2 + ["False"]
