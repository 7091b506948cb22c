"""The few distances that the written and the agreed face of a contract share."""

CHIP = 56
"""The least width of an owner's chip at 100 % text; then all words begin below one another."""

BESIDE_CHIP = 10

MARGIN = 26
"""The margin at the right of the paper, in which a commitment offers to be taken out."""

ROW_TOP, ROW_BOTTOM = 7, 8

NARROW = 330
"""Pixels at 100 % text below which a commitment's date goes above its words."""

DATE_INSET = 6
"""Pixels between a date and the edge of its field, which is seen only under the pointer."""
