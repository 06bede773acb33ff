# SPDX-License-Identifier: MIT
"""The dressed application for the tests in this folder."""

from windows import dressed, theme

__all__ = ["dressed", "theme"]
