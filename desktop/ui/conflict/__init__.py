# SPDX-License-Identifier: MIT
"""The page where a field with two values is settled by one key."""
