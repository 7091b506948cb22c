"""The newest backup that is whole, for a vault that is not."""

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import Trouble
from desktop.services import restoring
from desktop.services.restoring import Inside, OtherKey
from desktop.vault import restore_points
from desktop.vault.restore_points import RestorePoint


@dataclass(frozen=True, slots=True)
class GoodBackup:
    """A backup of this vault that was read from its first byte to its last, and what it holds."""

    point: RestorePoint
    inside: Inside


def newest_good(folder: Path, data_key: bytearray) -> GoodBackup | None:
    """Return the newest whole backup beside a vault; None if there is none that this key opens.

    Reads each from the newest on until one is whole; safe in any thread.
    """
    for point in restore_points.of_vault(folder):
        try:
            inside = restoring.verify(point.path, data_key, folder)
        except OtherKey:
            return None  # those before it have the same key, or an older one
        except Trouble:
            continue
        if inside.of_this_vault is not False:
            return GoodBackup(point, inside)
    return None


def beyond_reading(folder: Path, data_key: bytearray, known: Trouble | None = None) -> Trouble:
    """Return what to say of a vault of which nothing can be read, and what there is instead.

    ``known`` is what could be seen of it without its key.
    """
    good = newest_good(folder, data_key)
    happened = (
        "The vault’s file is damaged so badly that nothing in it can be read, "
        "or it belongs to another vault."
    )
    return Trouble(
        what_happened=known.what_happened if known is not None else happened,
        what_is_safe=f"Nothing was changed; the file stays as it is. {_told(good)}",
        what_to_do=(
            "Choose “Restore a backup…”; the damaged file is kept beside the restored vault."
        ),
    )


def _told(good: GoodBackup | None) -> str:
    if good is None:
        return "No whole backup lies beside it; perhaps there is one on another disk."
    made, inside = good.inside.made, good.inside
    people = "1 person" if inside.people == 1 else f"{inside.people} people"
    talks = (
        "1 conversation" if inside.conversations == 1 else f"{inside.conversations} conversations"
    )
    return (
        f"The newest whole backup was made on {made.day} {made:%B %Y} at {made:%H:%M} "
        f"and holds {people} and {talks}."
    )
