"""The pages of the main window, pressed as a manager presses them."""
