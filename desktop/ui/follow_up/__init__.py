# SPDX-License-Identifier: MIT
"""What is to be followed up, of all of one's people, and appointments."""
