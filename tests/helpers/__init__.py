"""What tests build with: a clock that is set by hand, a real vault, and a robot that presses."""
