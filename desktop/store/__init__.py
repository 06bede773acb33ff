# SPDX-License-Identifier: MIT
"""The encrypted notebook on disk: the only SQL on the laptop."""
