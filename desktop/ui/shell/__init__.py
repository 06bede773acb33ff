# SPDX-License-Identifier: MIT
"""The frame around every page: rail, header, banner, page stack and the window's keys."""
