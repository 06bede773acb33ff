# SPDX-License-Identifier: MIT
"""Commit, chain, signing, fold, snapshot and codec: pure functions over values."""
