# SPDX-License-Identifier: MIT
"""The window as a whole: which page stands in front, locking, what the header and the rail say."""
