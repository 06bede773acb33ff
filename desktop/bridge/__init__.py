# SPDX-License-Identifier: MIT
"""The window's one way to the notebook process."""
