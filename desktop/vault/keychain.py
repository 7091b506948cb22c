"""The system's own keychain, for quick unlock: real ones only, and no call may take for ever.

``keyring`` by itself would obey its environment and take whatever is installed, a file of readable
passwords among them. So the classes that may be used are named here, one by one, and made here.
Source: security.md 2.4 and finding 7.
"""

import importlib
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar

from desktop.domain.errors import Trouble

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "Onward"
PATIENCE_S: Final = 20.0
"""How long the system may take, a question to the person included."""

_SECRET_SERVICE: Final = "keyring.backends.SecretService.Keyring"
_WINDOWS: Final = "keyring.backends.Windows.WinVaultKeyring"
_TRUSTED: Final = (
    _WINDOWS,
    "keyring.backends.macOS.Keyring",
    _SECRET_SERVICE,
    "keyring.backends.kwallet.DBusKeyring",
)
# What keyring brings along to stand in where there is no keychain: not worth naming.
_STAND_INS: Final = ("keyring.backends.fail", "keyring.backends.null", "keyring.backends.chainer")

T = TypeVar("T")


class Why(Enum):
    """Why the keychain did not answer."""

    NONE_HERE = "none here"
    NOT_TRUSTED = "not trusted"
    LOCKED = "locked"
    TOO_SLOW = "too slow"
    FAILED = "failed"


class KeychainTrouble(Trouble):
    """The keychain gave no answer that may be used; the passphrase always opens the vault."""

    def __init__(self, why: Why, named: str = "") -> None:
        super().__init__(
            what_happened=_SENTENCES[why].format(named=named),
            what_is_safe="Your notes are untouched.",
            what_to_do="Your passphrase opens the vault as always.",
        )
        self.why = why


class Keychain:
    """A keychain that may be trusted with one secret; every call ends within ``patience`` seconds.

    Call it beside the window. Raises KeychainTrouble where it is locked, silent or fails.
    """

    def __init__(self, backend: "KeyringBackend", patience: float = PATIENCE_S) -> None:
        """Take a backend that ``trusted`` has looked at."""
        self._backend = backend
        self._patience = patience

    def keep(self, account: str, secret: str) -> None:
        """Keep a secret, and read it back: a keychain that forgets is none."""

        def store() -> None:
            _refuse_open_talk(self._backend)
            self._backend.set_password(SERVICE, account, secret)
            if self._backend.get_password(SERVICE, account) != secret:
                raise KeychainTrouble(Why.FAILED)

        _within(self._patience, store)

    def fetch(self, account: str) -> str | None:
        """Return the secret of an account; None where there is none."""

        def look() -> str | None:
            _refuse_open_talk(self._backend)
            return self._backend.get_password(SERVICE, account)

        return _within(self._patience, look)

    def forget(self, account: str) -> None:
        """Remove the secret of an account, if it is there."""

        def remove() -> None:
            if self._backend.get_password(SERVICE, account) is not None:
                self._backend.delete_password(SERVICE, account)

        _within(self._patience, remove)


def system(patience: float = PATIENCE_S) -> Keychain:
    """Return the keychain of this computer; KeychainTrouble that says why there is none."""
    return Keychain(trusted(_within(patience, _first_that_works)), patience)


def trusted(backend: "KeyringBackend") -> "KeyringBackend":
    """Return a backend if it is, to the very class, one of those that protect what they hold.

    KeychainTrouble names any other: a file of readable passwords, one that only pretends, or a
    chain that may end in either.
    """
    if _path(type(backend)) not in _TRUSTED:
        raise KeychainTrouble(Why.NOT_TRUSTED, _path(type(backend)))
    return backend


def _first_that_works() -> "KeyringBackend":
    for path in _TRUSTED:
        backend = _made(path)
        if backend is not None:
            return backend
    others = _others()
    raise KeychainTrouble(Why.NOT_TRUSTED if others else Why.NONE_HERE, ", ".join(others))


def _made(path: str) -> "KeyringBackend | None":
    """Return the backend of this class, or None where this system has not what it needs."""
    module, _, name = path.rpartition(".")
    try:
        kind = getattr(importlib.import_module(module), name)
        kind.priority  # noqa: B018 - asking for it is how keyring asks whether it can work
        backend: KeyringBackend = kind()
    except Exception:  # noqa: BLE001 - whatever it is, it is not here
        return None
    if path == _WINDOWS:
        # By default the secret would travel with a roaming profile.
        backend.persist = "local machine"  # type: ignore[attr-defined]
    return backend


def _others() -> tuple[str, ...]:
    """Return the names of what else would keep a secret on this computer."""
    from keyring import backend

    found = {_path(type(each)) for each in backend.get_all_keyring()}
    return tuple(sorted(path for path in found if path.rpartition(".")[0] not in _STAND_INS))


def _path(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _refuse_open_talk(backend: "KeyringBackend") -> None:
    """Refuse a secret service that would send the secret readable over the bus."""
    if _path(type(backend)) != _SECRET_SERVICE:
        return
    import secretstorage
    from secretstorage.util import open_session

    with closing(secretstorage.dbus_init()) as connection:
        if not open_session(connection).encrypted:
            raise KeychainTrouble(Why.NOT_TRUSTED, "a secret service without encryption")


def _within(patience: float, act: Callable[[], T]) -> T:
    """Run ``act`` in a thread of its own and wait no longer than ``patience`` seconds."""
    outcome: list[T] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            outcome.append(act())
        except Exception as error:  # noqa: BLE001 - handed on, in words, below
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(patience)
    if outcome:
        return outcome[0]
    raise _in_words(errors[0]) if errors else KeychainTrouble(Why.TOO_SLOW)


def _in_words(error: Exception) -> KeychainTrouble:
    from keyring import errors

    if isinstance(error, KeychainTrouble):
        return error
    locked: tuple[type[Exception], ...] = (errors.KeyringLocked,)
    with suppress(ImportError):
        from secretstorage import exceptions

        locked = (*locked, exceptions.LockedException, exceptions.PromptDismissedException)
    if isinstance(error, locked):
        return KeychainTrouble(Why.LOCKED)
    none_here = isinstance(error, errors.NoKeyringError | errors.InitError)
    return KeychainTrouble(Why.NONE_HERE if none_here else Why.FAILED)


_SENTENCES: Final = {
    Why.NONE_HERE: "This computer offers no keychain at the moment.",
    Why.NOT_TRUSTED: "Onward does not trust what keeps secrets here ({named}): "
    "it would not protect them.",
    Why.LOCKED: "The keychain of this computer is locked.",
    Why.TOO_SLOW: "The keychain of this computer did not answer in time.",
    Why.FAILED: "The keychain of this computer could not be used.",
}
