"""The system libraries that Qt needs on Linux, looked for before Qt is started.

A library missing under Qt's platform plugin ends the process before Python can say a word, so
each one is opened with ctypes first. On Debian and its kin they are installed where the person
may; elsewhere all of them are named at once.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

# Library → Debian package; what PySide6-Essentials 6.11.3 names in its own libraries.
EVERYWHERE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
_INSTALL = ("apt-get", "install", "--no-install-recommends")


def provide(environment: Mapping[str, str], *, packages: Iterable[str] = ()) -> None:
    """See to it that Qt can start under `environment`, and that Debian's `packages` are there.

    Raises SystemExit with one sentence that names everything missing where nothing may be
    installed.
    """
    if sys.platform != "linux":
        return
    libraries = missing(needed(environment))
    if not libraries and not packages:
        return
    if shutil.which("apt-get") is None:
        raise SystemExit(_names(libraries, packages))
    _install_on_debian(tuple(packages), libraries)


def try_to_install(packages: Iterable[str]) -> bool:
    """Install Debian's `packages` if this person may, and say whether they were; never raises."""
    rights = _rights() if shutil.which("apt-get") else None
    if rights is None:
        return False
    wanted = _as_named_here(packages)
    print(f"Installing for the tests: {' '.join(wanted)} ...", flush=True)
    quickly = ("-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20")
    return _apt(rights, "apt-get", "update", "-qq", *quickly) and _apt(
        rights, *_INSTALL, "-y", "-qq", *quickly, *wanted
    )


def needed(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the libraries, each with its Debian package, that Qt opens under `environment`."""
    libraries = dict(EVERYWHERE)
    if environment.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return libraries
    if environment.get("DISPLAY"):
        libraries |= X11
    if environment.get("WAYLAND_DISPLAY"):
        libraries |= WAYLAND
    return libraries


def missing(libraries: Mapping[str, str]) -> dict[str, str]:
    """Return those of `libraries` that this system cannot open."""
    return {name: package for name, package in libraries.items() if not _opens(name)}


def request(packages: Iterable[str]) -> str:
    """Return the sentence that asks for Debian's `packages`, with the command to type."""
    command = " ".join(("sudo", *_INSTALL, *dict.fromkeys(packages)))
    return f"Onward needs system packages that are missing here. Please run this first: {command}"


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _names(libraries: Iterable[str], packages: Iterable[str]) -> str:
    wanted = ", ".join((*packages, *libraries))
    return f"Onward needs these parts of the system; please install them first: {wanted}"


def _install_on_debian(packages: tuple[str, ...], libraries: Mapping[str, str]) -> None:
    rights = _rights()
    if rights is None:
        raise SystemExit(request((*packages, *_as_named_here(libraries.values()))))
    print("Fetching Debian's list of packages ...", flush=True)
    _apt(rights, "apt-get", "update", "-qq")
    wanted = (*packages, *_as_named_here(libraries.values()))
    print(f"Installing the system packages {' '.join(wanted)} ...", flush=True)
    if not _apt(rights, *_INSTALL, "-y", "-qq", *wanted) or missing(libraries):
        raise SystemExit(request(wanted))


def _rights() -> tuple[str, ...] | None:
    """Return what to put before a command so that it may install, or None where nobody may."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(("sudo", "-n", "true"), capture_output=True, check=False)
    return ("sudo", "-n") if asked.returncode == 0 else None


def _as_named_here(packages: Iterable[str]) -> tuple[str, ...]:
    """Return `packages` by the names this release uses; newer ones add t64 to some of them."""
    listing = subprocess.run(("apt-cache", "pkgnames"), capture_output=True, text=True, check=False)
    known = frozenset(listing.stdout.split())
    return tuple(
        f"{package}t64" if f"{package}t64" in known else package
        for package in dict.fromkeys(packages)
    )


def _apt(rights: tuple[str, ...], *command: str) -> bool:
    """Run a command of apt with its chatter kept back, and show the chatter if it fails."""
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive")
    done = subprocess.run(
        (*rights, *quiet, *command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
    return done.returncode == 0
