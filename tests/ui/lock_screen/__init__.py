"""The lock screen, pressed like a person presses it."""
