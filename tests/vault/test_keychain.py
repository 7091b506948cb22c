"""Only a keychain that protects what it holds is used, and none may hold the window up."""

import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, chainer, fail, null
from keyring.errors import InitError, KeyringLocked

from desktop.domain.errors import Refusal
from desktop.vault import copies, keychain, quick_unlock, unlocking
from desktop.vault.keychain import Keychain, KeychainTrouble, Why
from desktop.vault.quick_unlock import Outdated
from tests.helpers.bus import a_bus, a_keyring, needs_bus, needs_keyring
from tests.vault.conftest import PASSPHRASE, Made

HERE = "this computer"
TODAY = date(2026, 11, 22)


class Drawer(KeyringBackend):
    """Keeps secrets for as long as a test lasts; it can fail in every way that a real one can."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.held: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None
        self.silent: threading.Event | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.silent:
            self.silent.wait()
        if self.error:
            raise self.error
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Forgetful(Drawer):
    """Says it has kept a secret and keeps nothing, as a null backend does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class PlaintextKeyring(Drawer):
    """Stands for the file of readable passwords that ``keyrings.alt`` brings."""


class NearlyReal(SecretService.Keyring):
    """A class of somebody else's that only inherits from a real one."""


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    drawer = Drawer()
    yield drawer
    if drawer.silent:
        drawer.silent.set()


@pytest.mark.parametrize(
    "kind", [null.Keyring, fail.Keyring, chainer.ChainerBackend, PlaintextKeyring, NearlyReal]
)
def test_whatever_is_not_to_the_very_class_a_real_keychain_is_refused_by_name(
    kind: type[KeyringBackend],
) -> None:
    with pytest.raises(KeychainTrouble, match=kind.__qualname__) as refused:
        keychain.trusted(kind())
    assert refused.value.why is Why.NOT_TRUSTED
    assert "passphrase" in refused.value.what_to_do


def test_a_real_one_is_taken() -> None:
    real = SecretService.Keyring()  # type: ignore[no-untyped-call]
    assert keychain.trusted(real) is real


@needs_bus
def test_without_a_real_one_neither_environment_nor_what_is_installed_steps_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with a_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with pytest.raises(KeychainTrouble) as none:
            keychain.system()
    # The backends of this file are installed as far as keyring knows, and are named.
    assert none.value.why is Why.NOT_TRUSTED
    assert "PlaintextKeyring" in none.value.what_happened


def test_a_keychain_that_keeps_nothing_is_noticed(folder: Path) -> None:
    with pytest.raises(KeychainTrouble):
        quick_unlock.new_way_in(Keychain(Forgetful()), HERE, TODAY)


def test_a_secret_is_not_the_data_key_and_opens_the_vault(
    folder: Path, made: Made, drawer: Drawer
) -> None:
    _turn_on(folder, made, drawer)
    (secret,) = drawer.held.values()
    assert made.data_key.hex() not in secret.lower()
    assert quick_unlock.unlock(folder, Keychain(drawer), HERE) == made.data_key
    assert unlocking.unlock(folder, PASSPHRASE) == made.data_key


def test_a_removed_slot_makes_the_secret_worthless(
    folder: Path, made: Made, drawer: Drawer
) -> None:
    _turn_on(folder, made, drawer)
    (slot,) = quick_unlock.of_computer(copies.read(folder), HERE)
    unlocking.remove_slot(folder, slot.id)
    with pytest.raises(Outdated):
        quick_unlock.unlock(folder, Keychain(drawer), HERE)
    quick_unlock.withdraw(Keychain(drawer), slot)
    assert drawer.held == {}


def test_the_passphrase_is_never_taken_away_even_when_a_keychain_is_there(
    folder: Path, made: Made, drawer: Drawer
) -> None:
    _turn_on(folder, made, drawer)
    before = copies.read(folder)
    (passphrase,) = [slot for slot in before.slots if slot.type == "passphrase"]
    with pytest.raises(Refusal, match="cannot be removed"):
        unlocking.remove_slot(folder, passphrase.id)
    assert copies.read(folder) == before


