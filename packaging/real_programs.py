"""The real programs that the tests talk to: a message bus, a keychain, a screen and more.

``dev.py test`` installs what is missing where it may, as ``system_libraries`` does, and says in one
line what is skipped where it may not. Nothing here is needed to run Onward, and nothing stops the
tests: one that lacks its program is skipped with its reason.
"""

import shutil
import sys
from dataclasses import dataclass

import system_libraries


@dataclass(frozen=True, slots=True)
class Program:
    """A program by its command, Debian's packages of it, and what is tested with it."""

    command: str
    packages: tuple[str, ...]
    what: str


PROGRAMS = (
    Program("dbus-daemon", ("dbus",), "locking by the system"),
    Program("gnome-keyring-daemon", ("gnome-keyring",), "quick unlock through a keychain"),
    Program("strace", ("strace",), "what a whole session opens, and kills at every call"),
    Program("Xvfb", ("xvfb",), "the clipboards of a real screen"),
    Program("trayer", ("trayer",), "an icon beside the clock"),
    Program("mount", ("mount",), "small disks"),
    Program("unshare", ("util-linux",), "a disk of 8 MB"),
    Program("gcc", ("gcc", "libc6-dev"), "a clock that is ten years off"),
)


def provide() -> str:
    """Install what is missing where that is allowed; return one line on what is skipped, or none.

    Never ends the run: a refusal of the system is no fault of the tests.
    """
    if sys.platform != "linux":
        return skipped(PROGRAMS)
    lacking = missing()
    libraries = system_libraries.missing(system_libraries.X11)
    if lacking or libraries:
        named = [name for each in lacking for name in each.packages]
        packages = (*named, *libraries.values())
        system_libraries.try_to_install(packages)
    return skipped(missing())


def missing() -> tuple[Program, ...]:
    """Return the programs that are not on the path of this computer."""
    return tuple(each for each in PROGRAMS if shutil.which(each.command) is None)


def skipped(lacking: tuple[Program, ...]) -> str:
    """Return the line that names what cannot be tested here; empty where all of it can."""
    if not lacking:
        return ""
    named = "; ".join(f"{each.what} ({each.command})" for each in lacking)
    return f"Skipped here, for want of a program: {named}."
