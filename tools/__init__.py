# SPDX-License-Identifier: MIT
"""Developers' scripts: what `dev.py` stands on, and what makes the data in `resources/`."""
