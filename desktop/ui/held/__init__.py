# SPDX-License-Identifier: MIT
"""What the centre holds back, to be looked at and decided about."""
