# SPDX-License-Identifier: MIT
"""Two cards of one person: choosing the other, both side by side, and what the card says of its other cards."""
