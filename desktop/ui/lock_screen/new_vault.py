"""What the first run hands over, so that a vault can be made from it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NewVault:
    """Everything a new vault begins with; ``repr`` shows none of it.

    ``data_key`` is the key that the recovery sheet spells; whoever takes it wipes it after use.
    ``first_person`` may be empty. ``quick_unlock`` asks for the system's keychain as a way in.
    """

    passphrase: str = field(repr=False)
    data_key: bytearray = field(repr=False)
    manager_name: str = field(repr=False)
    first_person: str = field(repr=False)
    quick_unlock: bool = field(default=False, repr=False)
