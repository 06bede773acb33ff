# SPDX-License-Identifier: MIT
"""The laptop: a window (Qt) and an open notebook (no Qt), two processes."""
