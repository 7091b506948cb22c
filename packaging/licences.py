"""Gathers the licences of everything that is shipped into ``resources/licences``.

    .venv/bin/python packaging/licences.py

One entry for each line of ``requirements.lock``, read from what is installed, its texts beside it.
What this system does not install (a part for Windows only) keeps the entry it has, as long as its
version is still the locked one. A test fails while a locked part is missing from the list.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = CHECKOUT / "resources" / "licences"
LIST = FOLDER / "components.toml"
PIN = re.compile(r"^([a-z0-9-]+)==([0-9][0-9a-z.]*)", re.MULTILINE)
RULE = "\n\n" + "-" * 78 + "\n\n"
TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)

# Where a package does not say its licence in one expression of SPDX.
NAMED = {
    "backports-tarfile": "MIT",
    "jaraco-classes": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyside6-essentials": "LGPL-3.0-only",
    "pywin32-ctypes": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib",
    "uharfbuzz": "Apache-2.0",
    "zxcvbn": "MIT",
}
# Qt is taken under the first of its licences; its wheels bring no text along.
KEPT_TEXTS = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}


@dataclass(frozen=True, slots=True)
class Component:
    """One part that is shipped, and the files of its licence."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def main() -> int:
    """Write the list anew; 1 with a sentence where a part's licence cannot be found."""
    known = {component.name: component for component in listed()}
    components = []
    for name, version in locked():
        component = _installed(name, version) or known.get(name)
        if component is None or component.version != version:
            print(f"The licence of {name} {version} is nowhere on this computer.", file=sys.stderr)
            return 1
        components.append(component)
    LIST.write_text("".join(map(_entry, components)), encoding="utf-8")
    print(f"Listed {len(components)} parts in {LIST.relative_to(CHECKOUT)}.")
    return 0


def locked() -> list[tuple[str, str]]:
    """Return name and version of everything that ``requirements.lock`` ships."""
    return PIN.findall((CHECKOUT / "requirements.lock").read_text(encoding="utf-8"))


def listed() -> Iterator[Component]:
    """Return what stands in the list now."""
    if LIST.exists():
        for entry in tomllib.loads(LIST.read_text(encoding="utf-8"))["component"]:
            yield Component(**{**entry, "texts": tuple(entry["texts"])})


def _installed(name: str, version: str) -> Component | None:
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    if found.version != version:
        return None
    licence = NAMED.get(name) or _said(found)
    return Component(name, version, licence, KEPT_TEXTS.get(name) or tuple(_text(name, found)))


def _said(found: metadata.Distribution) -> str:
    return found.metadata["License-Expression"] or found.metadata["License"] or ""


def _text(name: str, found: metadata.Distribution) -> Iterator[str]:
    """Write all texts of a part into one file; gives its name."""
    files = [f for f in found.files or () if ".dist-info" in str(f) and TEXT.search(str(f))]
    words = [
        Path(str(found.locate_file(file))).read_text(encoding="utf-8", errors="replace").strip()
        for file in sorted(files)
    ]
    if words:
        (FOLDER / f"{name}.txt").write_text(RULE.join(words) + "\n", encoding="utf-8")
        yield f"{name}.txt"


def _entry(component: Component) -> str:
    texts = ", ".join(f'"{text}"' for text in component.texts)
    return (
        f'[[component]]\nname = "{component.name}"\nversion = "{component.version}"\n'
        f'licence = "{component.licence}"\ntexts = [{texts}]\n\n'
    )


if __name__ == "__main__":
    sys.exit(main())
