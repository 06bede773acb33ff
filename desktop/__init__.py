# SPDX-License-Identifier: MIT
"""The laptop: a window (Qt) and an open notebook (no Qt), two processes."""

from typing import Final

VERSION: Final = "0.1.0"
"""The product's version; pyproject.toml reads it from here, so a frozen build needs no package metadata."""
