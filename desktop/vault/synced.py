"""What a service that carries a folder to other computers leaves in it, and how it is recognised.

By names alone: nothing is opened and nobody is asked.
"""

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

_COPY: Final = re.compile(r"notes\b.+\.db", re.IGNORECASE)
"""Dropbox and Nextcloud: "notes (conflicted copy 2026-11-22).db"; Syncthing:
"notes.sync-conflict-20261122-101500-ABCDEFG.db"; OneDrive: "notes-LAPTOP.db"; iCloud: "notes 2.db";
Google Drive: "notes (1).db"."""

_SERVICES: Final = (
    (re.compile(r"Dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"OneDrive( - .+|-.+)?"), "OneDrive"),
    (re.compile(r"Google ?Drive(-.+)?|My Drive"), "Google Drive"),
    (re.compile(r"iCloud ?Drive|iCloud~.+|com~apple~CloudDocs|Mobile Documents"), "iCloud"),
    (re.compile(r"CloudStorage"), "a cloud service"),
    (re.compile(r"Nextcloud"), "Nextcloud"),
    (re.compile(r"ownCloud"), "ownCloud"),
    (re.compile(r"Syncthing|Sync"), "Syncthing"),
    (re.compile(r"pCloud ?Drive"), "pCloud"),
    (re.compile(r"MEGA(sync)?"), "MEGA"),
    (re.compile(r"Box( Sync)?"), "Box"),
    (re.compile(r"Seafile"), "Seafile"),
    (re.compile(r"Proton ?Drive"), "Proton Drive"),
    (re.compile(r"Tresorit"), "Tresorit"),
)
_LEFT_BEHIND: Final = (
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.drivedownload", "Google Drive"),
)


def service_of(folder: Path) -> str:
    """Return the service that seems to carry a folder to other computers, or nothing."""
    place = folder.absolute()
    for part in reversed(place.parts):
        for name, service in _SERVICES:
            if name.fullmatch(part):
                return service
    # The home folder itself may hold the traces of a service that carries another folder.
    for above in (place, *place.parents):
        if above == Path.home():
            break
        with suppress(OSError):
            for trace, service in _LEFT_BEHIND:
                if (above / trace).exists():
                    return service
    return ""


def copies_beside(folder: Path) -> tuple[Path, ...]:
    """Return the second copies of the notes that a service put beside them, by name."""
    try:
        found = [path for path in folder.iterdir() if _COPY.fullmatch(path.name)]
    except OSError:
        return ()
    return tuple(sorted(path for path in found if path.is_file()))
