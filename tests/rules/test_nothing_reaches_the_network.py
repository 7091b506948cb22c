"""Onward promises to stay offline: no module of it may even import what could reach out.

``lint-imports`` says the same of whole packages; this test also knows parts of packages.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop

NETWORK = (
    "PySide6.QtNetwork",
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "urllib.robotparser",
    "webbrowser",
    "xmlrpc",
)
MODULES = sorted(Path(desktop.__file__).parent.rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def reaches_out(name: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in NETWORK)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_module_imports_nothing_that_could_reach_the_network(module: Path) -> None:
    names = imported(ast.parse(module.read_text(encoding="utf-8")))
    assert [name for name in names if reaches_out(name)] == []
