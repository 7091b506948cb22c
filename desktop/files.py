"""The one place that knows where files live on this computer."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of everything shipped that is not code: questions, fonts, themes, texts.

    In a checkout it lies beside the package, in an installed wheel inside it.
    """
    beside = _PACKAGE.parent / "resources"
    return beside if beside.is_dir() else _PACKAGE / "resources"


def home() -> Path:
    """Return the platform's own folder for this user's Onward data; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("Onward", appauthor=False)


def default_vault() -> Path:
    """Return the folder of the vault that opens when no other one is named."""
    return home() / "vault"
