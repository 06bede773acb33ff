# SPDX-License-Identifier: MIT
"""Thin windows: show values, ask through the bridge."""
