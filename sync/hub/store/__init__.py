# SPDX-License-Identifier: MIT
"""The hub's tables: one contract, two engines."""
