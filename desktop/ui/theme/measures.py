# SPDX-License-Identifier: MIT
"""Sizes of type, space, corners and rows, in pixels at 100 % (design/ui.md section 1)."""

from enum import Enum


class Type(Enum):
    """Every text size in use: (pixels, is it semi-bold). Never below 12 px."""

    FIGURE = (28, True)
    TITLE = (22, True)
    SECTION = (16, True)
    NAME = (14, True)
    BODY = (14, False)
    LABEL = (13, True)
    SECONDARY = (13, False)
    TINY = (12, False)
    TINY_STRONG = (12, True)
    CLIENT_QUESTION = (42, True)
    CLIENT_ANSWER = (24, True)
    CLIENT_SECOND = (18, False)

    @property
    def pixels(self) -> int:
        """The height of the letters' box."""
        return self.value[0]

    @property
    def strong(self) -> bool:
        """True for weight 600, else 400."""
        return self.value[1]


SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20, SPACE_32 = 4, 8, 12, 16, 20, 32
CARD_PADDING = 16
PAGE_MARGIN_X = 20
PAGE_MARGIN_Y = 16
GAP = 12

RADIUS_KEYCAP = 4
RADIUS_CONTROL = 6
RADIUS_CARD = 8
RADIUS_CLIENT = 12

TARGET = 44  # the least widget rectangle a finger or mouse must hit
CONTROL = 36  # how high a control is painted inside its target
INSET = 4  # (TARGET - CONTROL) / 2: what stays empty above and below

ROW_DENSE = 36
ROW_TWO_LINES = 46
ROW_PERSON = 56
ROW_THREE_LINES = 74

ICON = 18
ICON_SMALL = 14
FOCUS = 2

RAIL_WIDTH = 184
RAIL_COMPACT = 64
HEADER_HEIGHT = 56
COMPACT_BELOW = 1200
SMALLEST_WINDOW = (1024, 640)  # the compact size the design proved
