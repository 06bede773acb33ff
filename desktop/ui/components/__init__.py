# SPDX-License-Identifier: MIT
"""The parts every page is built of: painted by themselves from the theme, named and keyed by Qt."""
