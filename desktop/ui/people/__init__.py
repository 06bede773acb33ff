# SPDX-License-Identifier: MIT
"""The page of people: search as one types, the card with its history, a new person and their edits."""
