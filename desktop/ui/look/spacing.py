"""The distances every page keeps, in logical pixels on one grid of eight."""

GRID = 8
PAGE_MARGIN = 40
CARD_PADDING = 18
CARD_GAP = 16
CARD_RADIUS = 10
CONTROL_RADIUS = 7
KEY_RADIUS = 4
BAR = 3
FOCUS_RING = 2
SIDE_BAR = 212
RAIL = 236