@pytest.mark.parametrize("changed", ["lost", "another", "no secret at all"])
def test_a_secret_that_opens_nothing_points_to_the_passphrase(
    folder: Path, made: Made, drawer: Drawer, changed: str
) -> None:
    _turn_on(folder, made, drawer)
    for account in drawer.held:
        drawer.held[account] = {"another": "A" * 52 + "====", "lost": ""}.get(changed, "hello!")
    with pytest.raises(Outdated, match="type your passphrase"):
        quick_unlock.unlock(folder, Keychain(drawer), HERE)


@pytest.mark.parametrize(
    ("error", "why", "words"),
    [
        (KeyringLocked("x"), Why.LOCKED, "is locked"),
        (InitError("x"), Why.NONE_HERE, "no keychain at the moment"),
        (OSError("x"), Why.FAILED, "could not be used"),
    ],
)
def test_each_way_to_fail_has_its_words(
    folder: Path, made: Made, drawer: Drawer, error: Exception, why: Why, words: str
) -> None:
    _turn_on(folder, made, drawer)
    drawer.error = error
    with pytest.raises(KeychainTrouble, match=words) as failed:
        quick_unlock.unlock(folder, Keychain(drawer), HERE)
    assert failed.value.why is why


def test_a_keychain_that_is_silent_is_not_waited_for(
    folder: Path, made: Made, drawer: Drawer
) -> None:
    _turn_on(folder, made, drawer)
    drawer.silent = threading.Event()
    with pytest.raises(KeychainTrouble, match="did not answer in time") as silent:
        quick_unlock.unlock(folder, Keychain(drawer, patience=0.05), HERE)
    assert silent.value.why is Why.TOO_SLOW


def test_another_computers_quick_unlock_is_left_alone(
    folder: Path, made: Made, drawer: Drawer
) -> None:
    _turn_on(folder, made, drawer, computer="the other one")
    _turn_on(folder, made, drawer)
    _turn_on(folder, made, drawer)
    kinds = [slot.kdf.get("computer") for slot in copies.read(folder).slots]
    assert kinds == [None, "the other one", HERE], "this computer's is replaced, not doubled"
    with pytest.raises(Outdated):
        quick_unlock.unlock(folder, Keychain(drawer), "a third one")


def test_the_passphrase_is_asked_for_after_two_weeks_and_whenever_the_day_is_unknown(
    folder: Path,
) -> None:
    assert quick_unlock.passphrase_is_due(folder, TODAY)
    quick_unlock.passphrase_was_typed(folder, TODAY)
    due = [quick_unlock.passphrase_is_due(folder, TODAY + timedelta(n)) for n in (0, 14, 15, -1)]
    assert due == [False, False, True, True]
    (folder / quick_unlock.TYPED).write_bytes(b"\xff\x00")
    assert quick_unlock.passphrase_is_due(folder, TODAY)


@needs_keyring
def test_the_real_keyring_of_a_desktop_keeps_and_forgets_the_secret(
    folder: Path,
    made: Made,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = tmp_path_factory.mktemp("home")
    with a_bus(home) as address, a_keyring(home, address):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        real = keychain.system()
        way_in = quick_unlock.new_way_in(real, HERE, TODAY)
        unlocking.add_keychain(folder, bytearray(made.data_key), way_in)
        assert quick_unlock.unlock(folder, keychain.system(), HERE) == made.data_key
        kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
        assert made.data_key not in kept
        assert made.data_key.hex().encode() not in kept
        (slot,) = quick_unlock.of_computer(copies.read(folder), HERE)
        quick_unlock.withdraw(real, slot)
        with pytest.raises(Outdated):
            quick_unlock.unlock(folder, real, HERE)


def _turn_on(folder: Path, made: Made, drawer: Drawer, computer: str = HERE) -> None:
    way_in = quick_unlock.new_way_in(Keychain(drawer), computer, TODAY)
    unlocking.add_keychain(folder, bytearray(made.data_key), way_in)
